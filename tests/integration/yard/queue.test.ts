import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember, plainTicket } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { productOf, publish, typed } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
});
afterEach(() => station.close());

const take = async (memberId: string | null = null, productId: string | null = null) => (await station.must(clerk, 'queue.take', { memberId, productId }));
const states = async (): Promise<string[]> => (await station.must(clerk, 'queue.list', {})).rows.map((row) => `${row.label} ${row.state}`);

test('numbers run without a gap through a restart and start anew the next day', async () => {
  expect([(await take()).label, (await take()).label]).toEqual(['A001', 'A002']);
  await station.reopen();
  clerk = await station.as('clerk');
  expect((await take()).label).toBe('A003');
  station.clock.forward(24 * 60 * 60_000);
  clerk = await station.as('clerk');
  await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-21' });
  expect((await take()).label).toBe('A001');
  expect(await states()).toEqual(['A001 waiting']);
});

test('a number that was refused leaves no gap', async () => {
  await take();
  expect(await station.call(clerk, 'queue.take', { memberId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', productId: null })).toMatchObject({ ok: false, refusal: { code: 'member_unknown' } });
  expect((await take()).label).toBe('A002');
});

test('the one who waits longest is called, the one before is served, and who is not there goes and may come back', async () => {
  const first = await take();
  const second = await take();
  await take();
  expect(await station.must(clerk, 'queue.next', {})).toMatchObject({ label: 'A001', state: 'called' });
  await station.must(clerk, 'queue.move', { id: first.id, to: 'gone' });
  expect((await station.must(clerk, 'queue.next', {})).label).toBe('A002');
  expect((await station.must(clerk, 'queue.next', {})).label).toBe('A003');
  expect(await states()).toEqual(['A001 gone', 'A002 served', 'A003 called']);
  await station.must(clerk, 'queue.move', { id: first.id, to: 'waiting' });
  expect((await station.must(clerk, 'queue.next', {})).label).toBe('A001');
  expect(await station.call(clerk, 'queue.next', {})).toMatchObject({ ok: false, refusal: { code: 'queue_empty' } });
  await station.must(clerk, 'queue.move', { id: second.id, to: 'called' });
  expect(await states()).toEqual(['A001 served', 'A002 called', 'A003 served']);
});

test('a number of yesterday is not moved any more', async () => {
  const { id } = await take();
  station.clock.forward(24 * 60 * 60_000);
  clerk = await station.as('clerk');
  expect(await station.call(clerk, 'queue.move', { id, to: 'called' })).toMatchObject({ ok: false, refusal: { code: 'queue_number_of_another_day' } });
});

test('the slip of the number is printed where receipts are, with name and product', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'printer.configure', { printers: [{ id: 'receipts', name: '小票机', papers: ['receipt'], language: 'escpos', widthMm: 80, port: { kind: 'simulator' }, mode: 'text', invert: false, nativeQr: true }] });
  const member = (await givenMember(station, clerk, '张三')).id;
  const { jobId } = await take(member, (await productOf(station, clerk, 'SWPO-ZY')).id);
  await expect.poll(async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((job) => job.id === jobId)?.state).toBe('sent');
  const kept = station.core.station.db.file.prepare("SELECT paper, bytes FROM kept_paper WHERE paper = 'queue_slip'").all() as Array<{ bytes: Uint8Array }>;
  const slip = new TextDecoder('gb18030').decode(kept[0]?.bytes);
  expect(slip).toContain('A001');
  expect(slip).toContain('张三');
});

test('a lost slip of a number comes again: the first print with its mark, whatever has changed since, and never of another day', async () => {
  const manager = await station.as('manager');
  await station.must(manager, 'printer.configure', { printers: [{ id: 'receipts', name: '小票机', papers: ['receipt'], language: 'escpos', widthMm: 80, port: { kind: 'simulator' }, mode: 'text', invert: false, nativeQr: true }] });
  const printed = async (jobId: string): Promise<string> => {
    await expect.poll(async () => (await station.must(clerk, 'print.jobs', { open: false })).rows.find((job) => job.id === jobId)?.state).toBe('sent');
    const kept = station.core.station.db.file.prepare('SELECT k.bytes FROM kept_paper k JOIN print_job j ON j.id = k.print_job_id WHERE j.ulid = ?').get(jobId) as { bytes: Uint8Array };
    return new TextDecoder('gb18030').decode(kept.bytes);
  };
  await take();
  const member = await givenMember(station, clerk, '张三');
  const number = await take(member.id);
  const first = await printed(number.jobId);
  // Meanwhile the one in front is called, so that a slip drawn from the books would say another number of people.
  await station.must(clerk, 'queue.next', {});
  expect(first).toContain('前面');
  const copy = await station.must(clerk, 'queue.printAgain', { id: number.id });
  expect(copy.copyNo).toBe(1);
  const second = await printed(copy.jobId);
  const { createdBy } = (await station.must(clerk, 'print.jobs', { open: false })).rows.find((job) => job.id === copy.jobId) ?? { createdBy: 'nobody' };
  for (const words of ['副本 第1次', createdBy]) expect(second).toContain(words);
  expect(first).not.toContain(createdBy);
  expect(second.length).toBeGreaterThan(first.length);
  const at = [...first].findIndex((letter, index) => letter !== second[index]);
  expect(second.endsWith(first.slice(at))).toBe(true);
  expect(await station.must(clerk, 'queue.printAgain', { id: number.id })).toMatchObject({ copyNo: 2 });
  expect((await station.must(clerk, 'print.jobs', { open: false })).rows.filter((job) => job.paper === 'queue_slip' && job.copyNo > 0).map((job) => [job.documentNumber, job.copyNo])).toEqual([['A002', 2], ['A002', 1]]);
  expect(await station.call(clerk, 'queue.printAgain', { id: member.id })).toMatchObject({ refusal: { code: 'queue_number_unknown' } });
  station.clock.forward(24 * 60 * 60_000);
  clerk = await station.as('clerk');
  expect(await station.call(clerk, 'queue.printAgain', { id: number.id })).toMatchObject({ refusal: { code: 'queue_number_of_another_day' } });
});

describe('a number is served when what it was drawn for is posted', () => {
  const deliver = async (memberId: string, code = 'SWPO-ZY', fields: object = {}): Promise<void> => {
    const product = await productOf(station, clerk, code);
    await publish(station, product.id, { G2: 20_000 });
    clerk = await station.as('clerk');
    await station.must(clerk, 'ticket.post', { ...plainTicket(station, { memberId, productId: product.id, grade: 'G2', grossGrams: 10_000, tareGrams: 0, totalFen: 2_000 }), ...fields });
  };

  test('the one called is served with its own ticket, and not with the ticket of somebody else or of other goods', async () => {
    const [member, other] = [(await givenMember(station, clerk, '张三')).id, (await givenMember(station, clerk, '李四')).id];
    const { id } = await take(member, (await productOf(station, clerk, 'SWPO-ZY')).id);
    await take(other);
    await station.must(clerk, 'queue.next', {});
    await deliver(other);
    await deliver(member, 'CHILI-CTJ');
    expect(await states()).toEqual(['A001 called', 'A002 waiting']);
    await deliver(member);
    expect(await states()).toEqual(['A001 served', 'A002 waiting']);
    expect((await station.must(clerk, 'queue.list', {})).rows.find((row) => row.id === id)?.endedAt).toBe(station.clock.now());
  });

  test('a page of the paper book, typed in later, serves nobody who stands at the desk', async () => {
    const member = (await givenMember(station, clerk, '张三')).id;
    const { id: productId } = await productOf(station, clerk, 'SWPO-ZY');
    await publish(station, productId, { G1: 20_000 });
    await take(member, productId);
    await station.must(clerk, 'queue.next', {});
    const page = { ...plainTicket(station, { memberId: member, productId, grade: 'G1', grossGrams: 10_000, tareGrams: 0, totalFen: 2_000 }), baskets: [typed(10_000, '补录纸单')], paperNo: '12', writtenAt: station.clock.now() };
    await station.must(clerk, 'ticket.post', page);
    expect(await states()).toEqual(['A001 called']);
    await deliver(member);
    expect(await states()).toEqual(['A001 served']);
  });

  test('a number that names nobody is served with whoever stands at the desk, one who only shares the cart too', async () => {
    const [member, other] = [(await givenMember(station, clerk, '张三')).id, (await givenMember(station, clerk, '李四')).id];
    await take();
    await take(other);
    await station.must(clerk, 'queue.next', {});
    await deliver(member);
    expect(await states()).toEqual(['A001 served', 'A002 waiting']);
    await station.must(clerk, 'queue.next', {});
    await deliver(member, 'SWPO-ZY', { owners: [{ memberId: member, share: 1 }, { memberId: other, share: 1 }] });
    expect(await states()).toEqual(['A001 served', 'A002 served']);
  });

  test('a ticket that is refused leaves the number called', async () => {
    const member = (await givenMember(station, clerk, '张三')).id;
    await take(member);
    await station.must(clerk, 'queue.next', {});
    const product = await productOf(station, clerk, 'SWPO-ZY');
    await publish(station, product.id, { G2: 20_000 });
    clerk = await station.as('clerk');
    expect(await station.call(clerk, 'ticket.post', plainTicket(station, { memberId: member, productId: product.id, grade: 'G2', grossGrams: 10_000, tareGrams: 0, totalFen: 1 }))).toMatchObject({ ok: false, refusal: { code: 'amount_changed' } });
    expect(await states()).toEqual(['A001 called']);
  });
});
