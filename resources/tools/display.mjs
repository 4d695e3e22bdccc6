// A screen for the windows: the one that is there, else a virtual one.
import { spawn } from 'node:child_process';
import { lacksDisplay } from './runtime.mjs';

const startLimitMs = 10_000;

/**
 * Makes sure a window can open. Returns the variables to add to a child's environment, and `close()`, which ends the virtual
 * screen again (and does nothing where a real one is used).
 */
export async function openDisplay() {
  if (!lacksDisplay) return { variables: {}, close: () => {} };
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = () => server.kill();
  process.once('exit', close);
  return { variables: { DISPLAY: `:${await displayNumber(server)}` }, close };
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('the virtual screen (Xvfb) did not answer')), startLimitMs);
    let text = '';
    server.stdio[3].on('data', (bytes) => {
      text += bytes;
      if (!text.includes('\n')) return;
      clearTimeout(limit);
      resolve(text.trim());
    });
    server.on('error', (error) => reject(new Error(`no virtual screen: ${error.message}; is xvfb installed?`)));
    server.on('exit', (code) => reject(new Error(`the virtual screen (Xvfb) ended with ${code}`)));
  });
}
