import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import { listPorts } from '../../../electron/core/devices/scale/port/port-list.ts';
import { ScaleDesk } from '../../../electron/core/devices/scale/scale-desk.ts';
import { systemTimers } from '../../../electron/core/devices/scale/session/timers.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import { ModbusIndicator } from '../../support/modbus-indicator.ts';
import type { SerialCable } from '../../support/pty.ts';
import { openSerialCable } from '../../support/pty.ts';
import { testStation } from '../../support/station.ts';

const ADDRESS = 3;
const FIRST = 0x0010;

let cable: SerialCable;
let indicator: ModbusIndicator;
beforeEach(async () => {
  cable = await openSerialCable();
  indicator = new ModbusIndicator(ADDRESS);
  indicator.attach(cable);
});
afterEach(() => cable.remove());

const profile = (config: ScaleProfile['config'] = {}): ScaleProfile => scaleProfileSchema.parse({
  id: 'a', name: '罐秤', port: { kind: 'serial', path: cable.stationPath }, protocol: 'modbus-rtu', pollMs: 100, capacityGrams: 60_000, intervalGrams: 10,
  config: { address: ADDRESS, register: FIRST, type: 'int32be', decimals: 2, unit: 'kg', ...config },
});

describe('a Modbus indicator on a serial cable', () => {
  let desk: ScaleDesk;
  beforeEach(() => {
    desk = new ScaleDesk({ clock: systemClock, timers: systemTimers, listPorts, emit: () => undefined });
  });
  afterEach(() => desk.stop());

  const live = (): LiveWeight | undefined => desk.list()[0]?.live;
  const taken = (): number | string | undefined => {
    const result = desk.take('a')?.taken;
    return result === undefined ? undefined : 'refused' in result ? result.refused : result.mass.wholeGrams;
  };
  const until = (what: () => unknown, wanted: unknown, milliseconds = 8_000): Promise<void> => expect.poll(what, { timeout: milliseconds, interval: 20 }).toBe(wanted);

  it('is asked for its registers over and over, and its weight follows what lies on it', async () => {
    indicator.show(FIRST, 2_345);
    await desk.configure([profile()]);
    await until(taken, 23_450);
    expect(indicator.asked[0]).toEqual({ address: ADDRESS, called: 3, first: FIRST, count: 2 });
    indicator.show(FIRST, -120);
    await until(() => live()?.value, '-1.20');
    indicator.show(FIRST, 1_102);
    await until(taken, 11_020);
    expect(new Set(indicator.asked.map((asked) => JSON.stringify(asked))).size).toBe(1);
  });

  it('is read from its input registers where the site says so', async () => {
    indicator.show(FIRST, 2_345);
    await desk.configure([profile({ function: 4 })]);
    await until(taken, 23_450);
    expect(indicator.asked[0]).toMatchObject({ called: 4 });
  });

  it('gives no weight while the sums of its answers are wrong, and weighs on when they hold again', async () => {
    indicator.show(FIRST, 2_345);
    await desk.configure([profile()]);
    await until(taken, 23_450);
    indicator.answers = 'spoilt';
    indicator.show(FIRST, 5_000);
    const seen = new Set<string | null | undefined>();
    const asked = indicator.asked.length;
    await expect.poll(() => {
      seen.add(live()?.value);
      return indicator.asked.length - asked;
    }, { timeout: 8_000, interval: 20 }).toBeGreaterThan(8);
    expect([...seen]).toEqual(['23.45']);
    expect(taken()).not.toBe(50_000);
    await until(() => typeof taken(), 'string');
    indicator.answers = 'sound';
    await until(taken, 50_000);
  });

  it('says no signal when it falls silent, is asked on, and weighs when it answers again', async () => {
    indicator.show(FIRST, 2_345);
    await desk.configure([profile()]);
    await until(taken, 23_450);
    indicator.answers = 'none';
    await until(() => live()?.state, 'no_signal', 4_000);
    expect(taken()).toBe('scale_no_signal');
    const asked = indicator.asked.length;
    await expect.poll(() => indicator.asked.length, { timeout: 2_000 }).toBeGreaterThan(asked);
    indicator.answers = 'sound';
    await until(taken, 23_450);
  });

  it('is an error and no weight where the register does not exist', async () => {
    await desk.configure([profile()]);
    await until(() => live()?.status, 'error');
    expect(taken()).toBe('scale_not_weighing');
  });

  it('shows a pulled cable within two seconds, and is asked and weighs again after it was put back', async () => {
    indicator.show(FIRST, 2_345);
    await desk.configure([profile()]);
    await until(taken, 23_450);
    await cable.unplug();
    await until(() => live()?.state, 'unplugged', 2_000);
    expect(taken()).toBe('scale_no_signal');
    await cable.plug();
    indicator.attach(cable);
    indicator.show(FIRST, 777);
    await until(taken, 7_770, 12_000);
  });
});

it('a manager sets the indicator up, and the clerk takes its weight with the answers that prove it', async () => {
  const station = await testStation();
  try {
    indicator.show(FIRST, 2_345);
    await station.must(await station.as('manager'), 'scale.configure', { scales: [profile()] });
    const clerk = await station.as('clerk');
    let raw: readonly string[] = [];
    await expect.poll(async () => {
      station.clock.forward(100);
      const answer = await station.call(clerk, 'scale.take', { scaleId: 'a' });
      raw = answer.ok ? answer.data.raw : [];
      return answer.ok ? answer.data.grams : 'refusal' in answer ? answer.refusal.code : 'fault';
    }, { timeout: 8_000, interval: 50 }).toBe(23_450);
    expect(raw.length).toBeGreaterThan(0);
    expect(new Set(raw).size).toBe(1);
    expect(raw[0]).toMatch(/^03 03 04 00 00 09 29 /u);
  } finally {
    await station.close();
  }
});
