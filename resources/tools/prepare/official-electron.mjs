// The official Electron binary: the electron package fetches it from the release host, which many networks do not reach.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheRoot, officialNote, projectNode, projectRoot } from './places.mjs';
import { say } from './say.mjs';
import { runWhileDataArrives } from './watched-download.mjs';

const electronPackage = join(projectRoot, 'node_modules/electron');
const patienceMs = 10_000;
/** What must come in that time: at this rate the whole of it, some 110 MB, is there in ten minutes. */
const leastInPatience = 2_000_000;

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
 * Tries to fetch the official binary. It gives up once ten seconds bring nothing or next to nothing, and notes a failure so that
 * the next start does not wait again. Returns null on success, else the reason.
 */
export async function fetchOfficial() {
  say(`trying the official Electron ${declaredVersion()} (gives up after ${patienceMs / 1000} s without data)`);
  const reason = await download();
  if (reason === null) {
    rmSync(officialNote, { force: true });
    return null;
  }
  mkdirSync(cacheRoot, { recursive: true });
  writeFileSync(officialNote, JSON.stringify({ version: declaredVersion(), at: new Date().toISOString(), reason }));
  return `${reason}, tried just now`;
}

async function download() {
  const env = { ...process.env };
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const { complaint, tooSlow } = await runWhileDataArrives({
    command: projectNode, args: [join(electronPackage, 'install.js')], env, windowMs: patienceMs, leastBytes: leastInPatience,
    onProgress: (bytes) => say(`${Math.round(bytes / 1e6)} MB of the official Electron have come`),
  });
  if (officialFolder()) return null;
  return tooSlow ? 'no answer from the release host, or one too slow' : firstLine(complaint);
}

function firstLine(text) {
  return `the release host could not be reached (${text.trim().split('\n')[0] || 'no reason given'})`;
}
