import { afterEach, beforeEach, expect, test } from 'vitest';
import { ulid } from 'ulid';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember, givenReading } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { part, productOf, publish, refusedWith, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let productId = '';
let member = '';
beforeEach(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 20_000 });
  member = (await givenMember(station, clerk, '张三')).id;
});
afterEach(() => station.close());

const intoYard = async (gross: ReturnType<typeof givenReading>, plate: string): Promise<string> => {
  const id = station.core.station.ids.ulid();
  await station.must(clerk, 'draft.save', { id, revision: 1, state: 'yard', label: plate, payload: { baskets: [{ gross, tare: { kind: 'none' } }], yard: { plate, since: station.clock.now() } } });
  return id;
};
const secondPass = (draftId: string, gross: ReturnType<typeof givenReading>, tare: ReturnType<typeof givenReading>) => ({
  ...ticketForm(station, { productId, owners: [{ memberId: member, share: 1 }], baskets: [{ gross, tare }], parts: [part('G1')], expectedTotalFen: Math.round((gross.grams - tare.grams) / 1000 * 200) }), draftId,
});

test('a vehicle weighed full today and empty tomorrow is one ticket with both weighings and their own times', async () => {
  const gross = givenReading(station, 3_250_000);
  const id = await intoYard(gross, '贵A12345');
  const fullAt = station.clock.now();
  station.clock.forward(20 * 60 * 60_000);
  await station.reopen();
  clerk = await station.as('clerk');
  expect((await station.must(clerk, 'draft.list', {})).rows).toMatchObject([{ id, state: 'yard', label: '贵A12345' }]);
  const tare = givenReading(station, 1_250_000);
  const posted = await station.must(clerk, 'ticket.post', secondPass(id, gross, tare));
  expect(posted.netGrams).toBe(2_000_000);
  const [weighing] = (await station.must(clerk, 'ticket.get', { id: posted.id })).weighings;
  expect(weighing).toMatchObject({ grossGrams: 3_250_000, tareGrams: 1_250_000, tareMethod: 'weighed', gross: { at: fullAt }, tare: { at: station.clock.now() } });
  expect(station.core.station.db.file.prepare('SELECT pass FROM weighing').all()).toEqual([{ pass: 'gross_then_tare' }]);
  expect((await station.must(clerk, 'draft.list', {})).rows).toEqual([]);
});

test('a vehicle weighed empty first, to be loaded here, is kept as weighed empty first', async () => {
  const tare = givenReading(station, 1_250_000);
  station.clock.forward(60 * 60_000);
  const posted = await station.must(clerk, 'ticket.post', secondPass(ulid(), givenReading(station, 3_250_000), tare));
  expect(posted.netGrams).toBe(2_000_000);
  expect(station.core.station.db.file.prepare('SELECT pass, gross_g, tare_g FROM weighing').all()).toEqual([{ pass: 'tare_then_gross', gross_g: 3_250_000, tare_g: 1_250_000 }]);
});

test('a weighing of another day that was never put into the yard is refused', async () => {
  const gross = givenReading(station, 3_250_000);
  station.clock.forward(20 * 60 * 60_000);
  expect(await station.call(clerk, 'ticket.post', secondPass(ulid(), gross, givenReading(station, 1_250_000)))).toMatchObject({ ok: false, refusal: { code: 'reading_too_old' } });
});

test('several vehicles wait at once, every user sees them, and no weighing serves two of them', async () => {
  const first = givenReading(station, 3_000_000);
  const second = givenReading(station, 2_000_000);
  const one = await intoYard(first, '贵A1');
  const two = await intoYard(second, '贵A2');
  const manager = await station.as('manager');
  expect((await station.must(manager, 'draft.list', {})).rows.map((row) => row.label).sort()).toEqual(['贵A1', '贵A2']);
  const tare = givenReading(station, 1_000_000);
  await station.must(clerk, 'ticket.post', secondPass(one, first, tare));
  expect(await station.call(clerk, 'ticket.post', secondPass(two, second, tare))).toMatchObject({ ok: false, refusal: { code: 'reading_used' } });
  expect((await station.must(clerk, 'draft.list', {})).rows.map((row) => row.id)).toEqual([two]);
});

test('a vehicle in the yard is still there for the desk that a restored folder becomes, with its weighing', async () => {
  const gross = givenReading(station, 3_000_000);
  const id = await intoYard(gross, '贵A1');
  station.core.station.db.file.exec("UPDATE draft SET desk_letter = 'Z'");
  station.clock.forward(20 * 60 * 60_000);
  clerk = await station.as('clerk');
  expect((await station.must(clerk, 'draft.list', {})).rows.map((row) => row.id)).toEqual([id]);
  expect(await station.call(clerk, 'ticket.post', secondPass(id, gross, givenReading(station, 1_000_000)))).toMatchObject({ ok: true });
});

test('a vehicle that weighs the same full and empty has brought nothing', async () => {
  const gross = givenReading(station, 1_000_000);
  const id = await intoYard(gross, '贵A1');
  expect(await station.call(clerk, 'ticket.post', secondPass(id, gross, givenReading(station, 1_000_000)))).toMatchObject(refusedWith('empty_ticket'));
});
