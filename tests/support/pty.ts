import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import type { ReadStream, WriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A serial cable made of two pseudo-terminals: what is written into the scale's end comes out of the station's end. */
export interface SerialCable {
  /** The path the station opens. It exists while the cable is plugged in. */
  readonly stationPath: string;
  /** The scale's end, for a sender in a process of its own. */
  readonly scalePath: string;
  /** Writes asynchronously: the process that also reads the other end would wait for itself otherwise. */
  write(bytes: Uint8Array | string): void;
  /** Hears at the scale's end what the station sends, until the cable is pulled. */
  hear(listener: (bytes: Uint8Array) => void): void;
  /** Pulls the cable: both ends are gone. */
  unplug(): Promise<void>;
  /** Plugs it in again under the same path. */
  plug(): Promise<void>;
  remove(): Promise<void>;
}

interface Plugged {
  readonly socat: ChildProcess;
  readonly scaleEnd: WriteStream;
  ear: ReadStream | null;
}

async function plugIn(stationPath: string, scalePath: string): Promise<Plugged> {
  const socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${stationPath}`, `pty,raw,echo=0,link=${scalePath}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  await new Promise<void>((resolve, reject) => {
    socat.once('error', reject);
    socat.once('exit', (code) => reject(new Error(`socat ended with ${String(code)}: ${told}`)));
    socat.stderr.on('data', (piece: Buffer) => {
      told += piece.toString();
      if (told.includes('starting data transfer loop')) resolve();
    });
  });
  const scaleEnd = createWriteStream(scalePath, { flags: 'r+' });
  // The far end going away while bytes are on their way is what unplugging means.
  scaleEnd.on('error', () => undefined);
  await once(scaleEnd, 'open');
  return { socat, scaleEnd, ear: null };
}

async function pullOut({ socat, scaleEnd, ear }: Plugged): Promise<void> {
  const ended = once(socat, 'exit');
  socat.kill('SIGKILL');
  await ended;
  scaleEnd.destroy();
  ear?.destroy();
}

/** Opens a serial cable; needs `socat`. */
export async function openSerialCable(): Promise<SerialCable> {
  const folder = mkdtempSync(join(tmpdir(), 'serial-cable-'));
  const stationPath = join(folder, 'station');
  const scalePath = join(folder, 'scale');
  const clear = (): void => {
    rmSync(stationPath, { force: true });
    rmSync(scalePath, { force: true });
  };
  let plugged: Plugged | null = await plugIn(stationPath, scalePath);
  return {
    stationPath,
    scalePath,
    write(bytes) {
      plugged?.scaleEnd.write(bytes);
    },
    hear(listener) {
      if (plugged === null) throw new Error('the cable is not plugged in');
      plugged.ear ??= createReadStream(scalePath);
      plugged.ear.on('error', () => undefined);
      plugged.ear.on('data', (bytes) => listener(Buffer.from(bytes)));
    },
    async unplug() {
      if (plugged !== null) await pullOut(plugged);
      plugged = null;
      clear();
    },
    async plug() {
      plugged = await plugIn(stationPath, scalePath);
    },
    async remove() {
      if (plugged !== null) await pullOut(plugged);
      plugged = null;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
