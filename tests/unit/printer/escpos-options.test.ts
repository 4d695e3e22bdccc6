import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawerPulse } from '../../../electron/core/devices/printer/escpos-commands.ts';
import { TEXT_58, TEXT_80, type EscposProfile } from '../../../electron/core/devices/printer/escpos-profile.ts';
import { escposJob } from '../../../electron/core/devices/printer/escpos-writer.ts';
import { chineseBytes } from '../../../electron/core/devices/printer/gbk.ts';
import { openPaperPen, type PaperPen } from '../../../electron/core/documents/paper-pen.ts';
import type { ReceiptBlock } from '../../../electron/core/documents/receipt-document.ts';
import { layoutReceipt } from '../../../electron/core/documents/receipt-layout.ts';
import { testPage, TEST_TEXTS } from '../../../electron/core/documents/test-page.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { escposPicture } from '../../support/escpos-picture.ts';
import { readBars, readQrCodes } from '../../support/qr-reader.ts';

let pen: PaperPen;
beforeAll(() => { pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts')); });

const job = (profile: EscposProfile, ...blocks: ReceiptBlock[]) => escposJob(layoutReceipt({ layout: 'test', watermark: null, blocks }, profile.paper), profile, pen);
const hex = (profile: EscposProfile, ...blocks: ReceiptBlock[]): string => job(profile, ...blocks).bytes.toString('hex');

describe('the characters of a printer', () => {
  it.each([
    ['张三 公斤', 'gb2312', 'd5c5c8fd20b9abbdef'], ['镕', 'gb2312', null], ['镕', 'gbk', 'e946'], ['㎡', 'gb2312', null], ['㎡', 'gbk', 'a94f'],
    ['㐂', 'gbk', null], ['㐂', 'gb18030', '8139ef31'], ['𠮷', 'gbk', null], ['𠮷', 'gb18030', '9534b235'], ['ü张', 'gb2312', 'a8b9d5c5'],
    ['€', 'gbk', null], ['€', 'gb18030', 'a2e3'], ['ꆈ', 'gb18030', null], ['😀', 'gb18030', null], ['\ue000', 'gb18030', null], ['\ud800', 'gb18030', null],
  ] as const)('%s in a font of %s', (text, charset, bytes) => {
    expect(chineseBytes(text, charset)?.toString('hex') ?? null).toBe(bytes);
  });

  it('every sign that GB2312 lacks and GBK has is told apart by an independent table', () => {
    const oracle = new TextDecoder('gbk', { fatal: true });
    let common = 0;
    for (let lead = 0xb0; lead <= 0xf7; lead += 1) {
      for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
        const text = oracle.decode(Uint8Array.of(lead, trail));
        if (/[\ue000-\uf8ff]/.test(text)) continue;
        common += 1;
        expect([text, chineseBytes(text, 'gb2312')?.toString('hex')]).toEqual([text, Buffer.of(lead, trail).toString('hex')]);
      }
    }
    // GB 2312-80 has 3,755 characters of the first level and 3,008 of the second.
    expect(common).toBe(3_755 + 3_008);
  });

  it('a rare name is text on a printer whose font has it, one picture where it has not, and what follows is text again', () => {
    const name: ReceiptBlock = { kind: 'text', text: '户主 𠮷㐂' };
    const after: ReceiptBlock = { kind: 'text', text: '合计 一等' };
    expect(job({ ...TEXT_80, charset: 'gb18030' }, name, after).pictureLines).toBe(0);
    expect(printedText(parseEscpos(job({ ...TEXT_80, charset: 'gb18030' }, name, after).bytes, 576, { fourBytes: true }))).toEqual(['户主 𠮷㐂', '合计 一等']);
    expect(job(TEXT_80, name, after).pictureLines).toBe(1);
    expect(printedText(parseEscpos(job(TEXT_80, name, after).bytes, 576))).toEqual(['合计 一等']);
    expect(() => parseEscpos(job({ ...TEXT_80, charset: 'gb18030' }, name).bytes, 576)).toThrow(/four-byte/u);
  });
});

describe('what a profile adds', () => {
  it('density, cut, drawer and tones in exact bytes, and nothing of them where the printer has none', () => {
    const end: ReceiptBlock[] = [{ kind: 'drawer' }, { kind: 'cut' }];
    expect(hex(TEXT_80, ...end)).toBe('1b401c261d5642001c2e');
    expect(hex({ ...TEXT_80, density: 6, cut: 'full', drawer: { pin: 5, onMs: 100, offMs: 400 }, beeps: 3 }, ...end)).toBe('1b401c261d284b020031061b700132c81d5641001b4203041c2e');
    expect(hex({ ...TEXT_80, density: -3 }, { kind: 'cut' })).toContain('1d284b020031fd');
    expect(hex({ ...TEXT_80, cut: 'none' }, { kind: 'cut' })).toBe('1b401c261b4a781c2e');
  });

  it('a pulse has both its times whatever is asked, the pause never shorter than the pulse', () => {
    expect([...drawerPulse({ pin: 2, onMs: 1, offMs: 1 })]).toEqual([0x1b, 0x70, 0, 1, 1]);
    expect([...drawerPulse({ pin: 2, onMs: 9_000, offMs: 10 })]).toEqual([0x1b, 0x70, 0, 255, 255]);
  });
});

describe('bars', () => {
  it.each([
    ['GZ01A-L-26-000123', TEXT_80], ['1234567890', TEXT_58], ['A{B}C', TEXT_80], ['x12345y', TEXT_80], ['0012', TEXT_58],
  ] as const)('%s is read back from the printer\'s own bars and from drawn ones', async (text, profile) => {
    for (const barcode of ['native', 'raster'] as const) {
      const parts = parseEscpos(job({ ...profile, barcode }, { kind: 'code128', text }, { kind: 'feed', lines: 2 }).bytes, profile.paper.dots);
      expect(parts.some((part) => part.kind === 'barcode')).toBe(barcode === 'native');
      expect([barcode, await readBars(await escposPicture(parts, profile.paper.dots))]).toEqual([barcode, [text]]);
      expect(printedText(parts).join('').trim()).toBe(text);
    }
  });

  it('too many for the paper are left out and their text is printed', () => {
    const parts = parseEscpos(job(TEXT_58, { kind: 'code128', text: 'GZ01A-L-2026-ABCDEFGHIJKL' }).bytes, 384);
    expect(parts.map((part) => part.kind)).toEqual(['line']);
  });

  it('text that Code 128 has no bars for is a mistake of the caller', () => {
    expect(() => job(TEXT_80, { kind: 'code128', text: '张三' })).toThrow(RangeError);
    expect(() => job(TEXT_80, { kind: 'code128', text: '' })).toThrow(RangeError);
  });
});

describe('the test page', () => {
  it.each([['58 mm', TEXT_58], ['80 mm', TEXT_80]] as const)('has every sample in the printer\'s own way, both codes can be read, the ruler fills the paper (%s)', async (_, profile) => {
    const own = { ...profile, charset: 'gb18030' } as const;
    const page = testPage({ cooperativeName: '红芯薯合作社', printerName: '柜台小票', printerId: 'printer-1', training: null }, profile.paper, pen);
    const parts = parseEscpos(escposJob(layoutReceipt(page, profile.paper), own, pen).bytes, profile.paper.dots, { fourBytes: true });
    const lines = printedText(parts);
    expect(lines).toEqual(expect.arrayContaining([`1 ${TEST_TEXTS.gb2312}`, `2 ${TEST_TEXTS.gbk}`, `3 ${TEST_TEXTS.gb18030}`, '4', '5', '6', '7', '8']));
    const paper = await escposPicture(parts, profile.paper.dots);
    expect((await readQrCodes(paper)).toSorted()).toEqual(['VS-TEST|printer-1|5', 'VS-TEST|printer-1|6']);
    expect(await readBars(paper)).toEqual(['VS-TEST-7']);
    const ruler = Array.from({ length: paper.width }, (_unused, x) => paper.black[(paper.height - 31) * paper.width + x]);
    expect(ruler.every((dot) => dot === 1)).toBe(true);
    expect(parts.at(-1)).toEqual({ kind: 'cut', full: false });
  });

  it('each line of characters needs the font it stands for', () => {
    expect(chineseBytes(TEST_TEXTS.gb2312, 'gb2312')).not.toBeNull();
    expect([chineseBytes(TEST_TEXTS.gbk, 'gb2312'), chineseBytes(TEST_TEXTS.gbk, 'gbk') === null]).toEqual([null, false]);
    expect([chineseBytes(TEST_TEXTS.gb18030, 'gbk'), chineseBytes(TEST_TEXTS.gb18030, 'gb18030') === null]).toEqual([null, false]);
  });
});
