import { scaleProfileSchema } from '../../electron/contract/scale-profile.ts';
import { LiveThrottle } from '../../electron/core/devices/scale/live-throttle.ts';
import type { PortHandlers } from '../../electron/core/devices/scale/port/scale-port.ts';
import { createDecoder, protocolOf } from '../../electron/core/devices/scale/protocols/protocol-table.ts';
import { ScaleSession } from '../../electron/core/devices/scale/session/scale-session.ts';
import { scaleEncoders } from '../../electron/core/devices/simulator/scale-encoders.ts';
import { HandTime } from '../unit/scale/hand-time.ts';
import { interleaved, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

const protocol = 'yaohua-tf0';
const frames = 5_000;
const frameMs = 100;
const blocks = 9;
/** Two scales, ten readings a second each. */
const readingsASecond = 20;

function readyFrames(): Uint8Array[] {
  return Array.from({ length: frames }, (_, index) => scaleEncoders[protocol]?.({
    digits: Math.floor(index / 30) * 7, tareDigits: 0, decimals: 2, unit: 'kg', stable: true, net: false, overload: false, underload: false,
  }) ?? new Uint8Array(0));
}

/** What one reading costs core from its bytes to the event for the windows, against decoding it alone; and the share of a processor that two streaming scales take. */
export async function benchScaleStream(): Promise<BenchRow[]> {
  const rules = protocolOf(protocol);
  if (rules === null) throw new Error(`no protocol ${protocol}`);
  const ready = readyFrames();
  const time = new HandTime();
  let handlers: PortHandlers | null = null;
  const throttle = new LiveThrottle(time, time, () => undefined);
  const session = new ScaleSession({
    profile: scaleProfileSchema.parse({ id: 'a', name: 'a', port: { kind: 'serial', path: '/dev/a' }, protocol, config: { unit: 'kg' } }), protocol: rules, clock: time, timers: time, onLive: (live) => throttle.offer(live),
    open: (given) => {
      handlers = given;
      return Promise.resolve({ write: () => Promise.resolve(), flush: () => Promise.resolve(), isPresent: () => Promise.resolve(true), close: () => Promise.resolve() });
    },
  });
  await session.start();
  const listen = async (): Promise<void> => {
    for (const frame of ready) {
      handlers?.data(frame);
      await time.pass(frameMs);
    }
  };
  const decode = (): void => {
    const decoder = createDecoder(protocol, { unit: 'kg' });
    for (const frame of ready) decoder?.push(frame);
  };
  const figures = await interleaved(blocks, listen, decode);
  await session.stop();
  const [cost, floor] = [figures.value / frames * 1e3, figures.floor / frames * 1e3];
  return [
    row('a reading from its bytes to the event', cost, floor, null, 'µs'),
    row('processor time of two streaming scales', cost * readingsASecond / 1e4, floor * readingsASecond / 1e4, null, '%'),
  ];
}
