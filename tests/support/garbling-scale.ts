import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { LineSettings } from '../../electron/contract/scale-profile.ts';
import { isSameLine } from '../../electron/core/devices/scale/detection/line-order.ts';
import type { ScaleProtocol } from '../../electron/core/devices/scale/protocols/protocol.ts';
import { heardAs } from '../../electron/core/devices/simulator/heard-as.ts';
import { PacedLine } from '../../electron/core/devices/simulator/scale-pacing.ts';
import { ScaleAnswers } from '../../electron/core/devices/simulator/scale-answers.ts';
import type { SimulatedScale } from '../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../electron/core/platform/clock.ts';
import { systemTimers } from '../../electron/core/devices/scale/session/timers.ts';
import type { SerialCable } from './pty.ts';

const run = promisify(execFile);

/** The settings under which the station has opened its end, as `stty` tells them; null while nobody can tell. */
export async function settingsAt(path: string): Promise<LineSettings | null> {
  const told = await run('stty', ['-F', path, '-a']).then(({ stdout }) => stdout, () => '');
  const speed = /speed (\d+) baud/.exec(told)?.[1];
  if (speed === undefined) return null;
  const has = (flag: string): boolean => new RegExp(`(^|\\s)${flag}(\\s|;|$)`).test(told);
  return { baudRate: Number(speed), dataBits: has('cs7') ? 7 : 8, parity: has('parenb') ? has('parodd') ? 'odd' : 'even' : 'none', stopBits: has('cstopb') ? 2 : 1 };
}

export interface GarblingScale {
  readonly scale: SimulatedScale;
  readonly protocol: ScaleProtocol;
  readonly sends: LineSettings;
  readonly speaks: 'by itself' | 'when asked';
}

const FRAME_MS = 100;

/** Speaks over a cable as a real scale does: at the wrong settings of the station's end, what arrives is what a receiver would make of it. Answers how to stop. */
export function speakOverCable({ scale, protocol, sends, speaks }: GarblingScale, cable: SerialCable): () => void {
  let heard: LineSettings | null = null;
  const over = new AbortController();
  const line = new PacedLine(sends.baudRate, (bytes) => cable.write(bytes), systemTimers);
  const send = (bytes: Uint8Array): void => {
    if (heard !== null) line.send(isSameLine(heard, sends) ? bytes : heardAs(bytes, sends, heard));
  };
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      heard = await settingsAt(cable.stationPath);
      await new Promise((resolve) => setTimeout(resolve, FRAME_MS));
    }
  };
  void look();
  const timer = speaks === 'when asked' ? null : setInterval(() => {
    if (line.waiting === 0) send(scale.frameAt(systemClock.monotonic()));
  }, FRAME_MS);
  if (speaks === 'when asked') {
    const answers = new ScaleAnswers(protocol);
    cable.hear((bytes) => {
      const answer = answers.receive(heard === null ? bytes : heardAs(bytes, heard, sends));
      if (answer !== null) send(answer === 'frame' ? scale.frameAt(systemClock.monotonic()) : answer);
    });
  }
  return () => {
    over.abort();
    if (timer !== null) clearInterval(timer);
    line.stop();
  };
}
