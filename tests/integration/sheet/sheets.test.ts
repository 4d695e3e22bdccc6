import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { checkCode, type CodeKey } from '../../../electron/core/documents/signed-code.ts';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { CommandLineStation } from '../../support/command-line.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import { codesInMarkup } from '../../support/page-codes.ts';
import { quietHost } from '../../support/quiet-host.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

type Order = InputOf<'sheet.print'>['order'];

/** Pages that the printing window was given; it never draws the same bytes twice. */
const pages: string[] = [];
let hasWindow = true;
/** Where the person wants a file; null: they think better of it. */
let chosen: string | null = null;
let station: TestStation;
let clerk: Session;
let office: Session;
let ticketId = '';
const secrets = { phone: '13987654321', account: '6222021234567890128', residentId: '11010519491231002X' };

beforeAll(async () => {
  const draw = (html: string): Promise<Uint8Array> => {
    if (!hasWindow) return Promise.reject(new Error('no window'));
    pages.push(html);
    return Promise.resolve(Buffer.from(`%PDF-1.7 drawing ${pages.length}`));
  };
  station = await testStation({ host: { ...quietHost, htmlToPdf: draw, chooseFile: () => Promise.resolve(chosen) } });
  [clerk, office] = [await station.as('clerk'), await station.as('accountant')];
  const seller = await station.must(clerk, 'member.save', { name: '欧阳建国', nickname: null, houseGroup: '三组', kind: 'member', phone: secrets.phone, residentId: secrets.residentId, birthDate: null, ownGrown: true, note: null, channel: 'bank' });
  await station.must(office, 'member.saveAccount', { memberId: seller.id, bankName: '农信社', cnapsCode: null, kind: 'passbook', account: secrets.account, typedTwice: true });
  const other = await givenMember(station, clerk, '李过路', 'non_member');
  ticketId = await post(seller.id, 61_500);
  await post(other.id, 41_500);
}, 60_000);
afterAll(() => station.close());

async function post(memberId: string, grossGrams: number): Promise<string> {
  const goods = await givenGoods(station, clerk);
  const grade = goods.grades[0] ?? '';
  station.clock.forward(60_000);
  const totalFen = lineAmountFen(grossGrams - 1_500, goods.priceE4.get(grade) ?? 0);
  return (await station.must(clerk, 'ticket.post', plainTicket(station, { memberId, productId: goods.productId, grade, grossGrams, tareGrams: 1_500, totalFen }))).id;
}

const print = (order: Order, as = office) => station.must(as, 'sheet.print', { order });
const sha256 = (base64: string): string => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');
const lastPage = (): string => pages.at(-1) ?? '';
const rows = (sql: string): unknown[] => station.core.station.db.file.prepare(sql).all();

test('a purchase note is an original once and a marked copy of the same page ever after', async () => {
  const order: Order = { kind: 'purchase_note', ticketId, language: 'zh', size: 'A5' };
  const first = await print(order, clerk);
  const original = lastPage();
  expect(first).toMatchObject({ copyNo: 0, sha256: sha256(first.pdf) });
  for (const piece of ['农产品收购凭证', '欧阳建国', '139****4321', '****0128', '********002X', '60.00', '120.0', '叁佰陆拾元整']) expect(original).toContain(piece);
  const { keys } = JSON.parse(Buffer.from((await station.must(clerk, 'system.publicKeys', {})).base64, 'base64').toString('utf8')) as { keys: readonly CodeKey[] };
  const [code = ''] = await codesInMarkup(original);
  expect(checkCode(code, keys)).toMatchObject({ ok: true, facts: { kind: 'purchase', grams: 60_000, fen: 36_000 } });
  expect(await station.must(clerk, 'sheet.preview', { order })).toMatchObject({ copyNo: 1, size: 'A5' });
  const copy = await print(order, office);
  expect(copy.copyNo).toBe(1);
  expect(lastPage()).toContain('副本 第1次');
  expect(lastPage()).toContain('李会计');
  expect(lastPage().replace(/<div class="copyline">.*?<\/div>/, '').replace(/<div class="copyword".*?<\/div>/, '')).toBe(original.replace(/<div class="copyline">.*?<\/div>/, ''));
  expect(rows("SELECT copy_no, (SELECT name FROM user WHERE id = user_id) AS name FROM sheet_print WHERE sheet_id = (SELECT id FROM sheet WHERE kind = 'purchase_note')")).toEqual([{ copy_no: 0, name: '张司磅' }, { copy_no: 1, name: '李会计' }]);
  expect(rows("SELECT code, count(*) AS n FROM audit WHERE op = 'sheet.print' AND outcome = 'ok' GROUP BY code")).toEqual([{ code: 'purchase_note', n: 2 }]);
});

test('a document has one original: in another language or size it is a copy too, drawn from a page of its own', async () => {
  expect((await station.must(clerk, 'sheet.preview', { order: { kind: 'purchase_note', ticketId, language: 'both', size: 'A5' } })).copyNo).toBe(2);
  expect((await print({ kind: 'purchase_note', ticketId, language: 'both', size: 'A5' })).copyNo).toBe(2);
  expect(lastPage()).toMatch(/副本.*2/u);
  expect((await print({ kind: 'purchase_note', ticketId, language: 'zh', size: 'A4' })).copyNo).toBe(3);
  expect(lastPage()).toContain('副本 第3次');
  expect((await print({ kind: 'purchase_note', ticketId, language: 'zh', size: 'A5' })).copyNo).toBe(4);
  expect(rows("SELECT copy_no, size, language FROM sheet_print JOIN sheet ON sheet.id = sheet_id WHERE kind = 'purchase_note' ORDER BY copy_no")).toEqual([
    { copy_no: 0, size: 'A5', language: 'zh' }, { copy_no: 1, size: 'A5', language: 'zh' }, { copy_no: 2, size: 'A5', language: 'both' }, { copy_no: 3, size: 'A4', language: 'zh' }, { copy_no: 4, size: 'A5', language: 'zh' },
  ]);
});

test('what is kept is sealed: neither names nor masked numbers nor the page stand in the file', () => {
  for (const row of rows('SELECT page, pdf FROM sheet') as Array<{ page: Buffer; pdf: Buffer }>) {
    for (const clear of ['欧阳建国', '139****4321', '<html', '%PDF']) expect([row.page.includes(clear), row.pdf.includes(clear)]).toEqual([false, false]);
  }
});

test('the day sheet of the same books is a copy; one more ticket makes it another sheet', async () => {
  const order: Order = { kind: 'day', date: '2026-11-20', language: 'zh' };
  expect((await print(order, clerk)).copyNo).toBe(0);
  for (const piece of ['买断', '100.00', '200.0', '¥600.00', '欧阳建国', '李过路']) expect(lastPage()).toContain(piece);
  const [head] = rows('SELECT hash FROM event ORDER BY seq DESC LIMIT 1') as Array<{ hash: string }>;
  expect(lastPage().replaceAll(' ', '')).toContain(head?.hash);
  expect((await print(order, clerk)).copyNo).toBe(1);
  const voided = await post((await givenMember(station, clerk, '错一单')).id, 3_500);
  await station.must(clerk, 'ticket.reverse', { id: voided, reason: '重复过磅' }, { approval: station.approval('accountant') });
  expect((await print(order, clerk)).copyNo).toBe(0);
  for (const piece of ['重复过磅', '-R', '李会计', '100.00']) expect(lastPage()).toContain(piece);
  expect(await station.call(clerk, 'sheet.print', { order: { kind: 'purchase_note', ticketId: (rows("SELECT ulid FROM document WHERE reverses_id IS NOT NULL") as Array<{ ulid: string }>)[0]?.ulid ?? '' } })).toMatchObject({ refusal: { code: 'sheet_not_for_reversal' } });
});

test('the public notice masks names and shows of numbers only their ends, and holds members and others apart', async () => {
  await print({ kind: 'notice', from: '2026-11-01', to: '2026-11-20', place: '村委会公示栏', postedOn: '2026-11-20', objectionUntil: '2026-11-27', language: 'zh' });
  const page = lastPage();
  for (const piece of ['欧***', '李**', '****4321', '****0128', '村委会公示栏', '成员交货和付款', '非成员交货和付款', '¥360.00', '¥240.00']) expect(page).toContain(piece);
  for (const hidden of ['欧阳建国', '李过路', '139****', secrets.phone, secrets.account]) expect(page).not.toContain(hidden);
});

test('the grading sheet and its empty form come from stored rows', async () => {
  expect((await print({ kind: 'grading', ticketId })).copyNo).toBe(0);
  for (const piece of ['定级结果', '手工定级', '等级和界限']) expect(lastPage()).toContain(piece);
  const product = (await station.must(clerk, 'product.list', {})).rows.find((row) => row.code === 'SWPO-ZY');
  expect((await print({ kind: 'grading_form', schemeId: product?.scheme?.id ?? '', language: 'en' })).copyNo).toBe(0);
  expect(lastPage()).toContain('Grading form');
});

test('statement and payout sheet carry versions, capitals and places to sign', async () => {
  const id = await calculatedBatch(station, office);
  const open = await station.must(office, 'settlement.batch', { id });
  const settlementId = open.settlements.find((row) => row.channel === 'bank')?.id ?? '';
  expect(await station.call(office, 'sheet.print', { order: { kind: 'statement', settlementId } })).toMatchObject({ refusal: { code: 'settlement_not_posted' } });
  await approvedBatch(station, office, id);
  await print({ kind: 'statement', settlementId });
  for (const piece of ['GZ01A-S-2026-00000', '标准 第1版', 'GZ01A-E-2026-000001', '叁佰陆拾元整', '****0128']) expect(lastPage()).toContain(piece);
  const { payoutId } = await station.must(office, 'settlement.pay', { id, method: 'bank', cashBoxId: null }, { approval: station.approval('manager') });
  await print({ kind: 'payout', payoutId });
  for (const piece of ['发放表', '签名或手印', '叁佰陆拾元整', '****0128']) expect(lastPage()).toContain(piece);
  expect(lastPage()).not.toContain(secrets.account);
});

test('who may not see the figures on the screen may not print them either, and nonsense is refused', async () => {
  const notice = { kind: 'notice', from: '2026-11-01', to: '2026-11-20', place: '村委会', postedOn: '2026-11-20', objectionUntil: '2026-11-27' } as const;
  const refusal = async (order: Order, as = office): Promise<unknown> => (await station.call(as, 'sheet.print', { order }) as { refusal?: { code: string } }).refusal?.code;
  expect(await refusal(notice, clerk)).toBe('sheet_not_permitted');
  expect(await refusal({ ...notice, objectionUntil: '2026-11-19' })).toBe('objection_before_posting');
  expect(await refusal({ ...notice, from: '2026-11-21' })).toBe('period_invalid');
  expect(await refusal({ ...notice, from: '2025-01-01' })).toBe('period_too_long');
  expect(await refusal({ kind: 'day', date: '2026-11-21' })).toBe('sheet_day_ahead');
  expect(await refusal({ kind: 'scale_book', scaleId: 'none', from: '2026-11-01', to: '2026-11-20' })).toBe('scale_unknown');
  expect(await refusal({ kind: 'grading_form', schemeId: ticketId })).toBe('scheme_unknown');
  expect(await refusal({ kind: 'payout', payoutId: ticketId })).toBe('payout_unknown');
});

test('without a window nothing is drawn and nothing kept', async () => {
  hasWindow = false;
  const before = rows('SELECT count(*) AS n FROM sheet_print');
  expect(await station.call(clerk, 'sheet.print', { order: { kind: 'grading', ticketId, language: 'en' } })).toMatchObject({ ok: false, fault: { code: 'window_missing' } });
  expect(rows('SELECT count(*) AS n FROM sheet_print')).toEqual(before);
  hasWindow = true;
});

test('a copy of a note whose ticket was voided since says so', async () => {
  const id = await post((await givenMember(station, clerk, '后来作废')).id, 5_500);
  await print({ kind: 'purchase_note', ticketId: id }, clerk);
  const { number } = await station.must(clerk, 'ticket.reverse', { id, reason: '称错' }, { approval: station.approval('accountant') });
  expect((await print({ kind: 'purchase_note', ticketId: id }, clerk)).copyNo).toBe(1);
  expect(lastPage()).toContain(`原单已作废，见 ${number}`);
});

test('the command line gives the kept bytes, and says where none was ever printed', async () => {
  const line = new CommandLineStation();
  const order = { kind: 'purchase_note', ticketId: await post((await givenMember(station, clerk, '王还在')).id, 5_500), language: 'zh', size: 'A5' };
  const kept = await print({ ...order, language: 'en' } as Order);
  await station.core.stop();
  const render = (asked: object, form: string, out: string) => line.run(['print', 'render', '--sheet', JSON.stringify(asked), '--to', form, '--out', join(line.folder, out), '--data', station.folder], { config: station.config });
  try {
    expect(await render({ ...order, language: 'en' }, 'pdf', 'note.pdf')).toMatchObject({ code: 0 });
    expect(readFileSync(join(line.folder, 'note.pdf')).toString('base64')).toBe(kept.pdf);
    expect(await render({ kind: 'day', date: '2026-11-19' }, 'pdf', 'none')).toMatchObject({ code: 1, lines: [{ refusal: { code: 'sheet_never_printed' } }] });
    expect(await render({ kind: 'nothing' }, 'pdf', 'none')).toMatchObject({ code: 1, lines: [{ refusal: { code: 'sheet_order_invalid' } }] });
  } finally {
    line.remove();
    await station.reopen();
  }
}, 120_000);

test('a sheet that nobody took, or that the disk did not, has not left: the next one is still the original', async () => {
  const order: Order = { kind: 'purchase_note', ticketId: await post((await givenMember(station, clerk, '陈等等')).id, 6_500), language: 'zh', size: 'A5' };
  const next = async () => (await station.must(clerk, 'sheet.preview', { order })).copyNo;
  chosen = null;
  expect(await station.must(clerk, 'sheet.save', { order })).toEqual({ savedTo: null, copyNo: 0 });
  chosen = join(station.folder, 'no such folder', 'note.pdf');
  expect(await station.call(clerk, 'sheet.save', { order })).toMatchObject({ ok: false, fault: { code: 'file_unwritable' } });
  chosen = join(station.folder, 'a folder.pdf');
  mkdirSync(chosen);
  expect(await station.call(clerk, 'sheet.save', { order })).toMatchObject({ ok: false, fault: { code: 'file_unwritable' } });
  expect(await next()).toBe(0);
  chosen = join(station.folder, 'note.pdf');
  expect(await station.must(clerk, 'sheet.save', { order })).toEqual({ savedTo: chosen, copyNo: 0 });
  expect(readFileSync(chosen, 'utf8')).toMatch(/^%PDF-1\.7 drawing/);
  expect(await station.must(clerk, 'sheet.save', { order })).toMatchObject({ copyNo: 1 });
  expect(lastPage()).toContain('副本 第1次');
  expect(await next()).toBe(2);
});

test('no sheet of any kind ever said a telephone, an account or an identity number whole', () => {
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) for (const whole of Object.values(secrets)) expect(page).not.toContain(whole);
});

test('a kept page or a kept PDF of which a byte was changed in the file is not given out, nor copied', async () => {
  const order: Order = { kind: 'grading', ticketId, language: 'zh', size: 'A4' };
  const { file } = station.core.station.db;
  const guard = (file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'sheet'").all() as Array<{ name: string }>);
  for (const { name } of guard) file.exec(`DROP TRIGGER "${name}"`);
  const clerkNow = await station.as('clerk');
  for (const column of ['page', 'pdf'] as const) {
    const kept = file.prepare(`SELECT id, ${column} AS bytes FROM sheet WHERE kind = 'grading'`).get() as { id: number; bytes: Buffer };
    const changed = Buffer.from(kept.bytes);
    changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1;
    file.prepare(`UPDATE sheet SET ${column} = ? WHERE id = ?`).run(changed, kept.id);
    expect([column, await station.call(clerkNow, 'sheet.print', { order })]).toMatchObject([column, { ok: false, fault: { code: 'protected_damaged' } }]);
    file.prepare(`UPDATE sheet SET ${column} = ? WHERE id = ?`).run(kept.bytes, kept.id);
  }
  expect(await station.must(clerkNow, 'sheet.print', { order })).toMatchObject({ copyNo: expect.any(Number) });
});
