import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import type { TicketForm } from '../../support/tickets.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, typed } from '../../support/tickets.ts';

const dayMs = 24 * 60 * 60_000;
let station: TestStation;
let clerk: Session;
let manager: Session;
let productId = '';
let member = '';
let priced = 0;
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 20_000 });
  member = (await givenMember(station, clerk, '张三')).id;
  priced = station.clock.now();
  // The station rests for forty days, one step at a time, as a clock does.
  for (let step = 0; step < 2; step += 1) {
    station.clock.forward(20 * dayMs);
    clerk = await station.as('clerk');
    const { businessDate } = await station.must(clerk, 'session.state', {});
    await station.must(clerk, 'session.confirmDate', { businessDate });
  }
  manager = await station.as('manager');
});
afterEach(() => station.close());

const page = (writtenAt: number | null, fields: Partial<TicketForm> = {}): TicketForm =>
  ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [typed(10_000, '补录纸单')], parts: [part('G1')], expectedTotalFen: 2_000, paperNo: '12', writtenAt, ...fields });
const ago = (days: number): number => station.clock.now() - days * dayMs;
const post = (ticket: TicketForm, session = clerk) => station.call(session, 'ticket.post', ticket);

test('a page of thirty days ago is entered; one of thirty-one days is refused with the day and the limit', async () => {
  expect(await post(page(ago(31)))).toMatchObject(refusedWith('paper_too_old', { day: '2026-11-29', days: 30 }));
  expect(await post(page(ago(30)))).toMatchObject({ ok: true });
});

test('beyond the limit goes a manager with a reason, alone or as the second person; it stands on the ticket', async () => {
  const late = page(priced, { lateReason: '雪封路，本子才送到' });
  expect(await post(late)).toMatchObject({ ok: false, refusal: { code: 'paper_too_old' } });
  expect(await station.call(clerk, 'ticket.post', late, { approval: station.approval('accountant') })).toMatchObject({ ok: false, refusal: { code: 'paper_too_old' } });
  expect(await post(page(priced), manager)).toMatchObject({ ok: false, refusal: { code: 'paper_too_old' } });
  const { id } = await station.must(clerk, 'ticket.post', late, { approval: station.approval('manager') });
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ writtenAt: priced, lateReason: '雪封路，本子才送到', approvedBy: '王站长' });
  expect(await post(page(priced, { paperNo: '13', lateReason: '雪封路' }), manager)).toMatchObject({ ok: true });
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});

test('the station sets its own limit; nonsense in the setting leaves thirty days', async () => {
  await station.must(manager, 'setting.save', { key: 'paper_book.days', value: 5 });
  expect(await post(page(ago(6)))).toMatchObject(refusedWith('paper_too_old', { days: 5, day: '2026-12-24' }));
  expect(await post(page(ago(5)))).toMatchObject({ ok: true });
  for (const value of ['viel', 0, 2.5, -3]) {
    await station.must(manager, 'setting.save', { key: 'paper_book.days', value });
    expect(await post(page(ago(31), { paperNo: '14' })), String(value)).toMatchObject({ ok: false, refusal: { code: 'paper_too_old', params: { days: 30 } } });
  }
});

test('the number of a paper slip on a plain typed ticket is used once, whether the page was entered late or at once', async () => {
  const plain = (paperNo: string): TicketForm => page(null, { paperNo });
  const first = await station.must(clerk, 'ticket.post', plain('７'));
  expect(await post(plain('007'))).toMatchObject(refusedWith('paper_page_entered', { page: '007', number: first.number }));
  expect(await post(page(ago(1), { paperNo: '7' }))).toMatchObject(refusedWith('paper_page_entered', { page: '7', number: first.number }));
  const late = await station.must(clerk, 'ticket.post', page(ago(1), { paperNo: '8' }));
  expect(await post(plain('8'))).toMatchObject(refusedWith('paper_page_entered', { page: '8', number: late.number }));
  await station.must(clerk, 'ticket.reverse', { id: first.id, reason: '抄错' }, { approval: station.approval('accountant') });
  expect(await post(plain('7'))).toMatchObject({ ok: true });
});

test('a plain typed ticket is not one out of the paper book, and a number beside a weight of the scale is only a note', async () => {
  const { id } = await station.must(clerk, 'ticket.post', page(null));
  expect(await station.must(clerk, 'ticket.get', { id })).toMatchObject({ paperNo: '12', writtenAt: null, fromPaper: false });
  expect((await station.must(clerk, 'ticket.list', { only: 'paper' })).total).toBe(0);
  expect(await station.must(manager, 'report.day', {})).toMatchObject({ fromPaper: 0, typed: 1 });
  expect(await post(page(null, { baskets: [scaled(station, 10_000)] }))).toMatchObject({ ok: true });
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});
