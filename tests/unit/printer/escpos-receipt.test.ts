import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USUAL_DRAWER } from '../../../electron/core/devices/printer/escpos-commands.ts';
import { escposJob } from '../../../electron/core/devices/printer/escpos-writer.ts';
import { RASTER_58, RASTER_80, TEXT_58, TEXT_80 } from '../../../electron/core/devices/printer/escpos-profile.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { dotIsBlack } from '../../../electron/core/documents/bitmap.ts';
import { layoutReceipt } from '../../../electron/core/documents/receipt-layout.ts';
import { receiptPicture } from '../../../electron/core/documents/receipt-picture.ts';
import { ticketReceipt } from '../../../electron/core/documents/ticket-receipt.ts';
import type { TicketReceiptData } from '../../../electron/core/documents/ticket-receipt-data.ts';
import { AWKWARD_TEXTS } from '../../support/awkward-texts.ts';
import { escposPicture } from '../../support/escpos-picture.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { sampleTicket } from '../../support/receipt-samples.ts';

const FONTS = join(import.meta.dirname, '../../../resources/fonts');

function printed(data: TicketReceiptData, profile = TEXT_58, locale: 'zh' | 'en' = 'zh') {
  const pen = openPaperPen(FONTS);
  const laid = layoutReceipt(ticketReceipt(data, locale, { maskName: false }), profile.paper);
  const job = escposJob(laid, profile, pen);
  return { job, laid, pen, parts: parseEscpos(job.bytes, profile.paper.dots) };
}

function everywhere(text: string): TicketReceiptData {
  const base = sampleTicket();
  return {
    ...base,
    cooperativeName: text, stationName: text, stationPhone: text, productName: text, clerkName: text, graderName: text,
    member: { ...base.member, name: text, code: text, groupName: text },
    owners: [{ code: text, name: text, share: 1, settlementGrams: 1, amountFen: 1, splitRoundingFen: 0 }, { code: 'M2', name: '李四', share: 1, settlementGrams: 2, amountFen: 2, splitRoundingFen: 0 }],
    lines: base.lines.map((line) => ({ ...line, gradeName: text, schemeName: text, deductions: line.deductions.map((cut) => ({ ...cut, name: text })) })),
    reversal: { originalNumber: 'GZ01A-T-2026-000001', reason: text, approverName: text },
    debts: [{ name: text, fen: 100 }],
  };
}

describe('a weigh slip as ESC/POS', () => {
  it('shows number, weights, amount and capital amount in the printer\'s own Chinese', () => {
    const { parts, job } = printed(sampleTicket());
    const lines = printedText(parts);
    expect(job.pictureLines).toBe(0);
    expect(job.substitutions).toEqual([]);
    expect(lines).toContain('单号 GZ01A-T-2026-000123');
    expect(lines).toContain('日期 2026-11-22 星期日 14:05');
    expect(lines.some((line) => line.endsWith('43.75 公斤'))).toBe(true);
    expect(lines.some((line) => line.endsWith('87.5 斤'))).toBe(true);
    expect(lines.some((line) => /^合计\s+￥245\.13$/.test(line))).toBe(true);
    expect(lines).toContain('大写 贰佰肆拾伍元壹角叁分');
    expect(lines.some((line) => line.includes('2*t'))).toBe(true);
  });

  it('sends Chinese mode, double-byte text, code, cut and mode off in exact bytes', () => {
    const { job } = printed(sampleTicket());
    const hex = job.bytes.toString('hex');
    expect(hex.startsWith('1b401c26')).toBe(true);
    expect(hex.endsWith('1d5642001c2e')).toBe(true);
    expect(hex).toContain('b9fdb0f5b5a5');
    const qr = Buffer.from(sampleTicket().qrText, 'utf8');
    expect(hex).toContain(`1d286b${(qr.length + 3).toString(16).padStart(2, '0')}00315030${qr.toString('hex')}1d286b0300315130`);
  });

  it('counts the bytes of a Chinese QR text, not its characters', async () => {
    const { parts } = printed(sampleTicket({ qrText: '过磅单 43.75 公斤 张三 一等' }));
    expect(await readQrCodes(await escposPicture(parts, 384))).toEqual(['过磅单 43.75 公斤 张三 一等']);
  });

  it('pulses the drawer with both times, and only where a drawer hangs', () => {
    const pen = openPaperPen(FONTS);
    const laid = layoutReceipt(ticketReceipt(sampleTicket(), 'zh', { maskName: false, drawer: true }), TEXT_58.paper);
    const kinds = (drawer: boolean) => parseEscpos(escposJob(laid, { ...TEXT_58, drawer: drawer ? USUAL_DRAWER : null }, pen).bytes, 384).filter((part) => part.kind === 'drawer').length;
    expect(kinds(true)).toBe(1);
    expect(kinds(false)).toBe(0);
    expect(escposJob(laid, { ...TEXT_58, drawer: USUAL_DRAWER }, pen).bytes.toString('hex')).toContain('1b700019fa');
  });

  it('prints only the line with a rare character as a picture, and what follows stays text', () => {
    const { job, parts } = printed(sampleTicket({ clerkName: '㐂小梅', stationPhone: '0851-1' }));
    expect(job.pictureLines).toBe(1);
    expect(job.substitutions).toEqual([]);
    expect(printedText(parts)).toContain('电话 0851-1');
  });

  it('boxes and reports a character that no font has, and never prints a question mark for it', () => {
    const { job, parts } = printed(sampleTicket({ clerkName: '𰀁力😀' }));
    expect(job.substitutions).toEqual([{ codePoint: 'U+30001', how: 'boxed' }, { codePoint: 'U+1F600', how: 'boxed' }]);
    expect(printedText(parts).join('')).not.toContain('?');
  });

  it.each([['58 mm', RASTER_58], ['80 mm', RASTER_80]])('in picture mode the paper equals the preview dot by dot (%s)', async (_, profile) => {
    const { laid, parts } = printed(sampleTicket({ training: true, member: { code: 'M1', name: '阿·𰀁', partyKind: 'non_member' } }), profile);
    const preview = receiptPicture(laid, openPaperPen(FONTS));
    const paper = await escposPicture(parts, profile.paper.dots);
    expect(paper.height).toBe(preview.heightDots);
    const differing = [...paper.black].findIndex((black, at) => (black === 1) !== dotIsBlack(preview, at % paper.width, Math.floor(at / paper.width)));
    expect(differing).toBe(-1);
    expect(await readQrCodes(paper)).toEqual([sampleTicket().qrText]);
  });

  it('every awkward text in every field gives bytes that a strict printer understands, in text and picture mode', () => {
    for (const text of AWKWARD_TEXTS) {
      for (const profile of [TEXT_58, TEXT_80]) {
        const { parts } = printed(everywhere(text), profile);
        expect(printedText(parts)).toContain('单号 GZ01A-T-2026-000123');
        expect(parts.at(-1)?.kind).toBe('cut');
      }
    }
    expect(() => printed(everywhere('𰀁'.repeat(50)), RASTER_58)).not.toThrow();
  }, 120_000);

  it('property: any text at all in the name leaves the amounts, the width and the rest of the slip right', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(TEXT_58, TEXT_80), (name, profile) => {
      const { parts } = printed(sampleTicket({ member: { code: 'M1', name, partyKind: 'member' } }), profile);
      expect(printedText(parts).some((line) => /^合计\s+￥245\.13$/.test(line))).toBe(true);
    }), { numRuns: 40 });
  }, 120_000);
});
