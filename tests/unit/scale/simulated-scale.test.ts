import { describe, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { LiveWeight, Simulation } from '../../../electron/contract/scale.ts';
import { ScaleDesk } from '../../../electron/core/devices/scale/scale-desk.ts';
import { PacedLine } from '../../../electron/core/devices/simulator/scale-pacing.ts';
import { HandTime } from './hand-time.ts';

async function trainingDesk(protocol: string, config = {}): Promise<{ time: HandTime; desk: ScaleDesk; events: LiveWeight[]; do(change: Simulation): void; take(): number | string | undefined }> {
  const time = new HandTime();
  const events: LiveWeight[] = [];
  const desk = new ScaleDesk({ clock: time, timers: time, emit: (live) => events.push(live), listPorts: () => Promise.resolve([]) });
  await desk.configure([scaleProfileSchema.parse({ id: 'a', name: '练习秤', port: { kind: 'simulator' }, protocol, config, capacityGrams: 60_000, intervalGrams: 10 })]);
  return {
    time, desk, events,
    do: (change) => expect(desk.simulate('a', change)).toBe('done'),
    take() {
      const taken = desk.take('a')?.taken;
      return taken === undefined ? undefined : 'refused' in taken ? taken.refused : taken.mass.wholeGrams;
    },
  };
}

/** Indicators that say nothing at all while they are overloaded. */
const silentWhileOverloaded: ReadonlySet<string> = new Set(['yaohua-tf0', 'yaohua-eq-msb', 'yaohua-a12-ww']);

describe.each([
  ['yaohua-tf0', { unit: 'kg' }], ['toledo-continuous', {}], ['st-gs', {}], ['yaohua-eq-msb', { unit: 'kg' }], ['yaohua-a12-ww', {}], ['toledo-8217', {}], ['cas-22', {}], ['bcd-ff6', {}],
])('a simulated scale that speaks %s', (protocol, config) => {
  it('weighs a basket once it has stopped swinging, and another after it', async () => {
    const { time, do: act, take } = await trainingDesk(protocol, config);
    await time.pass(1_500);
    expect(take()).toBe('weight_not_positive');
    act({ action: 'put', grams: 23_450 });
    await time.pass(500);
    expect(take()).toBe('weight_not_stable');
    await time.pass(3_000);
    expect(take()).toBe(23_450);
    act({ action: 'put', grams: 11_020 });
    await time.pass(3_000);
    expect(take()).toBe(11_020);
  });

  it('lets a trainer make it restless, overload it, disturb the line and pull the cable', async () => {
    const { time, desk, do: act, take } = await trainingDesk(protocol, config);
    act({ action: 'put', grams: 23_450 });
    await time.pass(3_000);
    act({ action: 'fault', fault: 'unstable', on: true });
    await time.pass(1_000);
    expect(take()).toBe('weight_not_stable');
    act({ action: 'fault', fault: 'unstable', on: false });
    act({ action: 'fault', fault: 'overload', on: true });
    await time.pass(3_000);
    expect(take()).toBe(silentWhileOverloaded.has(protocol) ? 'scale_no_signal' : 'scale_overload');
    act({ action: 'fault', fault: 'overload', on: false });
    act({ action: 'fault', fault: 'cable_out', on: true });
    await time.pass(300);
    expect(desk.list()[0]?.live.state).toBe('unplugged');
    act({ action: 'fault', fault: 'cable_out', on: false });
    await time.pass(5_000);
    expect(take()).toBe(23_450);
  });

  it('never gives a wrong weight on a disturbed line', async () => {
    const { time, do: act, take } = await trainingDesk(protocol, config);
    act({ action: 'put', grams: 23_450 });
    await time.pass(3_000);
    act({ action: 'fault', fault: 'noise', on: true });
    const seen = new Set<number | string | undefined>();
    for (let turn = 0; turn < 3_000; turn += 1) {
      await time.pass(100);
      seen.add(take());
    }
    expect([...seen].filter((taken) => typeof taken === 'number')).toEqual([23_450]);
  });
});

describe('events of the live weight', () => {
  it('come at once on a change, at most twenty a second, and go on while nothing changes', async () => {
    const { time, events, do: act } = await trainingDesk('toledo-continuous');
    await time.pass(10_000);
    expect(events.length).toBeLessThan(30);
    expect(events.length).toBeGreaterThan(10);
    act({ action: 'fault', fault: 'unstable', on: true });
    const before = events.length;
    await time.pass(1_000);
    expect(events.length - before).toBeLessThanOrEqual(20);
    expect(events.length - before).toBeGreaterThan(5);
  });
});

describe('a paced line', () => {
  it('carries 960 bytes a second at 9600 baud', async () => {
    const time = new HandTime();
    let carried = 0;
    const line = new PacedLine(9_600, (bytes) => (carried += bytes.length), time);
    line.send(new Uint8Array(2_000));
    await time.pass(1_000);
    expect(carried).toBe(960);
    await time.pass(1_200);
    expect(carried).toBe(2_000);
    expect(time.pending).toBe(0);
  });
});
