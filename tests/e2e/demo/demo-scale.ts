import { SimulatedScale } from '../../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../../electron/core/platform/clock.ts';
import { openSerialCable } from '../../support/pty.ts';
import type { SerialCable } from '../../support/pty.ts';
import { sendOverCable } from '../../support/pty-scale.ts';

/** A platform scale at the other end of a serial cable, speaking Yaohua tF0 at 9600 baud. */
export interface DemoScale {
  readonly path: string;
  /** Puts goods on: the figure swings and settles. */
  put(grams: number): void;
  remove(): void;
  fault(name: 'unstable' | 'overload' | 'noise', on: boolean): void;
  stop(): Promise<void>;
}

export async function openDemoScale(): Promise<DemoScale> {
  const cable: SerialCable = await openSerialCable();
  const scale = new SimulatedScale({ protocol: 'yaohua-tf0', capacityGrams: 300_000, intervalGrams: 50, seed: 7 });
  const stop = sendOverCable(scale, cable, { baudRate: 9_600, frameMs: 80 });
  const now = (): number => systemClock.monotonic();
  return {
    path: cable.stationPath,
    put: (grams) => scale.put(grams, now()),
    remove: () => scale.remove(now()),
    fault: (name, on) => scale.setFault(name, on),
    async stop() {
      stop();
      await cable.remove();
    },
  };
}
