import bwipjs from 'bwip-js/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrBitmap, qrMatrix, type QrLevel } from '../../../electron/core/documents/qr-matrix.ts';
import { dotIsBlack } from '../../../electron/core/documents/bitmap.ts';
import { readLabelCodes } from '../../support/qr-reader.ts';

const LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H'];

/** The size another encoder needs for the same text. */
function theirSize(text: string, level: QrLevel): number {
  const [symbol] = bwipjs.raw('qrcode', text, `eclevel=${level}`);
  return symbol !== undefined && 'pixx' in symbol ? symbol.pixx : 0;
}

async function readBack(text: string, level: QrLevel): Promise<readonly string[]> {
  const bitmap = qrBitmap(qrMatrix(text, level), 3);
  const black = Uint8Array.from({ length: bitmap.widthDots * bitmap.heightDots }, (_, at) => (dotIsBlack(bitmap, at % bitmap.widthDots, Math.floor(at / bitmap.widthDots)) ? 1 : 0));
  return (await readLabelCodes({ width: bitmap.widthDots, height: bitmap.heightDots, black })).qr;
}

describe('a QR code of our own', () => {
  it.each(LEVELS)('is read back by a foreign reader in every version at level %s, and is never larger than a foreign encoder makes it', async (level) => {
    const sizes = new Set<number>();
    for (let length = 3; sizes.size < 40; length += length < 60 ? 5 : Math.ceil(length / 30)) {
      const text = 'Aa|1?'.repeat(Math.ceil(length / 5)).slice(0, length);
      const { size } = qrMatrix(text, level);
      if (sizes.has(size)) continue;
      sizes.add(size);
      if (size <= 57) expect(size).toBeLessThanOrEqual(theirSize(text, level));
      expect(await readBack(text, level), `${length} characters in ${size} modules`).toEqual([text]);
      if (size === 177) break;
    }
    expect(Math.max(...sizes)).toBe(177);
    expect(sizes.size).toBeGreaterThanOrEqual(38);
  }, 120_000);

  it('holds figures, signs, Latin and Chinese beside each other, each packed as small as it goes', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.oneof(fc.stringMatching(/^[0-9]{1,12}$/), fc.stringMatching(/^[0-9A-Z $%*+./:-]{1,12}$/), fc.constantFrom('红芯薯', '|', 'abc', 'é', '𠮷')), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')), fc.constantFrom(...LEVELS),
      async (text, level) => {
        expect(qrMatrix(text, level).size).toBeLessThanOrEqual(theirSize(text, level));
        expect(await readBack(text, level)).toEqual([text]);
      },
    ), { numRuns: 60 });
  }, 120_000);

  it('refuses a text that no version holds', () => {
    expect(() => qrMatrix('x'.repeat(2_954), 'L')).toThrow(RangeError);
    expect(qrMatrix('x'.repeat(2_953), 'L').size).toBe(177);
  });
});
