import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenGoods, givenMember, givenReading, plainTicket } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

test('a net weight from a scale that has taken its tare off is not lightened a second time', async () => {
  const clerk = await station.as('clerk');
  const member = await givenMember(station, clerk, '杨通明');
  const { productId, grades } = await givenGoods(station, clerk);
  const ticket = plainTicket(station, { memberId: member.id, productId, grade: grades[0] ?? '', grossGrams: 23_450, tareGrams: 0, totalFen: 0 });
  const net = givenReading(station, 22_550, 1);
  const baskets = [{ gross: net, tare: { kind: 'typed', grams: 900, reason: '筐重' } as const }];
  expect(await station.call(clerk, 'ticket.post', { ...ticket, baskets })).toMatchObject({ ok: false, refusal: { code: 'tare_twice' } });
  const plain = await station.call(clerk, 'ticket.post', { ...ticket, baskets: [{ gross: net, tare: { kind: 'none' } }] });
  expect(plain).toMatchObject({ ok: false, refusal: { code: 'amount_changed' } });
});
