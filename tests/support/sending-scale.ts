import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A scale that counts up in a process of its own. */
export interface SendingScale {
  /** When each frame left, by the value it shows (`0.01` on), in milliseconds of the computer's clock. */
  readonly sentAt: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** Starts the sender on the scale's end of a cable. */
export function startSending(path: string, everyMs: number): SendingScale {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'frame-child.ts'), path, String(everyMs)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const sentAt = new Map<string, number>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    const [digits = '', at = ''] = text.split(' ');
    sentAt.set((Number(digits) / 100).toFixed(2), Number(at));
  });
  return {
    sentAt,
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
