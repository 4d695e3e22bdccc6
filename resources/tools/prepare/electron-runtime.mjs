// Chooses the Electron runtime: the official binary of the declared version, else the older stand-in; and says why.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CannotPrepare, say } from './say.mjs';
import { cacheRoot, runtimeNote } from './places.mjs';
import { declaredVersion, fetchOfficial, officialFolder, rememberedFailure } from './official-electron.mjs';
import { ensureStandIn, standInFits, standInVersion } from './stand-in.mjs';

/** Makes sure a runtime is there and writes the note that the other tools read. `again` repeats a failed download. */
export async function ensureElectron({ again, officialOnly }) {
  const chosen = await choose(again, officialOnly);
  const words = chosen.kind === 'official' ? `official Electron ${chosen.version}` : `stand-in Electron ${chosen.version} (older; for development, tests and the demo only)`;
  say(`runtime: ${words}: ${chosen.reason}`);
  writeNote(chosen);
}

async function choose(again, officialOnly) {
  const failure = officialFolder() ? null : ((again ? null : rememberedFailure()) ?? (await fetchOfficial()));
  const folder = officialFolder();
  const version = declaredVersion();
  if (folder) return { kind: 'official', dir: folder, packagingDir: folder, version, reason: 'the version the product declares' };
  if (officialOnly) throw new CannotPrepare(`the official Electron ${version} cannot be had here: ${failure}`);
  if (!standInFits) {
    throw new CannotPrepare(`the official Electron ${version} cannot be had here (${failure}), and the stand-in runs on Linux x64 only`);
  }
  const reason = `the official ${version} is not here: ${failure}; "npm run check:official" tries again`;
  return { kind: 'stand-in', ...ensureStandIn(), version: standInVersion, reason };
}

function writeNote(note) {
  const text = JSON.stringify(note, null, 2);
  if (existsSync(runtimeNote) && readFileSync(runtimeNote, 'utf8') === text) return;
  mkdirSync(cacheRoot, { recursive: true });
  writeFileSync(runtimeNote, text);
}
