import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import { standardLayout, type SlipLayout } from '../../../electron/contract/slip-layout.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { readPicture } from '../../support/dot-picture.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { startFakePrinter, type FakePrinter } from '../../support/fake-printer.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { readQrCodes } from '../../support/qr-reader.ts';
import { testStation, type TestStation } from '../../support/station.ts';

let station: TestStation;
let printer: FakePrinter;
let clerk: Session;
let manager: Session;

const profile = (port: number, over: Partial<PrinterProfile> = {}): PrinterProfile => ({
  id: 'slips', name: '小票机', papers: ['receipt', 'reversal_slip'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '127.0.0.1', port }, mode: 'text', invert: false, nativeQr: false, ...over,
});

beforeAll(async () => {
  station = await testStation();
  printer = await startFakePrinter();
  manager = await station.as('manager');
  clerk = await station.as('clerk');
  await station.must(manager, 'printer.configure', { printers: [profile(printer.port)] });
});
afterAll(async () => {
  await station.close();
  await printer.close();
});

async function post(grossGrams: number, corrects?: string, name = '覃𬭎·古丽') {
  const member = await givenMember(station, clerk, name);
  const { productId, grades, priceE4 } = await givenGoods(station, clerk);
  const grade = grades[0] ?? '';
  const totalFen = lineAmountFen(grossGrams - 900, priceE4.get(grade) ?? 0);
  const input = plainTicket(station, { memberId: member.id, productId, grade, grossGrams, tareGrams: 900, totalFen });
  return { ...await station.must(clerk, 'ticket.post', { ...input, ...(corrects === undefined ? {} : { corrects }) }), input, totalFen };
}

const papersOf = async (documentId: string) => (await station.must(clerk, 'ticket.get', { id: documentId })).prints.filter((print) => print.paper !== 'lot_label');

/** The bytes of the newest slip with these words on it, once it has come. */
async function slipWith(words: readonly string[], dots: 384 | 576 = 576, since = 0): Promise<Buffer> {
  for (let look = 0; look < 400; look += 1) {
    const found = printer.jobs.slice(since).findLast((bytes) => words.every((word) => slipText(bytes, dots).includes(word)));
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`no slip says ${words.join(', ')}`);
}

function slipText(bytes: Buffer, dots: 384 | 576 = 576): string {
  return printedText(parseEscpos(bytes, dots)).join('\n');
}

const shift = async (paper: 'receipt', change: (layout: SlipLayout) => SlipLayout): Promise<number> => {
  const now = await station.must(manager, 'slip.layout', { paper, printerId: null });
  return (await station.must(manager, 'slip.saveLayout', { paper, printerId: null, layout: change(now.layout), expectedVersion: now.version })).version;
};

test('a copy is the first print byte by byte, with the mark of the copy between, whatever has changed since', async () => {
  const ticket = await post(23_450);
  const first = await slipWith([ticket.number]);
  await station.must(manager, 'setting.save', { key: 'print.copies.receipt', value: 3 });
  await shift('receipt', (layout) => ({ ...layout, language: 'both', opening: '新的一句话', sections: layout.sections.map((section) => ({ ...section, large: true, shown: section.name !== 'signature' })) }));
  const manager2 = await station.as('manager');
  await station.must(manager2, 'print.again', { documentId: ticket.id, paper: 'receipt' });
  const copy = await slipWith([ticket.number, '副本']);
  expect(slipText(copy)).toMatch(/副本 第1次[\s\S]+2026-11-20 09:00 王站长/u);
  const added = copy.length - first.length;
  const at = [...first].findIndex((byte, index) => byte !== copy[index]);
  const place = Array.from({ length: at + 1 }, (_, index) => index).find((index) => copy.subarray(0, index).equals(first.subarray(0, index)) && copy.subarray(index + added).equals(first.subarray(index)));
  expect([added > 0, place !== undefined]).toEqual([true, true]);
  const { png } = await station.must(clerk, 'print.preview', { documentId: ticket.id, paper: 'receipt' });
  expect(await readQrCodes(readPicture(Buffer.from(png, 'base64')))).toHaveLength(1);
  // On a printer of another width the same slip is laid out anew: still the old words and parts.
  await station.must(manager, 'printer.configure', { printers: [profile(printer.port, { widthMm: 58 })] });
  const since = printer.jobs.length;
  await station.must(clerk, 'print.again', { documentId: ticket.id, paper: 'receipt' });
  const narrow = await slipWith([ticket.number, '第2次'], 384, since);
  expect(slipText(narrow, 384)).toContain('签名或手印');
  expect(slipText(narrow, 384)).not.toContain('新的一句话');
  await station.must(manager, 'printer.configure', { printers: [profile(printer.port)] });
});

test('three copies come by themselves where the station wants them, each says whose it is, and one that was left out comes later as an original', async () => {
  const ticket = await post(24_000);
  expect((await papersOf(ticket.id)).map(({ paper, copyNo }) => [paper, copyNo])).toEqual([['receipt', 0], ['receipt_station', 0], ['receipt_accountant', 0]]);
  expect(slipText(await slipWith([ticket.number, '服务站联']))).toContain('签名或手印');
  const office = slipText(await slipWith([ticket.number, '会计联']));
  expect(office).not.toContain('签名或手印');
  expect(office).toContain('138.60');
  await station.must(manager, 'setting.save', { key: 'print.copies.receipt', value: 0 });
  const quiet = await post(24_100);
  expect(await papersOf(quiet.id)).toEqual([]);
  expect(await station.must(clerk, 'print.again', { documentId: quiet.id, paper: 'receipt_station' })).toMatchObject({ copyNo: 0 });
  expect(await station.must(clerk, 'print.again', { documentId: quiet.id, paper: 'receipt_station' })).toMatchObject({ copyNo: 1 });
  for (const paper of ['correction_slip', 'reversal_slip', 'return_slip', 'crate_slip', 'statement'] as const) expect(await station.call(clerk, 'print.again', { documentId: quiet.id, paper })).toMatchObject({ refusal: { code: 'paper_not_for_document' } });
  await station.must(manager, 'setting.save', { key: 'print.copies.receipt', value: 1 });
});

test('a ticket posted in the place of a reversed one says old and new figure, why, and who agreed', async () => {
  const wrong = await post(25_000);
  const { input } = await post(20_000);
  expect(await station.call(clerk, 'ticket.post', { ...plainAgain(input), corrects: wrong.id })).toMatchObject({ refusal: { code: 'corrects_not_reversed' } });
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错筐' }, { approval: station.approval('accountant') });
  const right = await post(24_500, wrong.id);
  const slip = slipText(await slipWith(['更正单', right.number]));
  for (const words of [wrong.number, `${wrong.number}-R`, '称错筐', '李会计', '24.10', '23.60', '-0.50']) expect(slip).toContain(words);
  expect(slip.match(/￥[\d.]+ +￥[\d.]+ +-￥[\d.]+/u)?.[0]?.replace(/ +/gu, ' ')).toBe(`￥${(wrong.totalFen / 100).toFixed(2)} ￥${(right.totalFen / 100).toFixed(2)} -￥${((wrong.totalFen - right.totalFen) / 100).toFixed(2)}`);
  expect((await station.must(clerk, 'ticket.get', { id: right.id })).corrects).toBe(wrong.number);
  expect(await station.call(clerk, 'ticket.post', { ...plainAgain(right.input), corrects: wrong.id })).toMatchObject({ refusal: { code: 'corrects_twice', params: { other: right.number } } });
  expect(await station.call(clerk, 'ticket.post', { ...plainAgain(right.input), corrects: station.core.station.ids.ulid() })).toMatchObject({ refusal: { code: 'corrects_unknown' } });
});

/** The same ticket from another draft. */
const plainAgain = (input: ReturnType<typeof plainTicket>) => ({ ...input, draftId: station.core.station.ids.ulid() });

test('every save of the looks is a new version, an older one can be taken back, and what must stand on a slip cannot be left out', async () => {
  const before = await station.must(manager, 'slip.layout', { paper: 'receipt', printerId: null });
  expect(await shift('receipt', (layout) => ({ ...layout, closing: '慢走' }))).toBe(before.version + 1);
  const { versions } = await station.must(manager, 'slip.layout', { paper: 'receipt', printerId: null });
  expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: before.version + 1 }, (_, index) => before.version + 1 - index));
  expect(await shift('receipt', () => versions.find(({ version }) => version === before.version)?.layout ?? standardLayout('queue_slip'))).toBe(before.version + 2);
  expect((await station.must(manager, 'slip.layout', { paper: 'receipt', printerId: null })).layout).toEqual(before.layout);
  const save = (layout: SlipLayout, expectedVersion = before.version + 2, printerId: string | null = null) => station.call(manager, 'slip.saveLayout', { paper: 'receipt', printerId, layout, expectedVersion });
  for (const name of ['number', 'net', 'lines', 'total', 'chain', 'baskets'] as const) {
    expect(await save({ ...before.layout, sections: before.layout.sections.filter((section) => section.name !== name) })).toMatchObject({ refusal: { code: 'section_required', params: { section: name } } });
    expect(await save({ ...before.layout, sections: before.layout.sections.map((section) => (section.name === name ? { ...section, shown: false } : section)) })).toMatchObject({ refusal: { code: 'section_required' } });
  }
  expect(await save(standardLayout('queue_slip'))).toMatchObject({ refusal: { code: 'section_unknown' } });
  expect(await save({ ...before.layout, logo: { widthDots: 24, heightDots: 16, bits: 'AAAA' } })).toMatchObject({ refusal: { code: 'logo_broken' } });
  expect(await save(before.layout, before.version)).toMatchObject({ refusal: { code: 'version_changed' } });
  expect(await save(before.layout, 0, 'no printer')).toMatchObject({ refusal: { code: 'printer_unknown' } });
  expect(await station.call(clerk, 'slip.saveLayout', { paper: 'receipt', printerId: null, layout: before.layout, expectedVersion: 1 })).toMatchObject({ refusal: { code: 'not_permitted' } });
  expect((await station.must(manager, 'slip.saveLayout', { paper: 'receipt', printerId: 'slips', layout: standardLayout('receipt'), expectedVersion: 0 })).version).toBe(1);
  expect(await station.must(manager, 'system.verify', { full: true })).toMatchObject({ ok: true });
});

test('where the station wants it, slips that sellers take home say only the first character of a name, and its own copies the whole', async () => {
  const choose = (value: boolean) => station.must(manager, 'setting.save', { key: 'receipt.mask_name', value });
  await choose(true);
  const wrong = await post(31_900, undefined, '欧阳建国');
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, { approval: station.approval('accountant') });
  const right = await post(32_900, wrong.id, '欧阳建国');
  const isMasked = (slip: Buffer): void => {
    expect(slipText(slip)).toContain('欧***');
    expect(slipText(slip)).not.toContain('欧阳建国');
  };
  isMasked(await slipWith([wrong.number]));
  isMasked(await slipWith([`${wrong.number}-R`]));
  isMasked(await slipWith([right.number, '更正单']));
  const seen = printer.jobs.length;
  await station.must(clerk, 'print.again', { documentId: right.id, paper: 'receipt_station' });
  expect(slipText(await slipWith([right.number, '站联'], 576, seen))).toContain('欧阳建国');
  await choose(false);
  const later = await post(33_900, undefined, '欧阳建国');
  expect(slipText(await slipWith([later.number]))).toContain('欧阳建国');
  const copies = printer.jobs.length;
  await station.must(clerk, 'print.again', { documentId: wrong.id, paper: 'receipt' });
  isMasked(await slipWith([wrong.number, '副本'], 576, copies));
});

test('a picture for the top is taken as PNG or JPEG; what is refused is said with its size', async () => {
  const { createCanvas } = await import('@napi-rs/canvas');
  const drawn = (side: number) => createCanvas(side, 16);
  const ask = (bytes: Uint8Array) => station.call(manager, 'slip.logo', { picture: Buffer.from(bytes).toString('base64') });
  expect(await ask(drawn(64).toBuffer('image/jpeg'))).toMatchObject({ ok: true, data: { widthDots: 64, heightDots: 16 } });
  expect(await ask(drawn(64).toBuffer('image/png'))).toMatchObject({ ok: true });
  expect(await ask(drawn(64).toBuffer('image/webp'))).toMatchObject({ refusal: { code: 'logo_wrong_kind' } });
  expect(await ask(drawn(3_001).toBuffer('image/png'))).toMatchObject({ refusal: { code: 'logo_too_wide', params: { width: 3_001, height: 16, most: 3_000 } } });
  expect(await ask(Buffer.alloc(2_000_001))).toMatchObject({ refusal: { code: 'logo_too_large', params: { kilobytes: 2_001, most: 2_000 } } });
  expect(await ask(drawn(64).toBuffer('image/jpeg').subarray(0, 300))).toMatchObject({ ok: false });
});
