import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { givenGoods, givenMember, givenReading, plainTicket } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let clerk: Session;
let owner: string;
let goods: Awaited<ReturnType<typeof givenGoods>>;

beforeAll(async () => {
  station = await testStation();
  clerk = await station.as('clerk');
  owner = (await givenMember(station, clerk, '吴老四')).id;
  goods = await givenGoods(station, clerk);
});
afterAll(() => station.close());

/** Ten kilograms of the first grade, at its price. */
function ticket() {
  const grade = goods.grades[0] ?? '';
  const totalFen = (goods.priceE4.get(grade) ?? 0) / 10;
  return { ...plainTicket(station, { memberId: owner, productId: goods.productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen }), grade };
}

const form = ({ grade: _grade, ...input }: ReturnType<typeof ticket>) => input;

test('a grade stands on a ticket once, so that its grams are added before its amount is rounded', async () => {
  const input = ticket();
  const part = { grade: input.grade, netGrams: 5_000, overrideReason: '手工定级', deductions: [] };
  expect(await station.call(clerk, 'ticket.post', { ...form(input), parts: [part, part] })).toMatchObject({ ok: false, refusal: { code: 'invalid_input', params: { field: 'parts' } } });
});

test('goods taken otherwise than when the clerk confirmed are not posted, and the draft is kept', async () => {
  const input = form(ticket());
  expect(await station.call(clerk, 'ticket.post', { ...input, mode: 'consignment' })).toMatchObject({ ok: false, refusal: { code: 'mode_changed' } });
  expect(await station.call(clerk, 'ticket.post', { ...input, mode: 'outright' })).toMatchObject({ ok: true });
});

test('a corrected ticket may stand on the weights of the reversed one, on a later day too, and on no others of that day', async () => {
  const input = form(ticket());
  const other = givenReading(station, 9_000);
  const wrong = await station.must(clerk, 'ticket.post', input);
  await station.must(clerk, 'ticket.reverse', { id: wrong.id, reason: '等级错' }, { approval: station.approval('manager') });
  station.clock.forward(26 * 3_600_000);
  await station.must(clerk, 'session.confirmDate', { businessDate: businessDate(station.clock.now()) });
  const again = { ...input, draftId: station.core.station.ids.ulid() };
  expect(await station.call(clerk, 'ticket.post', again)).toMatchObject({ ok: false, refusal: { code: 'reading_too_old' } });
  const draft = { id: again.draftId, revision: 1, state: 'open' as const, label: '重开', payload: { baskets: again.baskets, corrects: wrong.id } };
  expect(await station.call(clerk, 'draft.save', { ...draft, payload: { baskets: [{ gross: other, tare: { kind: 'none' } }], corrects: wrong.id } })).toMatchObject({ ok: false, refusal: { code: 'reading_too_old' } });
  expect(await station.call(clerk, 'draft.save', draft)).toMatchObject({ ok: true });
  const right = await station.must(clerk, 'ticket.post', { ...again, corrects: wrong.id });
  const { weighings } = await station.must(clerk, 'ticket.get', { id: right.id });
  expect(weighings[0]?.gross?.readingId).toBe(input.baskets[0]?.gross.kind === 'reading' ? input.baskets[0].gross.readingId : '');
});

test('empty before full is written down as it was', async () => {
  const empty = givenReading(station, 2_000);
  const full = givenReading(station, 12_000);
  const input = form(ticket());
  const { id } = await station.must(clerk, 'ticket.post', { ...input, baskets: [{ gross: full, tare: empty }] });
  expect(station.core.station.db.file.prepare('SELECT pass FROM weighing w JOIN document d ON d.id = w.document_id WHERE d.ulid = ?').get(id)).toEqual({ pass: 'tare_then_gross' });
});

test('while the clock cannot be trusted no queue number is drawn and a ticket is told of the clock, not of a price', async () => {
  const input = form(ticket());
  station.clock.forward(-5 * 3_600_000);
  expect(await station.call(clerk, 'queue.take', { memberId: null, productId: null })).toMatchObject({ ok: false, refusal: { code: 'clock_stopped' } });
  expect(await station.call(clerk, 'ticket.post', input)).toMatchObject({ ok: false, refusal: { code: 'clock_stopped' } });
  station.clock.forward(5 * 3_600_000);
});
