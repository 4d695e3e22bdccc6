import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { renderStoredPaper } from '../../../electron/core/cli/print.ts';
import { RASTER_58, TEXT_58 } from '../../../electron/core/devices/printer/escpos-profile.ts';
import { makePaperJob, type PaperRequest } from '../../../electron/core/devices/printer/paper-job.ts';
import { maskedName, maskedNumber } from '../../../electron/core/documents/mask.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { textColumns } from '../../../electron/core/documents/column-text.ts';
import { PAPER_58, PAPER_80 } from '../../../electron/core/documents/receipt-document.ts';
import { layoutReceipt, lineText } from '../../../electron/core/documents/receipt-layout.ts';
import { ticketReceipt } from '../../../electron/core/documents/ticket-receipt.ts';
import type { ReceiptOwner, TicketReceiptOptions } from '../../../electron/core/documents/ticket-receipt-data.ts';
import en from '../../../resources/locales/en/paper.json' with { type: 'json' };
import zh from '../../../resources/locales/zh/paper.json' with { type: 'json' };
import { readAnyDepth, readPicture } from '../../support/dot-picture.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { sampleTicket } from '../../support/receipt-samples.ts';

const FONTS = join(import.meta.dirname, '../../../resources/fonts');

function linesOf(data = sampleTicket(), locale: 'zh' | 'en' = 'zh', options: TicketReceiptOptions = { maskName: false }): string[] {
  return layoutReceipt(ticketReceipt(data, locale, options), PAPER_58).parts.flatMap((part) => (part.kind === 'line' ? [lineText(part.runs).replace(/\s+/g, ' ').trim()] : []));
}

const household = (code: string, name: string, settlementGrams: number, amountFen: number, more: Partial<ReceiptOwner> = {}): ReceiptOwner => ({ code, name, share: 1, settlementGrams, amountFen, splitRoundingFen: 0, ...more });

describe('the weigh slip', () => {
  it('has the net weight as its largest figure', () => {
    const parts = layoutReceipt(ticketReceipt(sampleTicket(), 'zh', { maskName: false }), PAPER_58).parts;
    const largest = parts.flatMap((part) => (part.kind === 'line' ? part.runs : [])).reduce((best, run) => (run.size.high > best.size.high ? run : best));
    expect(largest.text).toBe('43.75');
    expect(largest.size).toEqual({ wide: 4, high: 4 });
  });

  it('names grade, scheme and price versions, both units, deductions and settlement weight', () => {
    const lines = linesOf();
    expect(lines).toContain('一等 ★★★ ￥245.13');
    expect(lines).toContain('扣水 14.6%(标准14.0%) -0.44公斤');
    expect(lines).toContain('每超0.5个点扣1.00%');
    expect(lines).toContain('结算重量 43.31 公斤 = 86.62 斤');
    expect(lines).toContain('单价 2.83 元/斤');
    expect(lines).toContain('5.66 元/公斤');
    expect(lines).toContain('标准 红芯薯分级 v3 / 价单 v12');
    expect(lines).toContain('校验 3f2a9c00..e9c1');
  });

  it('marks a typed weight and a typed tare, and says what the marks mean', () => {
    const lines = linesOf();
    expect(lines).toContain('2*t 22.10 0.90 21.20');
    expect(lines).toContain('* 手工输入的重量');
    expect(lines).toContain('t 皮重为手工输入');
    expect(linesOf(sampleTicket({ baskets: [] })).some((line) => line.startsWith('* '))).toBe(false);
  });

  it('masks names where the reader need not know them', () => {
    const owners = [household('M1', '张三丰', 1, 1), household('M2', '李四', 1, 1)];
    const lines = linesOf(sampleTicket({ owners }), 'zh', { maskName: true });
    expect(lines).toContain('姓名 张*');
    expect(lines.join('\n')).not.toMatch(/张三|李四/);
    expect([maskedName('欧阳建国'), maskedName('李'), maskedName('')]).toEqual(['欧***', '李*', '']);
    expect([maskedNumber('6217000000001234567'), maskedNumber('123')]).toEqual(['********4567', '***']);
  });

  it('lists the owners with the weight that is paid and the amount when there are several, and nothing when there is one', () => {
    const owners = [household('M0012', '张三', 20_000, 12_000), household('M0013', '李四', 23_750, 12_513)];
    expect(linesOf(sampleTicket({ owners }))).toEqual(expect.arrayContaining(['货主 结算公斤 金额', 'M0012 张三 20.00 ￥120.00', 'M0013 李四 23.75 ￥125.13']));
    expect(linesOf(sampleTicket({ owners: owners.slice(0, 1) })).some((line) => line.startsWith('货主') || line.startsWith('分法'))).toBe(false);
  });

  it.each([
    ['percentages', [3_333, 6_667], '分法 按百分比', ['33.33%', '66.67%'], 'Divided by percent', ['33.33%', '66.67%']],
    ['kilograms of the net weight', [20_000, 23_750], '分法 按公斤(净重)', ['20.00 公斤', '23.75 公斤'], 'Divided by kilograms (net)', ['20.00 kg', '23.75 kg']],
    ['parts', [1, 2], '分法 按份数 1 : 2', ['1 份', '2 份'], 'Divided by parts 1 : 2', ['parts: 1', 'parts: 2']],
  ])('gives each household its share as agreed in %s, on the reversal as well', (_what, shares, zhWay, zhShares, enWay, enShares) => {
    const owners = shares.map((share, index) => household(`M${index}`, `户${index}`, 20_000, 12_000, { share }));
    expect(linesOf(sampleTicket({ owners }))).toEqual(expect.arrayContaining([zhWay, ...zhShares]));
    expect(linesOf(sampleTicket({ owners, netGrams: -43_750 }))).toEqual(expect.arrayContaining([zhWay, ...zhShares]));
    expect(linesOf(sampleTicket({ owners }), 'en')).toEqual(expect.arrayContaining([enWay, ...enShares]));
  });

  it('names the fen that the split gave or took, and only where there is one', () => {
    const owners = [household('M1', '张三', 1, 1, { splitRoundingFen: 1 }), household('M2', '李四', 1, 1, { splitRoundingFen: -1 }), household('M3', '王五', 1, 1)];
    expect(linesOf(sampleTicket({ owners })).filter((line) => line.includes('份'))).toEqual(['分法 按份数 1 : 1 : 1', '1 份 尾差 +0.01', '1 份 尾差 -0.01', '1 份']);
    expect(linesOf(sampleTicket({ owners }), 'en')).toContain('parts: 1 split rounding +0.01');
  });

  it('in training carries the watermark at the top, before the weight and at the end', () => {
    const lines = linesOf(sampleTicket({ training: true }));
    const marks = lines.flatMap((line, at) => (line === '练习-无效' ? [at] : []));
    expect(marks).toHaveLength(3);
    expect(marks[0]).toBe(1);
    expect(marks[1]).toBeLessThan(lines.findIndex((line) => line.startsWith('43.75')));
    expect(linesOf(sampleTicket({ training: true }), 'en').filter((line) => line === 'TRAINING-VOID')).toHaveLength(3);
    expect(linesOf().join('')).not.toContain('练习');
  });

  it('a second print says which copy it is, when and by whom', () => {
    const lines = linesOf(sampleTicket(), 'zh', { maskName: false, copy: { number: 2, at: Date.UTC(2026, 10, 23, 0, 5), byName: '赵会计' } });
    expect(lines).toContain('副本 第2次');
    expect(lines).toContain('2026-11-23 08:05 赵会计');
  });

  it('a reversal names the original, the reason and who agreed, with negative amounts', () => {
    const data = sampleTicket({ number: 'GZ01A-T-2026-000123-R', totalFen: -24_513, netGrams: -43_750, reversal: { originalNumber: 'GZ01A-T-2026-000123', reason: '称错筐', approverName: '赵会计' } });
    const lines = linesOf(data);
    expect(lines).toContain('作废单');
    expect(lines).toContain('原因 称错筐');
    expect(lines).toContain('合计 -￥245.13');
    expect(lines).toContain('大写 负贰佰肆拾伍元壹角叁分');
    expect(lines).toContain('-43.75 公斤');
  });

  it('a corrected ticket shows the old figure, the new one and the difference', () => {
    const lines = linesOf(sampleTicket({ correction: { originalNumber: 'GZ01A-T-2026-000122', netGrams: 44_000, totalFen: 24_900 } }));
    expect(lines).toContain('原 44.00 ￥249.00');
    expect(lines).toContain('现 43.75 ￥245.13');
    expect(lines).toContain('相差 -0.25 -￥3.87');
  });

  it('has no Chinese of its own on an English slip but the capital amount, and every text in both languages', () => {
    const data = sampleTicket({ cooperativeName: 'Coop', stationName: 'Station', productName: 'Sweet potato', clerkName: 'Wang', graderName: 'Li', member: { code: 'M1', name: 'Zhang', partyKind: 'member' }, lines: [] });
    expect(linesOf(data, 'en').filter((line) => /\p{Script=Han}/u.test(line))).toEqual(['In words 贰佰肆拾伍元壹角叁分']);
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    expect(/\p{Script=Han}/u.test(JSON.stringify(en))).toBe(false);
  });
});

describe('a slip in both languages', () => {
  it.each([['58 mm', PAPER_58], ['80 mm', PAPER_80]] as const)('keeps every line on the paper, ends figures at the right edge and says nothing as "?" (%s)', (_, paper) => {
    const laid = layoutReceipt(ticketReceipt(sampleTicket(), 'both', { maskName: false, part: 'member' }), paper);
    const lines = laid.parts.flatMap((part) => (part.kind === 'line' ? [part.runs] : []));
    const columns = (runs: (typeof lines)[number]): number => runs.reduce((sum, run) => sum + textColumns(run.text) * run.size.wide, 0);
    for (const runs of lines) expect([lineText(runs), columns(runs) <= paper.columns]).toEqual([lineText(runs), true]);
    const rightEdge = lines.filter((runs) => /(元\/斤 yuan\/jin|元\/公斤 yuan\/kg|￥245\.13|21\.20)$/u.test(lineText(runs)));
    expect(rightEdge.map(columns)).toEqual(Array.from({ length: 5 }, () => paper.columns));
    const words = lines.map(lineText).join('\n').replace(/ +/g, ' ');
    for (const text of ['过磅单 WEIGH TICKET', '单号 No. GZ01A-T-2026-000123', '5.66 元/公斤 yuan/kg', '校验 Check 3f2a9c00..e9c1', '87.5 斤 jin', '交货人联']) expect(words).toContain(text);
    expect(words).not.toMatch(/[?\ufffd]/u);
  });

  it('breaks no number where a line of its own holds it', () => {
    for (const language of ['zh', 'en', 'both'] as const) {
      const words = layoutReceipt(ticketReceipt(sampleTicket({ correction: { originalNumber: 'GZ01A-T-2026-000122', netGrams: 44_000, totalFen: 24_900 } }), language, { maskName: false }), PAPER_58).parts.flatMap((part) => (part.kind === 'line' ? [lineText(part.runs)] : [])).join('\n');
      for (const number of ['GZ01A-T-2026-000122', 'GZ01A-T-2026-000123']) expect([language, words.includes(number)]).toEqual([language, true]);
    }
  });
});

describe('a stored paper', () => {
  const request: PaperRequest = { kind: 'ticketReceipt', locale: 'zh', data: sampleTicket({ clerkName: '㐂梅' }), options: { maskName: false }, profile: RASTER_58 };

  it('drawn in a worker thread has the same bytes as on the main thread', async () => {
    const worker = new Worker(join(import.meta.dirname, '../../support/paper-worker.ts'), { workerData: { request, fontFolder: FONTS } });
    const bytes = await new Promise<Uint8Array>((resolve, reject) => { worker.once('message', resolve).once('error', reject); });
    await worker.terminate();
    expect(Buffer.from(bytes).equals(makePaperJob(request, openPaperPen(FONTS)).bytes)).toBe(true);
  });

  it('is rendered as it was first printed, as a picture, and refuses a form it does not have', async () => {
    const stored = { request: { ...request, profile: TEXT_58 }, bytes: Uint8Array.of(1, 2, 3) };
    expect(renderStoredPaper(stored, 'escpos', FONTS)).toEqual({ ok: true, form: 'escpos', bytes: Uint8Array.of(1, 2, 3) });
    const png = renderStoredPaper(stored, 'png', FONTS);
    if (!png.ok) throw new Error(png.code);
    const shown = readPicture(Buffer.from(png.bytes));
    expect(readAnyDepth(Buffer.from(png.bytes)).black.every((dot, at) => dot === shown.black[at])).toBe(true);
    expect(await readQrCodes(shown)).toEqual([sampleTicket().qrText]);
    expect(renderStoredPaper(stored, 'tspl', FONTS)).toEqual({ ok: false, code: 'form_not_for_paper', params: { form: 'tspl', forms: 'escpos, png' } });
  });

  it('without the fonts says which file is missing', () => {
    expect(() => openPaperPen('/nowhere')).toThrow(expect.objectContaining({ code: 'font_missing', params: { file: 'NotoSansSC-Regular.ttf' } }));
  });
});
