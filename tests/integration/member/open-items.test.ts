import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember } from '../../support/intake.ts';
import { memberForm } from '../../support/members.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let memberId: string;
/** A member who owes 50.00 for seed, and 40.00 for a ticket that was reversed after its payment. */
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  const approval = station.approval('manager');
  const cashBoxId = (await station.must(clerk, 'cash.boxes', {})).rows[0]?.id ?? '';
  const productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 10_000, G2: 0 });
  await station.must(clerk, 'cash.float', { cashBoxId, direction: 'in', amountFen: 100_000, note: '备用金' }, { approval });
  memberId = (await givenMember(station, clerk, '张三')).id;
  const wrong = await station.must(clerk, 'ticket.post', ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, 40_000)], parts: [part('G1')], expectedTotalFen: 4_000 }));
  await station.must(clerk, 'settlement.payNow', { memberId, cashBoxId });
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '称错' }, { approval });
  await station.must(clerk, 'debt.inputCredit', { memberId, goods: '种子', amountFen: 5_000, consent: '签字' }, { approval });
});
afterEach(() => station.close());

const sums = { name: '张三', debts: '50.00', corrections: '40.00', total: '90.00' };

test('who leaves with something still to be taken back leaves when the sum was told and confirmed', async () => {
  expect(await station.call(clerk, 'member.leave', { id: memberId, reason: '搬走' })).toMatchObject({ refusal: { code: 'leaves_with_open_items', params: sums } });
  expect((await station.must(clerk, 'member.get', { id: memberId })).status).toBe('active');
  await station.must(clerk, 'member.leave', { id: memberId, reason: '搬走', confirmed: true });
  const free = await givenMember(station, clerk, '李四');
  await station.must(clerk, 'member.leave', { id: free.id, reason: '搬走' });
});

test('nobody changes sides of the books while something is still to be taken back: it would never be recovered', async () => {
  const { kind } = await station.must(clerk, 'member.get', { id: memberId });
  const other = kind === 'member' ? 'non_member' : 'member';
  const save = async (id: string, kindNow: 'member' | 'non_member') => await station.call(clerk, 'member.save', memberForm({ id, name: '张三', kind: kindNow, acceptDuplicate: true }));
  expect(await save(memberId, other)).toMatchObject({ refusal: { code: 'kind_with_open_items', params: sums } });
  expect(await save(memberId, kind)).toMatchObject({ ok: true });
  const free = await givenMember(station, clerk, '李四');
  expect(await save(free.id, other)).toMatchObject({ ok: true });
});
