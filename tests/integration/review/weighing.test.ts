import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import { commandsOf } from '../../../electron/core/devices/scale/requests/scale-commands.ts';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { givenMember, givenReading } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import type { TicketForm } from '../../support/tickets.ts';
import { part, productOf, publish, refusedWith, scaled, ticketForm, typed } from '../../support/tickets.ts';

let station: TestStation;
let clerk: Session;
let manager: Session;
let productId: string;
let memberId: string;
beforeEach(async () => {
  station = await testStation();
  [clerk, manager] = [await station.as('clerk'), await station.as('manager')];
  productId = (await productOf(station, clerk, 'SWPO-ZY')).id;
  await publish(station, productId, { G1: 10_000 }, manager);
  memberId = (await givenMember(station, clerk, '张三')).id;
});
afterEach(() => station.close());

const form = (fields: Partial<TicketForm> = {}): TicketForm =>
  ticketForm(station, { productId, owners: [{ memberId, share: 1 }], baskets: [scaled(station, 10_000)], parts: [part('G1')], expectedTotalFen: 1_000, ...fields });
const post = (fields: Partial<TicketForm>) => station.call(clerk, 'ticket.post', form(fields));
const hours = 3_600_000;

describe('tare', () => {
  test('an empty weighing from a scale that shows net is no tare: what it has taken off is missing in it', async () => {
    const empty = givenReading(station, 750_000, 1);
    expect(await post({ baskets: [{ gross: givenReading(station, 3_000_000), tare: empty }], expectedTotalFen: 225_000 })).toMatchObject(refusedWith('tare_twice'));
  });

  test('a scale is told to tare itself only where its frames say so afterwards, so that no tare is taken twice', () => {
    expect(['toledo-continuous', 'toledo-8217', 'sma'].map(commandsOf)).toEqual(Array.from({ length: 3 }, () => ['zero', 'tare']));
    expect(['mt-sics', 'kern-kcp', 'and-st', 'ohaus'].map(commandsOf)).toEqual(Array.from({ length: 4 }, () => ['zero']));
  });
});

describe('weights of another day', () => {
  const save = (id: string, revision: number, payload: Record<string, unknown>) => station.call(clerk, 'draft.save', { id, revision, state: 'held', label: '张三', payload });

  test('get into no draft made later, new or old, and so into no ticket', async () => {
    const kept = scaled(station, 10_000);
    const [late, earlier] = [form({ baskets: [kept] }), form({ baskets: [kept] })];
    await save(earlier.draftId, 1, {});
    station.clock.forward(24 * hours);
    await station.must(clerk, 'session.confirmDate', { businessDate: '2026-11-21' });
    for (const ticket of [late, earlier]) {
      expect(await save(ticket.draftId, 2, { baskets: ticket.baskets, yard: { plate: '贵A1', since: 0 } })).toMatchObject(refusedWith('reading_too_old', { day: '2026-11-20' }));
      expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject(refusedWith('reading_too_old'));
    }
  });

  test('stay in the draft they were put aside in, however often it is saved, and over midnight', async () => {
    station.clock.forward(14 * hours + 59 * 60_000 + 50_000);
    const ticket = form();
    station.clock.forward(15_000);
    expect(await save(ticket.draftId, 1, { baskets: ticket.baskets })).toMatchObject({ ok: true });
    station.clock.forward(5 * hours);
    expect(await save(ticket.draftId, 2, { baskets: ticket.baskets, note: '等车' })).toMatchObject({ ok: true });
    expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject({ ok: true });
  });

  test('a vehicle from the yard belongs to the desk that goes on with it, also after a crash and on another day', async () => {
    const ticket = form();
    const payload = { baskets: ticket.baskets, yard: { plate: '贵A1', since: 0 } };
    await station.must(clerk, 'draft.save', { id: ticket.draftId, revision: 1, state: 'yard', label: '贵A1', payload });
    station.core.station.db.file.exec("UPDATE draft SET desk_letter = 'Z'");
    await station.must(clerk, 'draft.save', { id: ticket.draftId, revision: 2, state: 'open', label: '贵A1', payload: { ...payload, yard: null } });
    expect((await station.must(clerk, 'draft.list', {})).rows.map((row) => row.id)).toEqual([ticket.draftId]);
    station.clock.forward(20 * hours);
    expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject({ ok: true });
  });

  test('a page of the paper book takes no reading of today, not even for the tare', async () => {
    const baskets = [{ ...typed(10_000), tare: givenReading(station, 1_000) }];
    expect(await post({ baskets, paperNo: '7', writtenAt: station.clock.now(), expectedTotalFen: 900 })).toMatchObject(refusedWith('paper_weights_typed'));
  });
});

test('a page of the paper book is entered once, however its number is typed', async () => {
  const page = (paperNo: string) => post({ baskets: [typed(10_000)], paperNo, writtenAt: station.clock.now() });
  expect(await page('12-3')).toMatchObject({ ok: true });
  for (const again of ['１２－３', '12 — 3', '012-3', '12−3']) expect(await page(again)).toMatchObject(refusedWith('paper_page_entered', { page: again }));
  expect(await page('1-23')).toMatchObject({ ok: true });
});

test('a cart of several households neither is unusual for the first of them nor becomes its habit', async () => {
  const other = (await givenMember(station, clerk, '李四')).id;
  const alone = (grams: number) => post({ baskets: [scaled(station, grams)], expectedTotalFen: grams / 10 });
  for (const grams of [48_000, 50_000, 52_000, 45_000, 55_000]) await alone(grams);
  const shared = await post({ baskets: [scaled(station, 480_000)], owners: [{ memberId, share: 1 }, { memberId: other, share: 9 }], expectedTotalFen: 48_000 });
  expect(shared).toMatchObject({ ok: true });
  expect((await station.must(clerk, 'ticket.usual', { memberId, productId })).netGrams).toEqual([55_000, 45_000, 52_000, 50_000, 48_000]);
  const [event] = station.core.station.db.file.prepare("SELECT payload FROM event WHERE type = 'ticket.posted' ORDER BY seq DESC LIMIT 1").all() as Array<{ payload: string }>;
  expect(event?.payload).not.toContain('unusual');
});

test('a page of the paper book that was reversed is no ticket from paper in the day’s figures', async () => {
  const page = () => post({ baskets: [typed(10_000)], paperNo: '9', writtenAt: station.clock.now() });
  const first = await page();
  if (!first.ok) throw new Error(JSON.stringify(first));
  await station.must(clerk, 'ticket.reverse', { id: first.data.id, reason: '抄错' }, { approval: station.approval('accountant') });
  expect((await station.must(manager, 'report.day', {})).fromPaper).toBe(0);
  await page();
  expect((await station.must(manager, 'report.day', {})).fromPaper).toBe(1);
});

test('crates of a kind no longer lent still come back', async () => {
  const crate = (await station.must(clerk, 'container.list', {})).rows.find((row) => row.returnable);
  if (!crate) throw new Error('no crate');
  const move = (outCount: number, inCount: number) => station.call(clerk, 'crate.move', { memberId, reason: 'lent', lines: [{ containerId: crate.id, outCount, inCount, depositFen: 0 }] });
  expect(await move(5, 0)).toMatchObject({ ok: true });
  station.core.station.db.file.exec(`UPDATE container SET active = 0 WHERE ulid = '${crate.id}'`);
  expect(await move(1, 0)).toMatchObject(refusedWith('container_unknown'));
  expect(await move(0, 5)).toMatchObject({ ok: true });
});

test('crates are written off by two people, never by one', async () => {
  const containers = (await station.must(clerk, 'container.list', {})).rows;
  const containerId = containers.find((row) => row.returnable)?.id ?? '';
  const move = (reason: 'lent' | 'lost' | 'count', approval = false) =>
    station.call(clerk, 'crate.move', { memberId, reason, lines: [{ containerId, outCount: reason === 'lent' ? 40 : 0, inCount: reason === 'lent' ? 0 : 40, depositFen: 0 }] }, approval ? { approval: station.approval('accountant') } : {});
  expect(await move('lent')).toMatchObject({ ok: true });
  for (const reason of ['lost', 'count'] as const) expect(await move(reason)).toMatchObject(refusedWith('approval_required'));
  expect(await move('lost', true)).toMatchObject({ ok: true });
  expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
});

describe('a test weight that failed', () => {
  const scaleId = 'big';
  const test_ = (nominalGrams: number, shownGrams: number, approval = false) =>
    station.call(clerk, 'scale_book.test', { scaleId, nominalGrams, shown: { kind: 'typed', grams: shownGrams, reason: '照显示屏' } }, approval ? { approval: station.approval('accountant') } : {});
  const failed = async (): Promise<boolean | undefined> => (await station.must(clerk, 'scale_book.state', {})).rows[0]?.testFailed;
  const setUp = async (rest: Partial<ScaleProfile> = {}): Promise<void> => {
    const profile = scaleProfileSchema.parse({ id: scaleId, name: '大秤', port: { kind: 'tcp', host: '127.0.0.1', port: 9 }, protocol: 'st-gs', capacityGrams: 60_000, intervalGrams: 20, ...rest });
    await station.must(manager, 'scale.configure', { scales: [profile] });
  };

  test('is not talked away by one who types a better figure alone', async () => {
    await setUp();
    expect(await test_(20_000, 20_500)).toMatchObject({ ok: true, data: { passed: false } });
    expect(await test_(20_000, 20_000)).toMatchObject(refusedWith('approval_required', { permission: 'approve.scale' }));
    expect(await failed()).toBe(true);
    expect(await test_(20_000, 20_000, true)).toMatchObject({ ok: true, data: { passed: true } });
    expect(await failed()).toBe(false);
    expect(await test_(20_000, 20_000)).toMatchObject({ ok: true });
  });

  test('a required zero check is not talked away either', async () => {
    await setUp();
    await station.must(manager, 'scale_book.configure', { zeroCheck: 'require', testIntervals: 1, warnDays: 30 });
    const zero = (approval = false) => station.call(clerk, 'scale_book.zero', { scaleId, shown: { kind: 'typed', grams: 0, reason: '照显示屏' } }, approval ? { approval: station.approval('accountant') } : {});
    expect(await zero()).toMatchObject(refusedWith('approval_required'));
    expect(await zero(true)).toMatchObject({ ok: true });
  });
});

describe('photos', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]).toString('base64');
  const files = (): string[] => (existsSync(join(station.folder, 'photos')) ? readdirSync(join(station.folder, 'photos')) : []);
  const take = (draftId: string) => station.call(clerk, 'photo.take', { draftId, step: 'weigh', jpeg });

  test('go with the draft that is thrown away; those of a posted ticket stay whoever throws away its draft', async () => {
    const [gone, posted] = [form(), form()];
    for (const { draftId } of [gone, gone, posted]) expect(await take(draftId)).toMatchObject({ ok: true });
    await station.must(clerk, 'ticket.post', posted);
    await station.must(clerk, 'draft.discard', { id: posted.draftId });
    await station.must(clerk, 'draft.discard', { id: gone.draftId });
    await expect.poll(() => files().length).toBe(1);
    expect((await station.must(clerk, 'photo.list', { draftId: gone.draftId })).rows).toEqual([]);
    expect((await station.must(manager, 'system.verify', { full: true })).findings).toEqual([]);
  });

  test('are never more than eight, also when twelve are taken at once', async () => {
    const { draftId } = form();
    const replies = await Promise.all(Array.from({ length: 12 }, () => take(draftId)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(8);
    await expect.poll(() => files().length).toBe(8);
  });
});

describe('a sample graded blind', () => {
  const sampleOf = async (draftId: string, product: string): Promise<string> =>
    (await station.must(clerk, 'grading.takeSample', { draftId, productId: product, owners: [memberId], place: '留样柜', keepUntil: '2026-12-20' })).code;

  test('binds goods of its own product only', async () => {
    const ticket = form();
    const other = await productOf(station, clerk, 'CHILI-CTJ');
    const code = await sampleOf(ticket.draftId, other.id);
    await station.must(manager, 'grading.gradeSample', { code, grade: 'G1', measures: [], reason: '看样' });
    expect(await station.call(clerk, 'ticket.post', ticket)).toMatchObject(refusedWith('blind_other_product', { code }));
  });

  test('keeps the grader’s own reason, whatever the desk adds', async () => {
    const ticket = form({ parts: [part('G1', { overrideReason: '我看是一级' })] });
    const code = await sampleOf(ticket.draftId, productId);
    await station.must(manager, 'grading.gradeSample', { code, grade: 'G1', measures: [], reason: '有斑' });
    const { id } = await station.must(clerk, 'ticket.post', ticket);
    expect((await station.must(clerk, 'ticket.get', { id })).lines).toMatchObject([{ gradedBy: '王站长', overrideReason: '有斑' }]);
  });

  test('is not graded by the one at whose desk the member stands', async () => {
    const ticket = form();
    await station.must(manager, 'draft.save', { id: ticket.draftId, revision: 1, state: 'open', label: '张三', payload: {} });
    const code = await sampleOf(ticket.draftId, productId);
    const decision = { code, grade: 'G1', measures: [], reason: '看样' };
    expect(await station.call(manager, 'grading.gradeSample', decision)).toMatchObject(refusedWith('sample_own'));
  });
});
