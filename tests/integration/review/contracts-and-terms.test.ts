import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { contractForm, signed } from '../../support/contracts.ts';
import { givenMember } from '../../support/intake.ts';
import { pricedStation } from '../../support/priced-station.ts';
import type { TestStation } from '../../support/station.ts';
import { publishTerms, water } from '../../support/terms.ts';
import type { TicketForm } from '../../support/tickets.ts';
import { part, scaled, ticketForm, typed } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let member = '';
let productId = '';
beforeEach(async () => {
  ({ station, clerk, manager, member, productId } = await pricedStation('CHILI-CTJ', { G1: 26_000 }));
});
afterEach(() => station.close());

const form = (fields: Partial<TicketForm>): TicketForm => ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [scaled(station, 100_000)], parts: [part('G1')], expectedTotalFen: 26_000, ...fields });
const sign = (fields: Parameters<typeof contractForm>[2] = {}) => signed(station, manager, contractForm(member, productId, { quotaGrams: 100_000, ...fields }));
const page = (writtenAt: number, kg: number, expectedTotalFen: number) => station.call(manager, 'ticket.post', form({ baskets: [typed(kg * 1_000, '补录')], paperNo: `9-${kg}`, writtenAt, expectedTotalFen }));
const verified = async () => (await station.must(manager, 'system.verify', { full: true })).findings;

test('a page written before a new version was signed is priced by the version that held then, from the one quota of both', async () => {
  const first = await sign();
  station.clock.forward(60_000);
  const written = station.clock.now();
  station.clock.forward(60_000);
  const second = await sign({ replacesId: first.id, quotaGrams: 50_000, floorE4: 40_000 });
  expect(await page(written, 10, 3_000)).toMatchObject({ ok: true });
  expect(await page(station.clock.now(), 20, 8_000)).toMatchObject({ ok: true });
  expect(await page(written, 30, 20 * 300 + 10 * 260)).toMatchObject({ ok: true });
  const { contract, deliveries } = await station.must(clerk, 'contract.get', { id: second.id });
  expect(contract.deliveredGrams).toBe(50_000);
  expect(deliveries.map((row) => [row.grams, row.inside])).toEqual([[20_000, true], [10_000, false], [20_000, true], [10_000, true]]);
  expect(await verified()).toEqual([]);
});

test('a version whose days begin later takes no floor from goods that came before it was signed', async () => {
  const first = await sign();
  station.clock.forward(60_000);
  const written = station.clock.now();
  station.clock.forward(60_000);
  const second = await sign({ replacesId: first.id, validFrom: '2026-11-28', floorE4: 40_000 });
  expect(await page(written, 10, 3_000)).toMatchObject({ ok: true });
  station.clock.forward(60_000);
  await station.must(manager, 'contract.end', { id: second.id, reason: '遭了冰雹' });
  expect(await page(written, 11, 3_300)).toMatchObject({ ok: true });
  expect(await page(station.clock.now(), 12, 12 * 260)).toMatchObject({ ok: true });
});

test('a contract typed in late counts from its first day: its first version held before it was in the file', async () => {
  const written = station.clock.now();
  station.clock.forward(60_000);
  const first = await sign();
  await sign({ replacesId: first.id, floorE4: 40_000 });
  expect(await page(written, 10, 3_000)).toMatchObject({ ok: true });
});

test('what a blind grader measured is not left out or bettered at the desk alone: the ticket waits for a second person', async () => {
  const { id: terms } = await publishTerms(station, productId, [water]);
  const decided = async (fields: Partial<TicketForm>): Promise<boolean | undefined> => {
    const owner = (await givenMember(station, clerk, `李${Math.floor(station.clock.now() / 1_000) % 1_000}`)).id;
    station.clock.forward(1_000);
    const ticket = form({ owners: [{ memberId: owner, share: 1 }], terms, ...fields });
    const { code } = await station.must(clerk, 'grading.takeSample', { draftId: ticket.draftId, productId, owners: [owner], place: '留样柜', keepUntil: '2026-12-20' });
    await station.must(manager, 'grading.gradeSample', { code, grade: 'G1', measures: [{ attribute: 'moisture_pct', value: '15.0' }], reason: '看样' });
    const reply = await station.call(clerk, 'ticket.post', ticket);
    return reply.ok ? reply.data.awaitingCountersign : undefined;
  };
  const measured = (value: string): TicketForm['measures'] => [{ attribute: 'moisture_pct', value, source: 'hand' }];
  expect(await decided({ measures: measured('15'), expectedTotalFen: 98 * 260 })).toBe(false);
  expect(await decided({ measures: measured('14.0'), expectedTotalFen: 26_000 })).toBe(true);
  expect(await decided({ measures: [], expectedTotalFen: 26_000 })).toBe(true);
});

test('a measure that is no figure, and a moment at the end of time, are refused in a sentence', async () => {
  const { id: terms } = await publishTerms(station, productId, [water]);
  expect(await station.call(clerk, 'ticket.post', form({ terms, measures: [{ attribute: 'moisture_pct', value: '=1+1', source: 'hand' }] }))).toMatchObject({ ok: false, refusal: { code: 'not_a_decimal' } });
  await sign();
  expect(await station.call(clerk, 'contract.schedules', { productId, memberIds: [member], at: 8_640_000_000_000_000 })).toMatchObject({ ok: false, refusal: { code: 'rule_broken' } });
  expect(await station.call(manager, 'contract.sign', contractForm(member, productId, { validTo: '9999-99-99' }))).toMatchObject({ ok: false, refusal: { code: 'date_invalid' } });
});
