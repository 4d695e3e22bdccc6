import { afterEach, describe, expect, it } from 'vitest';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { Envelope } from '../../../electron/contract/envelope.ts';
import type { TakenWeight } from '../../../electron/contract/scale.ts';
import { readingByUlid } from '../../../db/queries/ticket.queries.ts';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { givenGoods, givenMember } from '../../support/intake.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';
import { tcpScale } from '../../support/tcp-scale.ts';
import { part, ticketForm } from '../../support/tickets.ts';

let station: TestStation;
afterEach(async () => {
  await station.close();
});

const scale = (id: string, rest: Partial<ScaleProfile> = {}): ScaleProfile =>
  scaleProfileSchema.parse({ id, name: '台秤', port: { kind: 'simulator' }, protocol: 'toledo-continuous', capacityGrams: 60_000, intervalGrams: 10, ...rest });

/** Lets real timers and the clock in the test's hand go on together until the scale gives an answer that will do. */
async function takeWhen(wanted: (answer: Envelope<TakenWeight>) => boolean, scaleId = 'training'): Promise<Envelope<TakenWeight>> {
  const clerk = await station.as('clerk');
  for (let turn = 0; turn < 100; turn += 1) {
    const answer = await station.call(clerk, 'scale.take', { scaleId });
    if (wanted(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 60));
    station.clock.forward(100);
  }
  throw new Error('the scale gave no such answer');
}
const taken = (answer: Envelope<TakenWeight>): boolean => answer.ok;

describe('scales of a training station', () => {
  it('weigh from the start, and keep each weight with its proof', async () => {
    station = await testStation({ kind: 'training' });
    const clerk = await station.as('clerk');
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 23_450 } });
    const answer = await takeWhen(taken);
    expect(answer).toMatchObject({ ok: true, data: { grams: 23_450, value: '23.45', unit: 'kg', stableRule: 'scale-repeat-3', protocol: 'st-gs', port: 'simulator', simulated: true, subGram: false } });
    if (!answer.ok) return;
    const row = readingByUlid.first(station.core.station.db, { ulid: answer.data.readingId });
    expect(row).toMatchObject({ grams: 23_450, scale_id: 'training', clock: 'ok', simulated: 1, device: station.core.station.device?.ulid });
    const frames = JSON.parse(row?.raw ?? '[]') as string[];
    expect(frames.length).toBeGreaterThanOrEqual(3);
    expect(frames.map((frame) => Buffer.from(frame.replaceAll(' ', ''), 'hex').toString())).toEqual(frames.map(() => 'ST,GS,+  23.45kg'));
  });

  it('answer the same command with the same reading, another for the load that still stands too, and a load lifted and put back with another', async () => {
    station = await testStation({ kind: 'training' });
    const clerk = await station.as('clerk');
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 5_000 } });
    await takeWhen(taken);
    const commandId = station.core.station.ids.ulid();
    const [first, again, other] = [
      await station.must(clerk, 'scale.take', { scaleId: 'training' }, { commandId }), await station.must(clerk, 'scale.take', { scaleId: 'training' }, { commandId }),
      await station.must(clerk, 'scale.take', { scaleId: 'training' }),
    ];
    expect(again).toEqual(first);
    expect(other).toEqual(first);
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'remove' } });
    await takeWhen((answer) => !answer.ok && 'refusal' in answer && answer.refusal.code === 'weight_not_positive');
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 5_000 } });
    const next = await takeWhen(taken);
    expect(next).toMatchObject({ ok: true, data: { grams: 5_000 } });
    expect(next.ok && next.data.readingId).not.toBe(first.readingId);
  });

  it('keep a load that one ticket stands on from the next ticket, until it is lifted', async () => {
    station = await testStation({ kind: 'training' });
    const clerk = await station.as('clerk');
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams: 5_000 } });
    const answer = await takeWhen(taken);
    if (!answer.ok) throw new Error('no weight');
    const { productId, grades: [grade = ''], priceE4 } = await givenGoods(station, clerk);
    const form = (readingId: string) => ticketForm(station, {
      productId, owners: [{ memberId, share: 1 }], parts: [part(grade)], baskets: [{ gross: { kind: 'reading', readingId, grams: 5_000 }, tare: { kind: 'none' } }], expectedTotalFen: lineAmountFen(5_000, priceE4.get(grade) ?? 0),
    });
    const memberId = (await givenMember(station, clerk, '张三')).id;
    const { id } = await station.must(clerk, 'ticket.post', form(answer.data.readingId));
    await takeWhen((each) => !each.ok && 'refusal' in each && each.refusal.code === 'weight_already_taken');
    await station.must(clerk, 'ticket.reverse', { id, reason: '开错了' }, { approval: station.approval('manager') });
    expect(await takeWhen(taken)).toMatchObject({ data: { readingId: answer.data.readingId } });
  });

  it('book one load once though its digit moves by a step between two tickets', async () => {
    station = await testStation({ kind: 'training' });
    const clerk = await station.as('clerk');
    const put = (grams: number) => station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'put', grams } });
    const { productId, grades: [grade = ''], priceE4 } = await givenGoods(station, clerk);
    const memberId = (await givenMember(station, clerk, '张三')).id;
    const form = ({ readingId, grams }: TakenWeight) => ticketForm(station, {
      productId, owners: [{ memberId, share: 1 }], parts: [part(grade)], baskets: [{ gross: { kind: 'reading', readingId, grams }, tare: { kind: 'none' } }], expectedTotalFen: lineAmountFen(grams, priceE4.get(grade) ?? 0),
    });
    const weighed = async (grams: number): Promise<TakenWeight> => {
      await put(grams);
      const answer = await takeWhen((each) => each.ok && each.data.grams === grams);
      if (!answer.ok) throw new Error('no weight');
      return answer.data;
    };
    const [first, moved] = [await weighed(23_450), await weighed(23_460)];
    expect(moved.readingId).not.toBe(first.readingId);
    const both = { ...form(first), baskets: [...form(first).baskets, ...form(moved).baskets], expectedTotalFen: lineAmountFen(46_910, priceE4.get(grade) ?? 0) };
    expect(await station.call(clerk, 'ticket.post', both)).toMatchObject({ ok: false, refusal: { code: 'reading_again' } });
    // Whichever of the two is kept on the ticket, the other is used up with it.
    await station.must(clerk, 'ticket.post', form(first));
    expect(await station.call(clerk, 'ticket.post', form(moved))).toMatchObject({ ok: false, refusal: { code: 'reading_again' } });
    await takeWhen((each) => !each.ok && 'refusal' in each && each.refusal.code === 'weight_already_taken');
    // A cart that is emptied where it stands is another weight, though it moved by less than a tenth.
    const [full, empty] = [await weighed(140_000), await weighed(128_000)];
    await station.must(clerk, 'ticket.post', { ...form(full), baskets: [{ gross: { kind: 'reading', readingId: full.readingId, grams: 140_000 }, tare: { kind: 'reading', readingId: empty.readingId, grams: 128_000 } }], expectedTotalFen: lineAmountFen(12_000, priceE4.get(grade) ?? 0) });
  });

  it('weigh light goods one after the other', async () => {
    station = await testStation({ kind: 'training' });
    const manager = await station.as('manager');
    await station.must(manager, 'scale.configure', { scales: [scale('kitchen', { intervalGrams: 1, capacityGrams: 6_000 })] });
    const ids = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      await station.must(manager, 'scale.simulate', { scaleId: 'kitchen', change: { action: 'put', grams: 60 } });
      const answer = await takeWhen(taken, 'kitchen');
      ids.add(answer.ok ? answer.data.readingId : '');
      await station.must(manager, 'scale.simulate', { scaleId: 'kitchen', change: { action: 'remove' } });
      await takeWhen((each) => !each.ok && 'refusal' in each && each.refusal.code === 'weight_not_positive', 'kitchen');
    }
    expect(ids.size).toBe(3);
  });

  it('say in a code why there is no weight', async () => {
    station = await testStation({ kind: 'training' });
    const clerk = await station.as('clerk');
    const refused = (code: string) => (answer: Envelope<TakenWeight>): boolean => !answer.ok && 'refusal' in answer && answer.refusal.code === code;
    expect(await station.call(clerk, 'scale.take', { scaleId: 'nobody' })).toMatchObject({ ok: false, refusal: { code: 'scale_unknown' } });
    await takeWhen(refused('weight_not_positive'));
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: 'overload', on: true } });
    await takeWhen(refused('scale_overload'));
    await station.must(clerk, 'scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: 'cable_out', on: true } });
    await takeWhen(refused('scale_no_signal'));
    const { rows } = await station.must(clerk, 'scale.list', {});
    expect(rows).toMatchObject([{ id: 'training', live: { state: 'unplugged', stable: false } }]);
  });

  it('can be several, each on its own, and are there again after a restart', async () => {
    station = await testStation({ kind: 'training' });
    const manager = await station.as('manager');
    await station.must(manager, 'scale.configure', { scales: [scale('left'), scale('right', { protocol: 'yaohua-tf0', config: { unit: 'kg' } })] });
    await station.must(manager, 'scale.simulate', { scaleId: 'left', change: { action: 'put', grams: 1_000 } });
    await station.must(manager, 'scale.simulate', { scaleId: 'right', change: { action: 'put', grams: 2_000 } });
    expect(await takeWhen(taken, 'left')).toMatchObject({ data: { grams: 1_000, stableRule: 'scale-repeat-3' } });
    expect(await takeWhen(taken, 'right')).toMatchObject({ data: { grams: 2_000, stableRule: 'repeat-5-800ms' } });
    await station.reopen();
    const { rows } = await station.must(await station.as('clerk'), 'scale.list', {});
    expect(rows.map((row) => row.id)).toEqual(['left', 'right']);
  });
});

describe('setting up scales', () => {
  it('has every scale on the list the moment it is set up, while the port of its former settings is still closing', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    const wire = await tcpScale();
    const onWire = (name: string) => scale('a', { name, port: { kind: 'tcp', host: '127.0.0.1', port: wire.port }, protocol: 'st-gs' });
    const listed = async () => (await station.must(manager, 'scale.list', {})).rows.map(({ id, name }) => `${id} ${name}`);
    const becomesLive = () => expect.poll(async () => (await station.must(manager, 'scale.list', {})).rows[0]?.live.state).toBe('live');
    try {
      await station.must(manager, 'scale.configure', { scales: [onWire('台秤')] });
      await becomesLive();
      await station.must(manager, 'scale.configure', { scales: [onWire('大秤'), scale('b', { port: { kind: 'serial', path: '/dev/no-such-port', identity: null } })] });
      expect(await listed()).toEqual(['a 大秤', 'b 台秤']);
      await becomesLive();
      await Promise.all([station.must(manager, 'scale.configure', { scales: [onWire('小秤')] }), station.must(manager, 'scale.configure', { scales: [] })]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await listed()).toEqual([]);
    } finally {
      await wire.stop();
    }
  });

  it('refuses a simulated scale where real money runs', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    expect(await station.call(manager, 'scale.configure', { scales: [scale('a')] })).toMatchObject({ ok: false, refusal: { code: 'scale_simulator_live' } });
    expect(await station.call(manager, 'scale.simulate', { scaleId: 'a', change: { action: 'remove' } })).toMatchObject({ ok: false, refusal: { code: 'training_only' } });
    expect((await station.must(manager, 'scale.list', {})).rows).toEqual([]);
  });

  it('refuses two scales with one name or one port, an unknown protocol, and a clerk', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    const serial = (id: string, path: string, rest: Partial<ScaleProfile> = {}): ScaleProfile => scale(id, { port: { kind: 'serial', path, identity: null }, ...rest });
    const refusalOf = async (scales: ScaleProfile[]): Promise<string> => {
      const answer = await station.call(manager, 'scale.configure', { scales });
      return !answer.ok && 'refusal' in answer ? answer.refusal.code : 'accepted';
    };
    expect(await refusalOf([serial('a', '/dev/x1'), serial('a', '/dev/x2')])).toBe('scale_twice');
    expect(await refusalOf([serial('a', '/dev/x1'), serial('b', '/dev/x1')])).toBe('scale_port_twice');
    expect(await refusalOf([serial('a', '/dev/x1', { protocol: 'nobody' })])).toBe('scale_protocol_unknown');
    expect(await station.call(await station.as('clerk'), 'scale.configure', { scales: [] })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
    expect(await refusalOf([serial('a', '/dev/no-such-port')])).toBe('accepted');
    await expect.poll(async () => (await station.must(manager, 'scale.list', {})).rows[0]?.live.state).toBe('unplugged');
  });

  it.each([['(', 'scale_expression_syntax'], ['\\d+', 'scale_expression_no_value'], ['(a+)+$', 'scale_expression_too_slow']])('are neither saved nor listened to with the rule %j', async (expression, code) => {
    station = await testStation();
    const manager = await station.as('manager');
    const port = { kind: 'serial', path: '/dev/x1', identity: null } as const;
    const saved = await station.call(manager, 'scale.configure', { scales: [scale('a', { port, protocol: 'generic-line', config: { expression } })] });
    const heard = await station.call(manager, 'scale.detect', { port, way: { protocol: 'generic-line', line: null, config: { expression } } });
    for (const answer of [saved, heard]) expect(answer).toMatchObject({ ok: false, refusal: { code } });
    expect((await station.must(manager, 'scale.list', {})).rows).toEqual([]);
  });

  it('lists ports and protocols', async () => {
    station = await testStation();
    const manager = await station.as('manager');
    expect(Array.isArray((await station.must(manager, 'scale.ports', {})).rows)).toBe(true);
    const { rows } = await station.must(manager, 'scale.protocols', {});
    expect(rows.map((row) => row.key)).toEqual(expect.arrayContaining(['yaohua-tf0', 'toledo-continuous', 'st-gs']));
    // A balance named by a person is asked in its own words, though no search would send them.
    const asked = new Map(rows.map((row) => [row.key, row.asked]));
    expect(['ohaus', 'sartorius-sbi', 'dini-argeo', 'toledo-8217'].map((key) => asked.get(key))).toEqual(['may', 'may', 'may', 'may']);
    expect([asked.get('modbus-rtu'), asked.get('yaohua-tf0')]).toEqual(['only', 'never']);
  });
});
