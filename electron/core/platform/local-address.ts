import { createHash, randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { makePrivateFolder, systemCode, writeFileDurably } from './durable-file.ts';
import { Fault } from './fault.ts';
import { parseJson } from './json-text.ts';

/**
 * Where a running core listens. The path or pipe name is new at each start, so nobody can sit there first, and it is written
 * with a password into a private file of the data folder: who may read that file may speak to core.
 */
export interface LocalAddress {
  readonly path: string;
  readonly secret: string;
  readonly pid: number;
}

const addressName = 'station.socket.json';
/** Unix socket paths end at 104 bytes on macOS and 108 on Linux. */
const longestSocketPath = 103;

/** A fresh address for this folder; leftovers of killed cores are removed. Only the holder of the folder's lock may call this. */
export async function claimAddress(folder: string, runtimeFolder = defaultRuntimeFolder()): Promise<LocalAddress> {
  const name = `${createHash('sha256').update(folder).digest('hex').slice(0, 12)}-`;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\village-station-${name}${randomBytes(16).toString('hex')}` : await socketPath(runtimeFolder, name);
  return { path, secret: randomBytes(32).toString('base64url'), pid: process.pid };
}

export async function publishAddress(folder: string, address: LocalAddress): Promise<void> {
  await writeFileDurably(join(folder, addressName), `${JSON.stringify(address)}\n`);
}

export async function withdrawAddress(folder: string): Promise<void> {
  await rm(join(folder, addressName), { force: true });
}

/** The address of the core that runs in this folder or ran there last; null when there is none. */
export async function readAddress(folder: string): Promise<LocalAddress | null> {
  let text: string;
  try {
    text = await readFile(join(folder, addressName), 'utf8');
  } catch (error) {
    if (systemCode(error) !== '') return null;
    throw error;
  }
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('path' in value && 'secret' in value && 'pid' in value)) return null;
  const { path, secret, pid } = value;
  if (typeof path !== 'string' || typeof secret !== 'string' || typeof pid !== 'number') return null;
  return isOurs(path) ? { path, secret, pid } : null;
}

function defaultRuntimeFolder(): string {
  const given = process.env['XDG_RUNTIME_DIR'];
  return given === undefined || given === '' ? join(tmpdir(), `village-station-${userInfo().uid}`) : join(given, 'village-station');
}

async function socketPath(runtimeFolder: string, name: string): Promise<string> {
  await makePrivateFolder(runtimeFolder);
  const path = join(runtimeFolder, `${name}${randomBytes(4).toString('hex')}`);
  if (Buffer.byteLength(path) > longestSocketPath || !isOurs(path)) throw new Fault('file_unwritable', { file: path });
  for (const left of await readdir(runtimeFolder)) {
    if (left.startsWith(name)) await rm(join(runtimeFolder, left), { force: true });
  }
  return path;
}

/** A socket is trusted only in a real folder that belongs to us and that nobody else may enter. */
function isOurs(path: string): boolean {
  if (process.platform === 'win32') return path.startsWith('\\\\.\\pipe\\village-station-');
  const folder = lstatSync(dirname(path), { throwIfNoEntry: false });
  return folder !== undefined && folder.isDirectory() && folder.uid === userInfo().uid && (folder.mode & 0o077) === 0;
}
