import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { readPicture, type DotPicture } from '../../support/dot-picture.ts';
import { parseEscpos } from '../../support/escpos-parser.ts';
import { escposPicture } from '../../support/escpos-picture.ts';
import { startFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, givenReading } from '../../support/intake.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { testStation, type TestStation } from '../../support/station.ts';

let station: TestStation;
let printer: FakePrinter;
let clerk: Session;
let manager: Session;

/** Pictures, line by line what the preview shows. */
const profile = (port: number, widthMm: 58 | 80): PrinterProfile => ({
  id: 'slips', name: '小票机', papers: ['receipt', 'reversal_slip'], language: 'escpos', widthMm, port: { kind: 'tcp', host: '127.0.0.1', port }, mode: 'raster', invert: false, nativeQr: false,
});

beforeAll(async () => {
  station = await testStation();
  printer = await startFakePrinter();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
});
afterAll(async () => {
  await station.close();
  await printer.close();
});

/** Two households, two grades, something sent back, crates taken along, an open debt: a slip on which nearly everything stands. */
async function fullTicket(names: readonly [string, string]): Promise<InputOf<'ticket.post'>> {
  const owners = await Promise.all(names.map(async (name) => ({ memberId: (await givenMember(station, clerk, name)).id, share: 1 })));
  await station.must(clerk, 'debt.inputCredit', { memberId: owners[0]?.memberId ?? '', goods: '种子', amountFen: 5_000, consent: '签字' }, { approval: station.approval('accountant') });
  const { productId, grades: [first = '', second = ''], priceE4 } = await givenGoods(station, clerk);
  const price = (grade: string): number => priceE4.get(grade) ?? 0;
  return {
    draftId: station.core.station.ids.ulid(), owners, productId, baskets: [{ gross: givenReading(station, 23_450), tare: givenReading(station, 900) }, { gross: givenReading(station, 12_050), tare: { kind: 'none' } }],
    returnedGrams: 1_000, sortingLossGrams: 0, measures: [],
    parts: [{ grade: first, netGrams: 20_000, overrideReason: '手工定级', deductions: [] }, { grade: second, netGrams: null, overrideReason: '手工定级', deductions: [] }],
    paperNo: null, note: null, expectedTotalFen: lineAmountFen(20_000, price(first)) + lineAmountFen(13_600, price(second)),
  };
}

const draw = async (input: InputOf<'ticket.post'>): Promise<DotPicture> => readPicture(Buffer.from((await station.must(clerk, 'ticket.paperAhead', input)).png, 'base64'));

/** How many papers have come, once everything that was queued has gone out. */
async function papersOut(): Promise<number> {
  const waits = async (): Promise<boolean> => (await station.must(clerk, 'print.jobs', {})).rows.some(({ paper }) => paper !== 'lot_label');
  for (let look = 0; look < 400 && await waits(); look += 1) await new Promise((done) => setTimeout(done, 25));
  return printer.jobs.length;
}

/** Numbers of the rows in which two pictures of the same width differ. */
function differingRows(one: DotPicture, other: DotPicture): number[] {
  const row = ({ width, black }: DotPicture, y: number): string => black.subarray(y * width, (y + 1) * width).join('');
  return Array.from({ length: Math.max(one.height, other.height) }, (_, y) => y).filter((y) => row(one, y) !== row(other, y));
}

const eventCount = (): unknown => station.core.station.db.file.prepare('SELECT count(*) FROM event').pluck().get();

test.each([[80, 576, 'person'], [58, 384, 'both']] as const)('the desk is shown the very paper it will print on %i mm (%i dots, %s), save for number, check and code', async (widthMm, dots, language) => {
  await station.must(manager, 'printer.configure', { printers: [profile(printer.port, widthMm)] });
  const { layout, version } = await station.must(manager, 'slip.layout', { paper: 'receipt', printerId: null });
  const sections = layout.sections.map((section) => ({ ...section, shown: section.name !== 'signature', large: section.name === 'lines' })).toReversed();
  await station.must(manager, 'slip.saveLayout', { paper: 'receipt', printerId: null, layout: { ...layout, language, opening: '今日收红薯', sections }, expectedVersion: version });
  const input = await fullTicket([`覃𬭎${widthMm}`, `杨𠮷${widthMm}`]);
  const events = eventCount();
  const ahead = await draw(input);
  expect(await draw(input)).toEqual(ahead);
  expect(eventCount()).toBe(events);
  expect(await readQrCodes(ahead)).toEqual([expect.stringMatching(/^not posted yet/u)]);
  const since = await papersOut();
  const ticket = await station.must(clerk, 'ticket.post', { ...input, returns: [{ grams: 1_000, reason: '虫眼' }] });
  expect(await papersOut()).toBeGreaterThan(since);
  const paper = await escposPicture(parseEscpos(printer.jobs[since] ?? Buffer.alloc(0), dots), dots);
  const shown = readPicture(Buffer.from((await station.must(clerk, 'print.look', { jobId: ticket.jobs[0] ?? '' })).png, 'base64'));
  expect(differingRows(paper, shown)).toEqual([]);
  const rows = differingRows(ahead, shown);
  expect([ahead.width, ahead.height]).toEqual([shown.width, shown.height]);
  // The code with its caption and the check stand together; the number stands elsewhere. Every other row is the same.
  const bands = rows.filter((row, at) => at === 0 || row - (rows[at - 1] ?? 0) > 40);
  expect(bands).toHaveLength(2);
  expect(rows.length).toBeLessThan(ahead.height / 3);
});

test('what cannot be posted has no paper, another amount is shown as core computes it, and looking leaves no number missing', async () => {
  const input = await fullTicket(['石一', '石二']);
  const grade = input.parts[0]?.grade ?? '';
  expect(await station.call(clerk, 'ticket.paperAhead', { ...input, parts: [{ grade, netGrams: 1, overrideReason: '手工定级', deductions: [] }] })).toMatchObject({ refusal: { code: 'parts_not_equal_net' } });
  expect(await draw({ ...input, expectedTotalFen: 1 })).toEqual(await draw(input));
  const before = await station.must(clerk, 'ticket.list', {});
  const ticket = await station.must(clerk, 'ticket.post', { ...input, returns: [{ grams: 1_000, reason: '虫眼' }] });
  expect(Number(ticket.number.split('-').at(-1))).toBe(before.total + 1);
  expect(await station.call(clerk, 'ticket.paperAhead', input)).toMatchObject({ refusal: { code: 'draft_posted' } });
  expect(await station.must(await station.as('accountant'), 'system.verify', { full: true })).toMatchObject({ ok: true });
});

test('the preview of a slip that was printed before is the next print dot for dot: its language, its number as a copy, and that its ticket was voided', async () => {
  const input = await fullTicket(['韦三', '韦四']);
  const ticket = await station.must(clerk, 'ticket.post', { ...input, returns: [{ grams: 1_000, reason: '虫眼' }] });
  await papersOut();
  await station.must(clerk, 'session.prefer', { locale: 'en' });
  const shownAndPrinted = async (): Promise<readonly [DotPicture, DotPicture]> => {
    const since = await papersOut();
    const shown = readPicture(Buffer.from((await station.must(clerk, 'print.preview', { documentId: ticket.id, paper: 'receipt' })).png, 'base64'));
    await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' });
    await papersOut();
    return [shown, await escposPicture(parseEscpos(printer.jobs[since] ?? Buffer.alloc(0), 384), 384)];
  };
  const [firstShown, firstCopy] = await shownAndPrinted();
  expect(differingRows(firstShown, firstCopy)).toEqual([]);
  await station.must(clerk, 'ticket.reverse', { id: ticket.id, reason: '称错' }, { approval: station.approval('accountant') });
  const [secondShown, secondCopy] = await shownAndPrinted();
  expect(differingRows(secondShown, secondCopy)).toEqual([]);
  expect(secondShown.height).toBeGreaterThan(firstShown.height);
});
