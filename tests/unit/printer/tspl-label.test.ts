import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSafeNativeText, standardLabelProfile } from '../../../electron/core/devices/printer/label-profile.ts';
import { tsplJob } from '../../../electron/core/devices/printer/tspl-writer.ts';
import { dotIsBlack } from '../../../electron/core/documents/bitmap.ts';
import { labelPicture } from '../../../electron/core/documents/label-picture.ts';
import { lotLabel, type LotLabelData } from '../../../electron/core/documents/lot-label.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { AWKWARD_TEXTS } from '../../support/awkward-texts.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { parseTspl, tsplPicture } from '../../support/tspl-parser.ts';

const pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
const STANDARD_TSPL = standardLabelProfile('tspl');
const LABEL: LotLabelData = {
  lotCode: 'GZ01A-L-2026-000123', productName: '红芯红薯', gradeName: '一等', memberName: '张三', groupName: '三组', netGrams: 43750, businessDate: '2026-11-22',
  stationName: '板当村服务站', cooperativeName: '紫云县板当镇红芯薯专业合作社', qrText: 'VS1|L|GZ01A-L-2026-000123|43750|3f2a9c00', training: false,
};
const label = (over: Partial<LotLabelData> = {}) => lotLabel({ ...LABEL, ...over }, 'zh', { maskName: false });

describe('a lot label as TSPL', () => {
  it('is 60 by 40 mm: 60 bytes by 320 rows, counted, with CR LF and one PRINT', () => {
    const { bytes } = tsplJob(label(), STANDARD_TSPL, pen);
    expect(bytes.subarray(0, 86).toString('latin1')).toBe('SIZE 60 mm,40 mm\r\nGAP 2 mm,0 mm\r\nDIRECTION 1\r\nREFERENCE 0,0\r\nDENSITY 8\r\nCLS\r\nBITMAP 0,');
    const parsed = parseTspl(bytes);
    expect(parsed.bitmaps.map(({ bytesPerRow, rows }) => [bytesPerRow, rows])).toEqual([[60, 320]]);
    expect(parsed.copies).toBe(1);
  });

  it('burns exactly the dots of the preview, in the standard polarity and in the reversed one', async () => {
    const preview = labelPicture(label(), pen).bitmap;
    for (const [inverted, burns] of [[false, 0], [true, 1]] as const) {
      const paper = await tsplPicture(parseTspl(tsplJob(label(), { ...STANDARD_TSPL, inverted }, pen).bytes), burns);
      const differing = [...paper.black].findIndex((black, at) => (black === 1) !== dotIsBlack(preview, at % paper.width, Math.floor(at / paper.width)));
      expect(differing).toBe(-1);
      const burnt = paper.black.reduce((sum, dot) => sum + dot, 0);
      expect(burnt).toBeLessThan(paper.black.length / 3);
    }
  });

  it.each(['raster', 'native'] as const)('carries a QR code that reads back (%s)', async (codes) => {
    const parsed = parseTspl(tsplJob(label(), { ...STANDARD_TSPL, codes }, pen).bytes);
    expect(parsed.codes).toHaveLength(codes === 'native' ? 1 : 0);
    expect(await readQrCodes(await tsplPicture(parsed))).toEqual([LABEL.qrText]);
  });

  it('draws a QR text itself that a printer could take for a command', async () => {
    const qrText = 'x"\r\nPRINT 1,99\r\n';
    const parsed = parseTspl(tsplJob(label({ qrText }), { ...STANDARD_TSPL, codes: 'native' }, pen).bytes);
    expect(parsed.codes).toEqual([]);
    expect(parsed.commands.filter((command) => command === 'PRINT')).toHaveLength(1);
    expect(await readQrCodes(await tsplPicture(parsed))).toEqual([qrText]);
  });

  it('says when a name had to be shortened or a character boxed', () => {
    const job = tsplJob(label({ memberName: `${'长'.repeat(60)}`, productName: '𰀁' }), STANDARD_TSPL, openPaperPen(join(import.meta.dirname, '../../../resources/fonts')));
    expect(job.shortened).toEqual([`${'长'.repeat(60)}  三组`]);
    expect(job.substitutions).toEqual([{ codePoint: 'U+30001', how: 'boxed' }]);
  });

  it('no name, however awkward, becomes a command', () => {
    for (const text of AWKWARD_TEXTS) {
      const parsed = parseTspl(tsplJob(label({ memberName: text, productName: text, gradeName: text, groupName: text, stationName: text, lotCode: text, cooperativeName: text }), STANDARD_TSPL, pen).bytes);
      expect(parsed.commands).toEqual(['SIZE', 'GAP', 'DIRECTION', 'REFERENCE', 'DENSITY', 'CLS', 'BITMAP', 'PRINT']);
      expect(parsed.copies).toBe(1);
    }
  }, 60_000);

  it('property: text left to a printer holds no quote, backslash, caret, tilde, bracket or control character', () => {
    const drawn = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('A', '7', '|', '-', ' ', '^', '~', '"', '\\', '>', '_', '\r', '\n', '\0') }));
    fc.assert(fc.property(drawn, (text) => !isSafeNativeText(text) || !/[^\x20-\x7d]|["\\^~<>[\]{}]|^ | $/.test(text)));
  });

  it('refuses a number of copies that can only be a mistake', () => {
    expect(() => tsplJob(label(), STANDARD_TSPL, pen, 0)).toThrow(RangeError);
    expect(() => tsplJob(label(), STANDARD_TSPL, pen, 501)).toThrow(RangeError);
  });
});
