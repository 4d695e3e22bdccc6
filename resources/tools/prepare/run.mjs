// Running another program while the person can see what it says.
import { spawnSync } from 'node:child_process';

/** Runs a program with its output on this terminal's standard error. Returns its exit code (1 when it could not start). */
export function runShown(program, args, options = {}) {
  return spawnSync(program, args, { stdio: ['ignore', 2, 2], ...options }).status ?? 1;
}

/** Runs a program quietly. Returns `{code, out, err}`. */
export function runQuiet(program, args, options = {}) {
  const done = spawnSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 << 20, ...options });
  return { code: done.status ?? 1, out: done.stdout ?? '', err: done.stderr ?? '' };
}
