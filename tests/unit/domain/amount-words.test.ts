import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountWords } from '../../../electron/domain/amount-words.ts';
import { anyFen } from './amounts.ts';
import { expectRefusal } from './refusals.ts';
import { readWords } from './words-parser.ts';

describe('amounts in capital characters', () => {
  it('read back to the same fen over the whole range', () => {
    fc.assert(fc.property(anyFen, (fen) => { expect(readWords(amountWords(fen))).toBe(fen); }));
  });

  it('read back for every amount with many zeros', () => {
    const sparse = fc.array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 15 }).map((digits) => Number(digits.join('')));
    fc.assert(fc.property(sparse, (fen) => { expect(readWords(amountWords(fen))).toBe(fen); }), { numRuns: 1000 });
  });

  it('have 整 after 元 and 角, nothing after 分, and no doubled 零', () => {
    fc.assert(fc.property(anyFen.filter((fen) => fen !== 0), (fen) => {
      const words = amountWords(fen);
      expect(words).toMatch(/(?:元整|角整|分)$/);
      expect(words).not.toContain('零零');
      expect(words).not.toMatch(/零[元万亿]./);
    }));
  });

  it.each([
    [1_000_00, '壹仟元整'], [1_005_07, '壹仟零伍元零柒分'], [1_005_000_00, '壹佰万伍仟元整'], [1_000_100, '壹万零壹元整'],
    [107_000_53, '壹拾万柒仟元伍角叁分'], [10, '壹角整'], [1_000_000_000_000_00, '壹万亿元整'], [100_005_000_00, '壹亿零伍仟元整'],
    [-668_13, '负陆佰陆拾捌元壹角叁分'], [Number.MAX_SAFE_INTEGER, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ])('%i fen', (fen, words) => {
    expect(amountWords(fen)).toBe(words);
  });

  it('are refused for anything but whole fen', () => {
    expectRefusal(() => amountWords(1.5), 'not_an_integer', 'fen');
    expectRefusal(() => amountWords(2 ** 60), 'out_of_range', 'fen');
  });
});
