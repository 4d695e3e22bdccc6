import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseKilograms } from '../../../electron/domain/mass.ts';
import { readNumberText } from '../../../renderer/ui/fields/number-text.ts';

const kilograms = { decimals: 3, wholeDigits: 5, ownUnits: ['公斤', 'kg'] };
const read = (raw: string): string => {
  const result = readNumberText(raw, kilograms);
  return result.ok ? result.text : result.reason;
};

describe('a number as people type or paste it', () => {
  it('reads every weight of whole grams back as it was written, in half width and in full width', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.boolean(), (grams, wide) => {
      const text = `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, '0')}`;
      const typed = wide ? text.replace(/[\d.]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)) : text;
      expect(parseKilograms(read(typed))).toBe(grams);
    }));
  });

  it('never answers with anything but a plain decimal, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (raw) => {
      const result = readNumberText(raw, kilograms);
      if (result.ok) expect(result.text).toMatch(/^\d{1,5}(\.\d{1,3})?$/u);
    }));
  });

  it.each([
    ['１２３．５', '123.5'], ['123。5', '123.5'], ['12.5公斤', '12.5'], ['12.5 kg', '12.5'], ['1,234.5', '1234.5'], ['１，２３４', '1234'], [' 23.45\r\n', '23.45'],
    ['007', '7'], ['.5', '0.5'], ['12.', '12'], ['12.3400', '12.340'], ['+3', '3'],
  ])('takes %j as %s', (raw, meaning) => expect(read(raw)).toBe(meaning));

  it.each([
    ['12,3', 'commaAsPoint'], ['1,23,456', 'commaAsPoint'], ['12.5斤', 'otherUnit'], ['12.5t', 'otherUnit'], ['1.2E+04', 'scientific'], ['23.45\t22.10', 'severalCells'],
    ['23.45\n22.10', 'severalCells'], ['23 45', 'severalCells'], ['23.45 22.10', 'severalCells'], ['１２　３４', 'severalCells'], ['1 234.5', 'severalCells'], ['1.2.3', 'severalPoints'], ['abc', 'letters'], ['12a', 'letters'], ['-3', 'negative'], ['−3', 'negative'], ['1.2345', 'tooManyDecimals'],
    ['123456', 'tooLarge'], ['', 'empty'], ['.', 'letters'],
  ])('refuses %j as %s', (raw, reason) => expect(read(raw)).toBe(reason));
});
