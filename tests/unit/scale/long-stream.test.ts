import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import { LiveThrottle } from '../../../electron/core/devices/scale/live-throttle.ts';
import type { PortHandlers } from '../../../electron/core/devices/scale/port/scale-port.ts';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { ScaleSession } from '../../../electron/core/devices/scale/session/scale-session.ts';
import { SimulatedScale } from '../../../electron/core/devices/simulator/scale-simulator.ts';
import { HandTime } from './hand-time.ts';

const frameMs = 100;
const hours = 8;
const frames = (hours * 3_600_000) / frameMs;
/** A basket is put on or taken off every so many frames, so that the weights change as at a busy desk. */
const basketFrames = 150;
const mostGrowth = 3_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

interface Stream { readonly session: ScaleSession; readonly events: () => number; send(at: number): void }

async function openStream(id: string, protocolKey: string, time: HandTime): Promise<Stream> {
  const protocol = protocolOf(protocolKey);
  if (protocol === null) throw new Error(`no protocol ${protocolKey}`);
  const scale = new SimulatedScale({ protocol: protocolKey, capacityGrams: 60_000, intervalGrams: 10, seed: 9 });
  let handlers: PortHandlers | null = null;
  let events = 0;
  const throttle = new LiveThrottle(time, time, () => { events += 1; });
  const session = new ScaleSession({
    profile: scaleProfileSchema.parse({ id, name: id, port: { kind: 'serial', path: `/dev/${id}` }, protocol: protocolKey, config: { unit: 'kg' } }), protocol, clock: time, timers: time,
    onLive: (live: LiveWeight) => throttle.offer(live),
    open: (given) => {
      handlers = given;
      return Promise.resolve({ write: () => Promise.resolve(), flush: () => Promise.resolve(), isPresent: () => Promise.resolve(true), close: () => Promise.resolve() });
    },
  });
  await session.start();
  return {
    session, events: () => events,
    send(at) {
      if (at % (basketFrames * frameMs) === 0) scale.put(1_000 + (at % 37_000), time.monotonic());
      handlers?.data(scale.frameAt(time.monotonic()));
    },
  };
}

it('a working day of two scales loses no reading and holds no more memory at its end than at its beginning', async () => {
  const time = new HandTime();
  const streams = [await openStream('left', 'yaohua-tf0', time), await openStream('right', 'toledo-continuous', time)];
  const warm = Math.floor(frames / 10);
  let early = 0;
  for (let sent = 0; sent < frames; sent += 1) {
    for (const stream of streams) stream.send(sent * frameMs);
    await time.pass(frameMs);
    if (sent === warm) early = heapBytes();
  }
  // The last frame of a protocol whose check byte is learned may wait for the next one.
  for (const stream of streams) expect(frames - stream.session.live().sequence).toBeLessThanOrEqual(1);
  for (const stream of streams) expect(stream.events()).toBeGreaterThan(frames / 10);
  expect(heapBytes() - early).toBeLessThan(mostGrowth);
  for (const stream of streams) {
    expect(stream.session.live().state).toBe('live');
    expect(stream.session.recentFrames()).toHaveLength(64);
  }
}, 240_000);
