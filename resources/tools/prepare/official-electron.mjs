// The official Electron binary: the electron package fetches it from the release host, which many networks do not reach.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot, officialNote, projectNode, projectRoot } from './places.mjs';
import { say } from './say.mjs';

const electronPackage = join(projectRoot, 'node_modules/electron');
const silenceLimitMs = 10_000;

/** The Electron version the product declares. */
export function declaredVersion() {
  return JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version;
}

/** The folder of the official binary, or null when it is not there. */
export function officialFolder() {
  const dist = join(electronPackage, 'dist');
  if (!existsSync(join(electronPackage, 'path.txt')) || !existsSync(join(dist, 'version'))) return null;
  return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '') === declaredVersion() ? dist : null;
}

/** Why the last attempt failed, or null when this version was not tried yet. */
export function rememberedFailure() {
  if (!existsSync(officialNote)) return null;
  const note = JSON.parse(readFileSync(officialNote, 'utf8'));
  return note.version === declaredVersion() ? `${note.reason}, tried on ${note.at.slice(0, 10)}` : null;
}

/**
 * Tries to fetch the official binary. It gives up once nothing has arrived for ten seconds, and notes a failure so that
 * the next start does not wait again. Returns null on success, else the reason.
 */
export async function fetchOfficial() {
  say(`trying the official Electron ${declaredVersion()} (gives up after ${silenceLimitMs / 1000} s without data)`);
  const reason = await download();
  if (reason === null) {
    rmSync(officialNote, { force: true });
    return null;
  }
  mkdirSync(cacheRoot, { recursive: true });
  writeFileSync(officialNote, JSON.stringify({ version: declaredVersion(), at: new Date().toISOString(), reason }));
  return `${reason}, tried just now`;
}

function download() {
  const arriving = mkdtempSync(join(tmpdir(), 'village-station-electron-'));
  const env = { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const child = spawn(projectNode, [join(electronPackage, 'install.js')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  let silent = false;
  let sizeSeen = 0;
  let lastGrowth = Date.now();
  const watch = setInterval(() => {
    const size = sizeOf(arriving);
    if (size > sizeSeen) [sizeSeen, lastGrowth] = [size, Date.now()];
    if (Date.now() - lastGrowth >= silenceLimitMs) silent = child.kill('SIGKILL');
  }, 250);
  child.stderr.on('data', (bytes) => (complaint += bytes));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(officialFolder() ? null : silent ? 'no answer from the release host' : firstLine(complaint)));
  }).finally(() => {
    clearInterval(watch);
    rmSync(arriving, { recursive: true, force: true });
  });
}

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).reduce((sum, entry) => {
    const size = entry.isFile() ? statSync(join(entry.parentPath ?? entry.path, entry.name), { throwIfNoEntry: false })?.size : 0;
    return sum + (size ?? 0);
  }, 0);
}

function firstLine(text) {
  return `the release host could not be reached (${text.trim().split('\n')[0] || 'no reason given'})`;
}
