// Runs a program that downloads into the temporary folder, for as long as enough arrives.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const windowsToUnpack = 6;

/**
 * Runs the command with a temporary folder of its own and looks, at the end of every window of `windowMs`, how many bytes have come into
 * that folder: fewer than `leastBytes`, and the program is ended. So a host that is silent or only trickles holds nobody up for longer than
 * one window, and a download that runs goes on to its end. What came and is taken away again has been taken to be unpacked, which gets six
 * windows. Answers what was complained of, and whether it was ended.
 */
export async function runWhileDataArrives({ command, args, env, windowMs, leastBytes, onProgress = () => {} }) {
  const arriving = mkdtempSync(join(tmpdir(), 'village-station-electron-'));
  const child = spawn(command, args, { env: { ...env, TMPDIR: arriving, TEMP: arriving, TMP: arriving }, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  let tooSlow = false;
  let before = 0;
  let unpacking = 0;
  const watch = setInterval(() => {
    const size = sizeOf(arriving);
    if (size < before || unpacking > 0) unpacking += 1;
    if (unpacking > windowsToUnpack || (unpacking === 0 && size - before < leastBytes)) tooSlow = child.kill('SIGKILL');
    else if (unpacking === 0) onProgress(size);
    before = size;
  }, windowMs);
  child.stderr.on('data', (bytes) => (complaint += bytes));
  try {
    await new Promise((resolve) => {
      child.on('error', (error) => {
        complaint = error.message;
        resolve();
      });
      child.on('close', resolve);
    });
  } finally {
    clearInterval(watch);
    rmSync(arriving, { recursive: true, force: true });
  }
  return { complaint, tooSlow };
}

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).reduce((sum, entry) => {
    const size = entry.isFile() ? statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size : 0;
    return sum + (size ?? 0);
  }, 0);
}
