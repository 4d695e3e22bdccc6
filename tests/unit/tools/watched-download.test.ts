import { describe, expect, it } from 'vitest';
import { runWhileDataArrives } from '../../../resources/tools/prepare/watched-download.mjs';

/** A program that writes so many bytes into its temporary folder at each beat, and ends after so many beats. */
const writer = (bytes: number, beats: number, end = ''): string =>
  `const fs = require('node:fs'); const file = process.env.TMPDIR + '/part'; let left = ${beats}; const timer = setInterval(() => { fs.appendFileSync(file, Buffer.alloc(${bytes})); left -= 1; if (left <= 0) { clearInterval(timer); ${end} } }, 20);`;

async function run(code: string): Promise<{ tooSlow: boolean; complaint: string; seen: number[]; tookMs: number }> {
  const seen: number[] = [];
  const began = performance.now();
  const answer = await runWhileDataArrives({ command: process.execPath, args: ['-e', code], env: process.env, windowMs: 400, leastBytes: 4_000, onProgress: (bytes) => seen.push(bytes) });
  return { ...answer, seen, tookMs: performance.now() - began };
}

describe('a download that is watched', () => {
  it('goes on to its end while enough arrives, and tells how much has come', async () => {
    const { tooSlow, complaint, seen } = await run(writer(4_000, 60));
    expect([tooSlow, complaint]).toEqual([false, '']);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 0);
  });

  it.each([['is silent', 'setInterval(() => {}, 1000)'], ['only trickles', writer(10, 100_000)]])('is ended within two stretches of time where the host %s', async (_how, code) => {
    const { tooSlow, tookMs } = await run(code);
    expect(tooSlow).toBe(true);
    expect(tookMs).toBeLessThan(10_000);
  });

  it('has time to unpack what has come and was taken away', async () => {
    const { tooSlow } = await run(writer(8_000, 30, 'fs.rmSync(file); setTimeout(() => {}, 1200)'));
    expect(tooSlow).toBe(false);
  });

  it('says what the program complained of', async () => {
    expect((await run("process.stderr.write('ENOTFOUND'); process.exitCode = 1")).complaint).toBe('ENOTFOUND');
  });

  it('says that there is no such program', async () => {
    const { complaint, tooSlow } = await runWhileDataArrives({ command: '/nothing/there', args: [], env: {}, windowMs: 400, leastBytes: 1 });
    expect(complaint).toContain('ENOENT');
    expect(tooSlow).toBe(false);
  });
});
