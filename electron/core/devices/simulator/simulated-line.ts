import type { LineSettings } from '../../../contract/scale-profile.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PortHandlers, PortOpener } from '../scale/port/scale-port.ts';
import { PortError } from '../scale/port/scale-port.ts';
import { isSameLine } from '../scale/detection/line-order.ts';
import type { ScaleProtocol } from '../scale/protocols/protocol.ts';
import type { Timers } from '../scale/session/timers.ts';
import { heardAs } from './heard-as.ts';
import { ScaleAnswers } from './scale-answers.ts';
import type { SimulatedScale } from './scale-simulator.ts';

export interface SimulatedLineParts {
  readonly scale: SimulatedScale;
  readonly protocol: ScaleProtocol;
  /** What the scale itself is set to. */
  readonly sends: LineSettings;
  readonly speaks: 'by itself' | 'when asked';
  readonly clock: Clock;
  readonly timers: Timers;
}

const FRAME_MS = 100;
const BITS_PER_BYTE = 11;

/** A line to a simulated scale, opened at any settings: where they are not those of the scale, what comes is what a real receiver would make of it. */
export function simulatedLine(parts: SimulatedLineParts): (heard: LineSettings | null) => PortOpener {
  const { scale, sends, clock, timers } = parts;
  return (heard) => (handlers: PortHandlers) => {
    if (scale.hasFault('cable_out')) return Promise.reject(new PortError('unplugged', 'the cable is out'));
    const isRight = heard === null || isSameLine(heard, sends);
    const answers = new ScaleAnswers(parts.protocol);
    let isOpen = true;
    const deliver = (bytes: Uint8Array): number => {
      const lineMs = Math.ceil((bytes.length * BITS_PER_BYTE * 1_000) / sends.baudRate);
      const arrived = isRight ? bytes : heardAs(bytes, sends, heard);
      timers.after(lineMs, () => {
        if (isOpen && arrived.length > 0) handlers.data(arrived);
      });
      return lineMs;
    };
    const speak = (): void => {
      if (!isOpen) return;
      if (scale.hasFault('cable_out')) {
        handlers.lost('unplugged');
        return;
      }
      const lineMs = deliver(scale.frameAt(clock.monotonic()));
      timers.after(Math.max(FRAME_MS, lineMs), speak);
    };
    if (parts.speaks === 'by itself') timers.after(FRAME_MS / 2, speak);
    return Promise.resolve({
      write(bytes) {
        const answer = answers.receive(heard === null ? bytes : heardAs(bytes, heard, sends));
        if (answer !== null && parts.speaks === 'when asked') deliver(answer === 'frame' ? scale.frameAt(clock.monotonic()) : answer);
        return Promise.resolve();
      },
      flush: () => Promise.resolve(),
      isPresent: () => Promise.resolve(!scale.hasFault('cable_out')),
      close() {
        isOpen = false;
        return Promise.resolve();
      },
    });
  };
}
