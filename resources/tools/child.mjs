// Starts the programs of the project: the right Node, the right runtime, output straight to this terminal.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, projectRoot } from './prepare/places.mjs';

/** Command lines of the tools among the npm packages, without the shims that differ between systems. */
export const toolScripts = {
  tsc: 'node_modules/typescript-native/bin/tsc',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
  electronVite: 'node_modules/electron-vite/bin/electron-vite.js',
  electronBuilder: 'node_modules/electron-builder/cli.js',
};

/** Runs preparation; ends this process where that fails. */
export function prepareOrExit(flags = []) {
  const done = spawnSync(process.execPath, [join(projectRoot, 'resources/tools/prepare.mjs'), ...flags], { stdio: ['ignore', 2, 2] });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/**
 * Runs a program to its end and passes this process's end on to it. `options` are those of `spawn`; with `limitMs` the
 * program and everything it started are ended after that time. Resolves to the exit code.
 */
export function runToEnd(program, args, { limitMs, ...options } = {}) {
  const ownGroup = limitMs !== undefined && process.platform !== 'win32';
  const child = spawn(program, args, { cwd: projectRoot, stdio: 'inherit', ...options, detached: ownGroup });
  const end = (signal) => {
    if (child.pid === undefined || child.exitCode !== null) return;
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  };
  const pass = (signal) => end(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  const limit = limitMs === undefined ? null : setTimeout(() => {
    process.stderr.write(`ended after ${Math.round(limitMs / 60_000)} minutes\n`);
    end('SIGKILL');
  }, limitMs);
  return new Promise((resolve) => {
    const settle = (code) => {
      if (limit !== null) clearTimeout(limit);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      settle(1);
    });
    child.on('close', (code, signal) => settle(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Runs a script (a tool's or our own, TypeScript too) under Node 24. */
export function runScript(script, args, options) {
  return runToEnd(projectNode, [join(projectRoot, script), ...args], options);
}
