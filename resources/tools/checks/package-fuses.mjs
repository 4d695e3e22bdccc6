// Electron's fuses as they stand in an executable: a sentinel text, a version, a length, then one character per fuse.
import { readFileSync } from 'node:fs';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const names = [
  'runAsNode', 'enableCookieEncryption', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar', 'loadBrowserProcessSpecificV8Snapshot', 'grantFileProtocolExtraPrivileges',
];
const states = { 0x30: 'off', 0x31: 'on', 0x72: 'removed', 0x90: 'inherited' };

/** How the product wants them. */
export const wantedFuses = {
  runAsNode: 'off',
  enableCookieEncryption: 'on',
  enableNodeOptionsEnvironmentVariable: 'off',
  enableNodeCliInspectArguments: 'off',
  enableEmbeddedAsarIntegrityValidation: 'on',
  onlyLoadAppFromAsar: 'on',
  loadBrowserProcessSpecificV8Snapshot: 'off',
  grantFileProtocolExtraPrivileges: 'off',
};

/** Reads the fuses of an executable; fuses that its version does not have are left out. */
export function readFuses(executable) {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(sentinel);
  if (at === -1) return {};
  const wire = at + sentinel.length;
  const count = bytes[wire + 1];
  return Object.fromEntries(names.slice(0, count).map((name, index) => [name, states[bytes[wire + 2 + index]] ?? 'unknown']));
}
