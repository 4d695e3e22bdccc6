import { PacedLine } from '../../electron/core/devices/simulator/scale-pacing.ts';
import type { SimulatedScale } from '../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../electron/core/platform/clock.ts';
import { systemTimers } from '../../electron/core/devices/scale/session/timers.ts';
import type { SerialCable } from './pty.ts';

/** Sends a simulated scale's frames down a cable at the pace of a real line; answers how to stop. */
export function sendOverCable(scale: SimulatedScale, cable: SerialCable, options: { readonly baudRate: number; readonly frameMs: number }): () => void {
  const line = new PacedLine(options.baudRate, (bytes) => cable.write(bytes), systemTimers);
  const timer = setInterval(() => {
    // An indicator sends what the line can carry and no more.
    if (line.waiting === 0) line.send(scale.frameAt(systemClock.monotonic()));
  }, options.frameMs);
  return () => {
    clearInterval(timer);
    line.stop();
  };
}
