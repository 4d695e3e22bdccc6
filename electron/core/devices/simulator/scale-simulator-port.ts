import type { Clock } from '../../platform/clock.ts';
import type { PortHandlers, PortOpener } from '../scale/port/scale-port.ts';
import { PortError } from '../scale/port/scale-port.ts';
import type { Timers } from '../scale/session/timers.ts';
import type { SimulatedScale } from './scale-simulator.ts';

const FRAME_MS = 100;

/** A port inside the program that delivers a simulated scale's bytes, ten frames a second; the cable can be pulled. */
export function simulatorPortOpener(scale: SimulatedScale, clock: Clock, timers: Timers): PortOpener {
  return (handlers: PortHandlers) => {
    if (scale.hasFault('cable_out')) return Promise.reject(new PortError('unplugged', 'the cable is out'));
    let cancel: (() => void) | null = null;
    const send = (): void => {
      if (scale.hasFault('cable_out')) {
        handlers.lost('unplugged');
        return;
      }
      cancel = timers.after(FRAME_MS, send);
      const frame = scale.frameAt(clock.monotonic());
      if (frame.length > 0) handlers.data(frame);
    };
    cancel = timers.after(FRAME_MS, send);
    return Promise.resolve({
      write: () => Promise.resolve(),
      flush: () => Promise.resolve(),
      isPresent: () => Promise.resolve(!scale.hasFault('cable_out')),
      close() {
        cancel?.();
        return Promise.resolve();
      },
    });
  };
}
