import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertRow } from '../../../db/insert.ts';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { InputOf } from '../../../electron/contract/operations.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { newScale } from '../../../renderer/features/settings/scales/scale-draft.ts';
import { givenGoods, givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import type { TcpScale } from '../../support/tcp-scale.ts';
import { tcpScale } from '../../support/tcp-scale.ts';
import { part, refusedWith, ticketForm } from '../../support/tickets.ts';

const hourMs = 3_600_000;
let station: TestStation;
let scale: TcpScale;
let clerk: Session;
let manager: Session;
const scaleId = 'big';
const byScale = { scaleId, shown: { kind: 'scale' as const } };

beforeEach(async () => {
  scale = await tcpScale();
  station = await testStation();
  [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
  await setUp();
});
afterEach(async () => {
  await station.close();
  await scale.stop();
});

async function setUp(rest: Partial<ScaleProfile> = {}): Promise<void> {
  const profile = scaleProfileSchema.parse({ id: scaleId, name: '大秤', port: { kind: 'tcp', host: '127.0.0.1', port: scale.port }, protocol: 'st-gs', capacityGrams: 60_000, intervalGrams: 20, ...rest });
  await station.must(manager, 'scale.configure', { scales: [profile] });
}

/** Puts a load on and waits until core has seen it at rest. */
async function settledAt(kilograms: string): Promise<void> {
  scale.show(kilograms);
  await expect.poll(async () => {
    const live = (await station.must(clerk, 'scale.list', {})).rows[0]?.live;
    return live?.stable === true && live.state === 'live' ? live.value : null;
  }).toBe(kilograms);
}
const takes = (): ReturnType<typeof station.call<'scale.take'>> => station.call(clerk, 'scale.take', { scaleId });
const certificate = (dueOn: string): InputOf<'scale_book.certificate'> => ({ scaleId, certificateNo: 'LZ-2025-0117', issuedBy: '县市场监管局', accuracyClass: 'III', verifiedOn: '2025-11-15', dueOn });
const permit = (by: Session, approval = station.approval('accountant')): ReturnType<typeof station.call<'scale_book.permit'>> => station.call(by, 'scale_book.permit', { scaleId, reason: '检定已经约好' }, { approval });

describe('the morning at a real scale', () => {
  it('stays with its scale: one set up anew after it was taken away has neither its certificate nor its id', async () => {
    await station.must(manager, 'scale_book.certificate', certificate('2027-01-15'));
    await station.must(manager, 'scale.configure', { scales: [] });
    const anew = { name: '新秤', port: { kind: 'tcp', host: '127.0.0.1', port: scale.port }, protocol: 'st-gs' } as const;
    expect(await station.call(manager, 'scale.configure', { scales: [scaleProfileSchema.parse({ ...anew, id: scaleId })] })).toMatchObject(refusedWith('scale_id_former', { scale: '新秤' }));
    const { id } = newScale([], false);
    await station.must(manager, 'scale.configure', { scales: [scaleProfileSchema.parse({ ...anew, id })] });
    const { rows } = await station.must(clerk, 'scale_book.state', {});
    expect(rows).toMatchObject([{ scaleId: id, certificate: null, lastZero: null }]);
    expect(newScale([], false).id).not.toBe(id);
  });

  it('writes down zero and a test weight with the frames core read itself', async () => {
    await settledAt('-0.02');
    expect(await station.must(clerk, 'scale_book.zero', byScale)).toMatchObject({ shownGrams: -20, errorGrams: -20, toleranceGrams: 20, passed: true });
    await settledAt('20.02');
    const test = await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 20_000 });
    expect(test).toMatchObject({ shownGrams: 20_020, errorGrams: 20, passed: true, number: 'GZ01A-W-2026-000002' });
    const { total, rows } = await station.must(clerk, 'scale_book.list', { scaleId });
    expect(total).toBe(2);
    expect(rows).toMatchObject([{ kind: 'test_weight', nominalGrams: 20_000, typed: false, by: '张司磅' }, { kind: 'zero_check', nominalGrams: 0, shownGrams: -20 }]);
    const frames = rows[1]?.reading?.raw ?? [];
    expect(frames.length).toBeGreaterThanOrEqual(3);
    expect(frames.map((frame) => Buffer.from(frame.replaceAll(' ', ''), 'hex').toString())).toEqual(frames.map(() => 'ST,GS,-   0.02kg'));
    expect(await station.must(manager, 'system.verify', { full: true })).toMatchObject({ ok: true, findings: [] });
  });

  it('reminds of a missing zero check, and refuses weights where the manager asks for it', async () => {
    await settledAt('23.44');
    expect((await station.must(clerk, 'system.status', {})).scale.book).toMatchObject({ due: 'zero_due', name: '大秤' });
    expect(await takes()).toMatchObject({ ok: true, data: { grams: 23_440 } });
    await station.must(manager, 'scale_book.configure', { zeroCheck: 'require', testIntervals: 1, warnDays: 30 });
    expect(await takes()).toMatchObject(refusedWith('zero_check_missing', { scale: '大秤' }));
    await settledAt('0.04');
    expect(await station.must(clerk, 'scale_book.zero', byScale)).toMatchObject({ passed: false });
    await settledAt('23.44');
    expect(await takes()).toMatchObject(refusedWith('zero_check_missing'));
    await settledAt('0.00');
    expect(await station.must(clerk, 'scale_book.zero', byScale)).toMatchObject({ passed: true, shownGrams: 0 });
    await settledAt('23.44');
    expect(await takes()).toMatchObject({ ok: true });
  });

  it('may be typed from the display with a reason, which is marked', async () => {
    await station.must(clerk, 'scale_book.zero', { scaleId, shown: { kind: 'typed', grams: 0, reason: '线坏了' } });
    const { rows } = await station.must(clerk, 'scale_book.list', {});
    expect(rows).toMatchObject([{ typed: true, reason: '线坏了', reading: null, passed: true }]);
  });

  it('refuses a check while the scale moves or is silent, and where nobody knows the interval', async () => {
    expect(await station.call(clerk, 'scale_book.zero', { ...byScale, scaleId: 'nobody' })).toMatchObject(refusedWith('scale_unknown'));
    await settledAt('0.00');
    expect(await station.call(clerk, 'scale_book.test', { ...byScale, nominalGrams: 60_001 })).toMatchObject(refusedWith('test_above_capacity', { grams: 60_001, capacity: 60_000 }));
    await setUp({ intervalGrams: null });
    await settledAt('0.00');
    expect(await station.call(clerk, 'scale_book.zero', byScale)).toMatchObject(refusedWith('scale_interval_missing', { scale: '大秤' }));
    await scale.stop();
    await expect.poll(async () => (await station.must(clerk, 'scale.list', {})).rows[0]?.live.state).toBe('unplugged');
    expect(await station.call(clerk, 'scale_book.zero', byScale)).toMatchObject(refusedWith('scale_no_signal'));
  });
});

describe('a certificate that has ended', () => {
  it('is announced before, refuses weights after, and a second person lets the scale through for that day only', async () => {
    await settledAt('23.44');
    await station.must(manager, 'scale_book.certificate', certificate('2026-11-20'));
    expect((await station.must(clerk, 'scale_book.state', {})).rows).toMatchObject([{ verification: 'due_soon', daysLeft: 0, blocks: [] }]);
    expect(await takes()).toMatchObject({ ok: true });
    expect(await permit(clerk)).toMatchObject(refusedWith('nothing_to_permit'));
    station.clock.forward(23 * hourMs);
    await settledAt('23.46');
    expect(await takes()).toMatchObject(refusedWith('verification_overdue', { scale: '大秤', day: '2026-11-20' }));
    expect(await station.call(clerk, 'scale_book.permit', { scaleId, reason: '检定已经约好' })).toMatchObject(refusedWith('approval_required'));
    expect(await permit(clerk, station.approval('clerk'))).toMatchObject(refusedWith('approval_same_person'));
    expect(await permit(manager, station.approval('clerk'))).toMatchObject(refusedWith('approval_not_permitted'));
    expect(await takes()).toMatchObject(refusedWith('verification_overdue'));
    expect(await permit(clerk)).toMatchObject({ ok: true });
    expect(await takes()).toMatchObject({ ok: true });
    const { rows } = await station.must(clerk, 'scale_book.list', { kind: 'overdue_use' });
    expect(rows).toMatchObject([{ businessDate: '2026-11-21', by: '张司磅', approvedBy: '李会计', reason: '检定已经约好' }]);
    station.clock.forward(23 * hourMs);
    await settledAt('23.48');
    expect(await takes()).toMatchObject(refusedWith('verification_overdue'));
    await station.must(manager, 'scale_book.certificate', { ...certificate('2027-11-20'), verifiedOn: '2026-11-21' });
    expect(await takes()).toMatchObject({ ok: true });
  });

  it('is entered by a manager only, with dates that fit', async () => {
    expect(await station.call(clerk, 'scale_book.certificate', certificate('2026-12-01'))).toMatchObject(refusedWith('not_permitted'));
    expect(await station.call(manager, 'scale_book.certificate', certificate('2025-11-14'))).toMatchObject(refusedWith('certificate_dates'));
    expect(await station.call(manager, 'scale_book.certificate', { ...certificate('2027-12-01'), verifiedOn: '2026-11-21' })).toMatchObject(refusedWith('certificate_dates'));
  });
});

/** A reading that came into the books another way than by `scale.take`. */
function givenReadingOf(id: string, grams: number): { readingId: string; grams: number } {
  const { db, ids, clock, device } = station.core.station;
  const ulid = ids.ulid();
  db.transact((tx) => insertRow(tx, 'reading', {
    ulid, scale_id: id, scale_name: '大秤', port: 'test', protocol: 'st-gs', raw: '[]', value: '23.44', unit: 'kg', grams, sub_gram: 0, stable_rule: 'scale', net: null,
    at: clock.now(), monotonic: clock.monotonic(), clock: 'ok', device: device?.ulid ?? '', simulated: 0,
  }));
  return { readingId: ulid, grams };
}

describe('posting', () => {
  const delivery = async (readingId: string, grams: number): Promise<InputOf<'ticket.post'>> => {
    const member = await givenMember(station, manager, `陈大山${String(grams)}`);
    const goods = await givenGoods(station, manager);
    const grade = goods.grades[0] ?? '';
    return ticketForm(station, {
      productId: goods.productId, owners: [{ memberId: member.id, share: 1 }], parts: [part(grade)], baskets: [{ gross: { kind: 'reading', readingId, grams }, tare: { kind: 'none' } }],
      expectedTotalFen: lineAmountFen(grams, goods.priceE4.get(grade) ?? 0),
    });
  };
  const taken = async (kilograms: string): Promise<{ readingId: string; grams: number }> => {
    await settledAt(kilograms);
    return station.must(clerk, 'scale.take', { scaleId, use: 'tare' });
  };

  it('refuses a weight taken before a test weight failed, until a passed one', async () => {
    const weight = await taken('23.44');
    const input = await delivery(weight.readingId, weight.grams);
    await settledAt('20.04');
    expect(await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 20_000 })).toMatchObject({ passed: false, errorGrams: 40 });
    expect(await takes()).toMatchObject(refusedWith('test_weight_failed', { scale: '大秤' }));
    expect(await station.call(clerk, 'ticket.post', input)).toMatchObject(refusedWith('test_weight_failed', { scale: '大秤' }));
    await settledAt('20.00');
    await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 20_000 });
    expect(await station.call(clerk, 'ticket.post', input)).toMatchObject({ ok: true });
  });

  it('refuses weights of a scale that was taken out of service, whoever agrees', async () => {
    const weight = await taken('23.44');
    const input = await delivery(weight.readingId, weight.grams);
    await station.must(clerk, 'scale_book.withdraw', { scaleId, reason: '称得不准' });
    expect(await takes()).toMatchObject(refusedWith('scale_withdrawn'));
    expect(await permit(clerk)).toMatchObject(refusedWith('scale_withdrawn'));
    expect(await station.call(clerk, 'ticket.post', input, { approval: station.approval('accountant') })).toMatchObject(refusedWith('scale_withdrawn'));
    expect(await station.call(clerk, 'scale_book.restore', { scaleId, reason: '修好了' })).toMatchObject(refusedWith('not_permitted'));
    await station.must(manager, 'scale_book.restore', { scaleId, reason: '修好了' });
    expect(await station.call(manager, 'scale_book.restore', { scaleId, reason: '修好了' })).toMatchObject(refusedWith('scale_not_withdrawn'));
    expect(await station.call(clerk, 'ticket.post', input)).toMatchObject({ ok: true });
  });

  it('takes a weight that a second person let through, also on a later day, for the day it was taken had allowed it', async () => {
    await station.must(manager, 'scale_book.certificate', certificate('2026-11-19'));
    await settledAt('23.44');
    expect(await permit(clerk)).toMatchObject({ ok: true });
    const weight = await station.must(clerk, 'scale.take', { scaleId });
    const input = await delivery(weight.readingId, weight.grams);
    await station.must(clerk, 'draft.save', { id: input.draftId, revision: 1, state: 'held', label: '陈', payload: { reading: weight.readingId } });
    station.clock.forward(23 * hourMs);
    await settledAt('23.46');
    expect(await takes()).toMatchObject(refusedWith('verification_overdue'));
    expect(await station.call(clerk, 'ticket.post', input)).toMatchObject({ ok: true });
  });

  it('refuses a weight of a day whose book did not allow it, even when the certificate is there now', async () => {
    await station.must(manager, 'scale_book.certificate', certificate('2026-11-19'));
    const early = givenReadingOf(scaleId, 23_440);
    const input = await delivery(early.readingId, early.grams);
    await station.must(clerk, 'draft.save', { id: input.draftId, revision: 1, state: 'held', label: '陈', payload: { reading: early.readingId } });
    station.clock.forward(23 * hourMs);
    await station.must(manager, 'scale_book.certificate', { ...certificate('2027-11-20'), verifiedOn: '2026-11-21' });
    expect(await station.call(clerk, 'ticket.post', input)).toMatchObject(refusedWith('verification_overdue', { day: '2026-11-19' }));
  });

  it('refuses goods below twenty intervals, an empty container never, and more than the scale carries', async () => {
    await settledAt('0.38');
    expect(await takes()).toMatchObject(refusedWith('weight_below_minimum', { scale: '大秤', grams: 380, minimum: 400 }));
    const light = await station.must(clerk, 'scale.take', { scaleId, use: 'tare' });
    expect(light.grams).toBe(380);
    expect(await station.call(clerk, 'ticket.post', await delivery(light.readingId, 380))).toMatchObject(refusedWith('weight_below_minimum', { grams: 380, minimum: 400 }));
    await settledAt('0.40');
    expect(await takes()).toMatchObject({ ok: true });
    await settledAt('60.02');
    expect(await takes()).toMatchObject(refusedWith('weight_above_capacity', { grams: 60_020, capacity: 60_000 }));
    await setUp({ minimumGrams: 0 });
    await settledAt('0.02');
    expect(await takes()).toMatchObject({ ok: true, data: { grams: 20 } });
  });
});

it('a failed test weight is put right by one as heavy; a lighter one, or a gram on the empty scale, needs a second person', async () => {
  await settledAt('20.50');
  expect(await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 20_000 })).toMatchObject({ passed: false });
  await settledAt('0.00');
  for (const nominalGrams of [1, 19_999]) {
    if (nominalGrams > 1) await settledAt('20.00');
    expect(await station.call(clerk, 'scale_book.test', { ...byScale, nominalGrams })).toMatchObject(refusedWith('approval_required'));
  }
  // A lighter one that fails as well does not make the next light one enough.
  await settledAt('1.00');
  expect(await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 500 })).toMatchObject({ passed: false });
  expect(await station.call(clerk, 'scale_book.test', { ...byScale, nominalGrams: 1_000 })).toMatchObject(refusedWith('approval_required'));
  expect(await takes()).toMatchObject(refusedWith('test_weight_failed'));
  await settledAt('20.00');
  expect(await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 20_000 })).toMatchObject({ passed: true });
  expect(await takes()).toMatchObject({ ok: true });
});

it('what a check read can never be used for goods', async () => {
  await settledAt('20.00');
  const test = await station.must(clerk, 'scale_book.test', { ...byScale, nominalGrams: 20_000 });
  expect(station.core.station.db.file.prepare('SELECT count(*) AS n FROM reading').get()).toEqual({ n: 0 });
  expect(test.passed).toBe(true);
});
