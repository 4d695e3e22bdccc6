import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { certificateForm, contractForm, signed } from '../../support/contracts.ts';
import { counts } from '../../support/counts.ts';
import { givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { amountFen, shared } from '../../support/ticket-arithmetic.ts';
import { part, productOf, publish, scaled, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let productId = '';
const owners: string[] = [];
beforeAll(async () => {
  station = await testStation({ prices: [] });
  clerk = await station.as('clerk');
  manager = await station.as('manager');
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  for (const name of ['张三', '李四', '王五']) owners.push((await givenMember(station, clerk, name)).id);
});
afterAll(() => station.close());

const boardE4 = 26_000;
const floorE4 = 30_000;
const premiumE4 = 1_500;
const quotaGrams = 400_000;
const sum = (list: readonly number[]): number => list.reduce((all, value) => all + value, 0);
const fenOf = (grams: number, priceE4: number): number => amountFen({ grams, priceE4, deductions: [] });

/** What one delivery comes to, worked out a second time: the first owner has the contract, the second the certificate, the third nothing. */
function worked(grams: number, shares: readonly number[], left: number): { readonly fen: number; readonly inside: number; readonly own: readonly number[] } {
  const own = shared(grams, shares);
  const [first = 0, second = 0, third = 0] = own;
  const inside = Math.min(first, left);
  const beyond = first - inside;
  const fen = fenOf(inside, floorE4) + fenOf(beyond, boardE4) + fenOf(second, boardE4 + premiumE4) + fenOf(third, boardE4);
  return { fen, inside, own };
}

const delivery = fc.record({ grams: fc.integer({ min: 1_000, max: 90_000 }), shares: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 3 }), reversed: fc.boolean() });

test('through a season of deliveries and reversals quota, money and stock are what the arithmetic done a second time says', async () => {
  const [zhang = '', li = ''] = owners;
  const contract = await signed(station, manager, contractForm(zhang, productId, { quotaGrams, floorE4 }));
  await station.must(manager, 'contract.saveCertificate', certificateForm(li));
  await publish(station, productId, { G1: boardE4 }, manager);
  await station.must(manager, 'price.publish', { note: null, rows: [], premiums: [{ productId, kind: 'green', premiumE4 }] });
  let used = 0;
  await fc.assert(fc.asyncProperty(delivery, async ({ grams, shares, reversed }) => {
    const said = worked(grams, shares, quotaGrams - used);
    const posted = await station.must(clerk, 'ticket.post', ticketForm(station, {
      productId, owners: shares.map((share, index) => ({ memberId: owners[index] ?? '', share })), baskets: [scaled(station, grams)], parts: [part('G1')], expectedTotalFen: said.fen,
    }));
    const ticket = await station.must(clerk, 'ticket.get', { id: posted.id });
    expect(sum(ticket.lines.map((line) => line.netGrams))).toBe(grams);
    expect(sum(ticket.lines.filter((line) => line.terms?.part === 'inside').map((line) => line.netGrams))).toBe(said.inside);
    expect(sum(ticket.lines.filter((line) => line.terms?.part === 'beyond').map((line) => line.netGrams))).toBe((said.own[0] ?? 0) - said.inside);
    expect(ticket.ownerParts.map((owner) => owner.settlementGrams)).toEqual(said.own);
    expect(sum(ticket.ownerParts.map((owner) => owner.amountFen))).toBe(said.fen);
    expect(sum(ticket.journal.map((line) => line.debitFen))).toBe(said.fen);
    if (reversed) await station.must(clerk, 'ticket.reverse', { id: posted.id, reason: '称错' }, { approval: station.approval('accountant') });
    else used += said.inside;
    const [row] = (await station.must(clerk, 'contract.list', {})).rows;
    expect([row?.id, row?.deliveredGrams]).toEqual([contract.id, used]);
    expect(used).toBeLessThanOrEqual(quotaGrams);
  }), { numRuns: counts.propertyRuns, endOnFailure: true });
  expect(await station.must(manager, 'system.verify', { full: true })).toMatchObject({ ok: true, findings: [] });
}, 600_000);
