import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { contractForm, signed } from '../../support/contracts.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { damaged, publishTerms, water } from '../../support/terms.ts';
import { part, productOf, publish, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
beforeAll(async () => {
  station = await testStation({ prices: [] });
  clerk = await station.as('clerk');
});
afterAll(() => station.close());

test('a contract gives the floor, then the discount lowers it: inside and beyond the quota lose the same share, each line of its own price', async () => {
  const manager = await station.as('manager');
  const member = (await givenMember(station, clerk, '张三')).id;
  const productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 26_000 });
  await signed(station, manager, contractForm(member, productId, { quotaGrams: 100_000 }));
  const { id: terms } = await publishTerms(station, productId, [water, damaged]);
  const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
    productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 150_000)], parts: [part('G1')], terms, expectedTotalFen: 28_454 + 12_330,
    measures: [{ attribute: 'moisture', value: '14.6', source: 'hand' }, { attribute: 'defect', value: '2.2', source: 'hand' }],
  }));
  const { lines } = await station.must(clerk, 'ticket.get', { id: posted.id });
  expect(lines.map((line) => [line.terms?.part, line.netGrams, line.settlementGrams, line.discounts[0]?.priceBeforeE4, line.priceE4, line.amountFen, line.termsNumber])).toEqual([
    ['inside', 100_000, 98_800, 30_000, 28_800, 28_454, 1],
    ['beyond', 50_000, 49_400, 26_000, 24_960, 12_330, 1],
  ]);
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});
