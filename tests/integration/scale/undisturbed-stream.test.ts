import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import { serialPortOpener } from '../../../electron/core/devices/scale/port/serial-port.ts';
import { line } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { ScaleSession } from '../../../electron/core/devices/scale/session/scale-session.ts';
import { systemTimers } from '../../../electron/core/devices/scale/session/timers.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import { median } from '../../bench/measure.ts';
import { seasonDay, seedSeason } from '../../bench/season.ts';
import { givenGoods, givenMember, plainTicket } from '../../support/intake.ts';
import type { SerialCable } from '../../support/pty.ts';
import { openSerialCable } from '../../support/pty.ts';
import { startSending } from '../../support/sending-scale.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

/** Ten readings a second, as an indicator sends them. */
const everyMs = 100;
const busyMs = 5_000;
/** No transaction may hold the desk, and so the scales, for longer. */
const mostDelayMs = 50;

let station: TestStation;
let cable: SerialCable;
let session: ScaleSession;
beforeEach(async () => {
  station = await testStation({ checkReplies: false });
  cable = await openSerialCable();
});
afterEach(async () => {
  await session.stop();
  await cable.remove();
  await station.close();
});

const now = (): number => performance.timeOrigin + performance.now();

/** A session in this process, beside the station, that notes when each value came. */
async function listen(states: Set<string>): Promise<ReadonlyMap<string, number>> {
  const protocol = protocolOf('yaohua-tf0');
  if (protocol === null) throw new Error('no such protocol');
  const arrivedAt = new Map<string, number>();
  session = new ScaleSession({
    profile: scaleProfileSchema.parse({ id: 'a', name: '台秤', port: { kind: 'serial', path: cable.stationPath }, protocol: 'yaohua-tf0', config: { unit: 'kg' } }), protocol, clock: systemClock, timers: systemTimers,
    open: serialPortOpener(cable.stationPath, line(9_600), {}),
    onLive: ({ value, state }) => {
      if (value !== null) states.add(state);
      if (value !== null && !arrivedAt.has(value)) arrivedAt.set(value, now());
    },
  });
  await session.start();
  return arrivedAt;
}

/** Watches how much work this thread does without looking at its ports; what it waits for the disk or for other programs is the machine's. */
function watchTurns(): { longestMs(): number; stop(): void } {
  let longest = 0;
  let last = process.threadCpuUsage();
  const timer = setInterval(() => {
    const worked = process.threadCpuUsage(last);
    longest = Math.max(longest, (worked.user + worked.system) / 1_000);
    last = process.threadCpuUsage();
  }, 1);
  return { longestMs: () => longest, stop: () => clearInterval(timer) };
}

/** The middle of how long readings were on their way (ms), of those sent within a stretch of time. */
function middleDelay(sentAt: ReadonlyMap<string, number>, arrivedAt: ReadonlyMap<string, number>, from: number, to: number): number {
  return median([...sentAt].flatMap(([value, at]) => (at >= from && at < to && arrivedAt.has(value) ? [(arrivedAt.get(value) ?? at) - at] : [])));
}

/** A settlement over the seeded season begins to be calculated. */
async function settle(): Promise<void> {
  const accountant = sessionOf(station, 'accountant');
  const { id } = await station.must(accountant, 'settlement.createBatch', { title: '旬结', dateFrom: seasonDay, dateTo: seasonDay, productId: null, capBp: 5_000 });
  await station.must(accountant, 'settlement.calculate', { id });
}

async function postOne(): Promise<void> {
  const clerk = sessionOf(station, 'clerk');
  const member = await givenMember(station, clerk, '石老四');
  const goods = await givenGoods(station, clerk);
  const [grade = ''] = goods.grades;
  const totalFen = Math.round(((goods.priceE4.get(grade) ?? 0) * 10) / 100);
  await station.must(clerk, 'ticket.post', plainTicket(station, { memberId: member.id, productId: goods.productId, grade, grossGrams: 10_000, tareGrams: 0, totalFen }));
}

it('posting tickets and a running settlement of thousands lose no reading, keep their order and their age, and hold none up by more than 50 ms', async () => {
  seedSeason(station, 300, 6_000);
  // A station at work has done everything once before.
  await settle();
  await station.core.station.live.settlementRuns.idle();
  for (let turn = 0; turn < 20; turn += 1) await postOne();
  const states = new Set<string>();
  const arrivedAt = await listen(states);
  const sending = startSending(cable.scalePath, everyMs);
  await expect.poll(() => arrivedAt.size, { timeout: 10_000 }).toBeGreaterThan(15);
  const quietTo = now();
  const turns = watchTurns();
  const busyFrom = now();
  const settling = settle().then(() => station.core.station.live.settlementRuns.idle());
  let posted = 0;
  while (now() < busyFrom + busyMs) {
    await postOne();
    posted += 1;
    await sleep(20);
  }
  await settling;
  const busyTo = now();
  await sleep(300);
  turns.stop();
  await sending.stop();
  const sent = [...sending.sentAt].filter(([, at]) => at >= busyFrom && at < busyTo).map(([value]) => value);
  expect(posted).toBeGreaterThan(20);
  expect(sent.length).toBeGreaterThan(busyMs / everyMs / 2);
  expect(sent.filter((value) => !arrivedAt.has(value))).toEqual([]);
  const arrived = [...arrivedAt].filter(([value]) => sent.includes(value));
  expect(arrived.map(([value]) => value)).toEqual(sent);
  // Between two readings the last one never grew so old that the session would have refused it.
  expect(Math.max(...arrived.slice(1).map(([, at], index) => at - (arrived[index]?.[1] ?? at)))).toBeLessThan(session.profile.ageLimitMs);
  expect(states).toEqual(new Set(['live']));
  expect(turns.longestMs()).toBeLessThan(mostDelayMs);
  // Whatever the desk waits for, a disk too, holds the readings up; against the quiet time before, what the machine itself delays falls out.
  expect(middleDelay(sending.sentAt, arrivedAt, busyFrom, busyTo) - middleDelay(sending.sentAt, arrivedAt, 0, quietTo)).toBeLessThan(mostDelayMs);
}, 60_000);
