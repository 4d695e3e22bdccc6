// npm run dev: the application, built and started again after every change of a source, in about four seconds. A draft survives
// that. Replacing modules inside a running window would need holes in the walls around it, so it is not done.
import { watch } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepareOrExit } from './child.mjs';

prepareOrExit();
const { ensureBuilt } = await import('./build.mjs');
const { openDisplay } = await import('./display.mjs');
const { childEnvironment, electronExecutable, electronFlags, projectRoot } = await import('./runtime.mjs');

const settleMs = 300;
const display = await openDisplay();
let window = null;
let timer = null;
let working = false;
let changedAgain = false;

function open() {
  const args = [...electronFlags, projectRoot, ...process.argv.slice(2)];
  const opened = spawn(electronExecutable(), args, { env: { ...childEnvironment(), ...display.variables }, stdio: 'inherit' });
  opened.on('exit', (code) => {
    // Closed by the person, not by a restart: that ends the work.
    if (window === opened) end(code ?? 1);
  });
  window = opened;
}

function close() {
  const closing = window;
  window = null;
  if (closing === null || closing.exitCode !== null) return Promise.resolve();
  closing.kill('SIGTERM');
  return new Promise((resolve) => {
    const force = setTimeout(() => closing.kill('SIGKILL'), 5_000);
    closing.on('exit', () => {
      clearTimeout(force);
      resolve();
    });
  });
}

async function renew() {
  if (working) {
    changedAgain = true;
    return;
  }
  working = true;
  do {
    changedAgain = false;
    // A source that does not build leaves the running window alone; the lines above say what is wrong.
    if ((await ensureBuilt()) === 0 && !changedAgain) {
      await close();
      open();
    }
  } while (changedAgain);
  working = false;
}

function end(code) {
  display.close();
  process.exit(code);
}

const watched = ['electron', 'db', 'renderer', 'resources/locales'];
for (const folder of watched) {
  watch(join(projectRoot, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(renew, settleMs);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => close().then(() => end(0)));

process.stderr.write(`[dev] watching ${watched.join(', ')}\n`);
await renew();
