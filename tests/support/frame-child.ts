import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeYaohuaTf0 } from '../../electron/core/devices/simulator/scale-encoder-yaohua-tf0.ts';

/**
 * A scale in a process of its own, so that nothing the station does can hold it up: sends a frame every so many
 * milliseconds, the weight counting up from one, and says when each left. `node frame-child.ts <path> <milliseconds>`; it ends with its input.
 */
const [path = '', every = '100'] = process.argv.slice(2);
const port = await open(path, 'r+');
const over = new AbortController();
process.stdin.resume().on('end', () => over.abort());
for (let digits = 1; !over.signal.aborted; digits += 1) {
  const frame = encodeYaohuaTf0({ digits, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false });
  await port.write(frame);
  process.stdout.write(`${digits} ${performance.timeOrigin + performance.now()}\n`);
  await sleep(Number(every));
}
await port.close();
