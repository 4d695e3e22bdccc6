import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { ScaleProfile } from '../../../electron/contract/scale-profile.ts';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import { listPorts } from '../../../electron/core/devices/scale/port/port-list.ts';
import { ScaleDesk } from '../../../electron/core/devices/scale/scale-desk.ts';
import { systemTimers } from '../../../electron/core/devices/scale/session/timers.ts';
import { encodeStGs } from '../../../electron/core/devices/simulator/scale-encoder-st-gs.ts';
import { SimulatedScale } from '../../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import type { SerialCable } from '../../support/pty.ts';
import { openSerialCable } from '../../support/pty.ts';
import { sendOverCable } from '../../support/pty-scale.ts';

let cable: SerialCable;
let desk: ScaleDesk;
let stops: (() => void)[];
const events: LiveWeight[] = [];

beforeEach(async () => {
  cable = await openSerialCable();
  desk = new ScaleDesk({ clock: systemClock, timers: systemTimers, listPorts, emit: (live) => events.push(live) });
  stops = [];
  events.length = 0;
});
afterEach(async () => {
  for (const stop of stops) stop();
  await desk.stop();
  await cable.remove();
});

const profile = (protocol: string, rest: Partial<ScaleProfile> = {}): ScaleProfile =>
  scaleProfileSchema.parse({ id: 'a', name: '地磅', port: { kind: 'serial', path: cable.stationPath }, protocol, config: protocol === 'yaohua-tf0' ? { unit: 'kg' } : {}, capacityGrams: 60_000, intervalGrams: 10, ...rest });

function scaleOnCable(protocol: string, baudRate = 9_600): SimulatedScale {
  const scale = new SimulatedScale({ protocol, capacityGrams: 60_000, intervalGrams: 10, seed: 5 });
  stops.push(sendOverCable(scale, cable, { baudRate, frameMs: 50 }));
  return scale;
}

const live = (): LiveWeight | undefined => desk.list()[0]?.live;
const taken = (): number | string | undefined => {
  const result = desk.take('a')?.taken;
  return result === undefined ? undefined : 'refused' in result ? result.refused : result.mass.wholeGrams;
};
const until = (what: () => boolean, milliseconds = 8_000): Promise<void> => expect.poll(what, { timeout: milliseconds, interval: 20 }).toBe(true);

describe.each(['yaohua-tf0', 'toledo-continuous', 'st-gs'])('%s over a serial cable at 9600 baud', (protocol) => {
  it('weighs one basket and then another, through noise', async () => {
    const scale = scaleOnCable(protocol);
    await desk.configure([profile(protocol)]);
    scale.setFault('noise', true);
    scale.put(23_450, systemClock.monotonic());
    const seen = new Set<number | string | undefined>();
    for (let turn = 0; turn < 150; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.add(taken());
    }
    scale.setFault('noise', false);
    await until(() => seen.add(taken()).has(23_450));
    scale.put(11_020, systemClock.monotonic());
    await until(() => taken() === 11_020);
    expect([...seen].filter((one) => typeof one === 'number')).toEqual([23_450]);
    expect(events.every((event) => event.scaleId === 'a')).toBe(true);
  });
});

describe('a serial scale', () => {
  it('shows a pulled cable within two seconds, and weighs again after it was put back', async () => {
    const scale = scaleOnCable('toledo-continuous');
    await desk.configure([profile('toledo-continuous')]);
    scale.put(23_450, systemClock.monotonic());
    await until(() => taken() === 23_450);
    await cable.unplug();
    await until(() => live()?.state === 'unplugged', 2_000);
    expect(taken()).toBe('scale_no_signal');
    await cable.plug();
    await until(() => taken() === 23_450);
  });

  it('tells a port that is not there from one that works', async () => {
    await desk.configure([profile('st-gs', { port: { kind: 'serial', path: '/dev/no-such-port', identity: null } })]);
    await until(() => live()?.state === 'unplugged');
  });

  it('says no signal while the cable is in and the scale is off', async () => {
    await desk.configure([profile('st-gs')]);
    await until(() => live()?.state === 'no_signal', 4_000);
  });

  it('refuses a port that another program holds, and takes it over when it is free', async () => {
    const other = new ScaleDesk({ clock: systemClock, timers: systemTimers, listPorts, emit: () => undefined });
    await other.configure([profile('st-gs', { id: 'other' })]);
    await until(() => other.list()[0]?.live.state === 'no_signal', 4_000);
    await desk.configure([profile('st-gs')]);
    await until(() => live()?.state === 'access_denied');
    await other.stop();
    const scale = scaleOnCable('st-gs');
    scale.put(5_000, systemClock.monotonic());
    await until(() => taken() === 5_000, 12_000);
  });

  it('reads 7E1 on a line set to 8N1 once the site says so', async () => {
    const bytes = encodeStGs({ digits: 786, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false });
    const withParity = bytes.map((byte) => (byte.toString(2).replaceAll('0', '').length % 2 === 0 ? byte : byte | 0x80));
    const timer = setInterval(() => cable.write(withParity), 100);
    stops.push(() => clearInterval(timer));
    await desk.configure([profile('st-gs')]);
    await until(() => live()?.state === 'wrong_settings');
    expect(taken()).toBe('scale_no_signal');
    await desk.configure([profile('st-gs', { config: { strip_parity: true } })]);
    await until(() => taken() === 7_860);
  });

  it('takes nothing from half frames', async () => {
    const half = Buffer.from('ST,GS,+   7.8');
    const timer = setInterval(() => cable.write(half), 400);
    stops.push(() => clearInterval(timer));
    await desk.configure([profile('st-gs')]);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(taken()).toBe('scale_no_signal');
    expect(live()?.value).toBeNull();
  });
});
