import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../../electron/core/platform/folder-lock.ts';
import { connectLocal, serveLocal } from '../../../electron/core/platform/local-socket.ts';
import type { LocalServer } from '../../../electron/core/platform/local-socket.ts';
import type { Channel } from '../../../electron/core/rpc/channel.ts';

let root: string;
let folder: string;
let runtime: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'vs-lock-'));
  folder = join(root, 'data');
  runtime = join(root, 'run');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

/** Starts a holder and answers its first word. */
function startHolder(): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'lock-holder.ts'), folder, runtime], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve) => {
    child.stdout?.once('data', (data: Buffer) => resolve({ child, says: data.toString('utf8').trim() }));
  });
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function answerTo(channel: Channel, message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    channel.onMessage(resolve);
    channel.post(message);
  });
}

describe('one core per data folder', () => {
  it('a second one is refused, in this process and from another', async () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow('folder_in_use');
    expect((await startHolder()).says).toContain('folder_in_use');
    lock.release();
    lock.release();
    expect((await startHolder()).says).toBe('held');
    expect(() => lockFolder(folder)).toThrow('folder_in_use');
  });

  it('a folder reached through a link is the same folder', async () => {
    const lock = lockFolder(folder);
    await symlink(folder, join(root, 'link'));
    expect(() => lockFolder(join(root, 'link'))).toThrow('folder_in_use');
    lock.release();
  });

  it('a core killed in the middle of its work leaves the folder free, again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { child, says } = await startHolder();
      expect(says).toBe('held');
      expect(() => lockFolder(folder)).toThrow('folder_in_use');
      await killed(child);
      expect(await connectLocal(folder)).toBeNull();
    }
    const lock = lockFolder(folder);
    const server = await serveLocal(lock, () => undefined, runtime);
    if (process.platform !== 'win32') expect(readdirSync(runtime)).toHaveLength(1);
    await server.stop();
    lock.release();
  });

  it('of many that start at once exactly one gets the folder', async () => {
    const holders = await Promise.all(Array.from({ length: 6 }, startHolder));
    expect(holders.filter(({ says }) => says === 'held')).toHaveLength(1);
  });

  it('a place that cannot be a folder is a fault with a plain code', async () => {
    await writeFile(folder, 'a file');
    expect(() => lockFolder(folder)).toThrow('file_unwritable');
  });

  it('two folders may be held side by side', () => {
    const live = lockFolder(folder);
    const training = lockFolder(join(root, 'training'));
    live.release();
    training.release();
  });
});

describe('the line to a running core', () => {
  it('carries questions and answers between processes, Chinese included', async () => {
    await startHolder();
    const channel = await connectLocal(folder);
    if (channel === null) throw new Error('no answer');
    const long = '过磅'.repeat(200_000);
    expect(await answerTo(channel, { op: 'ticket.post', note: long })).toEqual({ echo: { op: 'ticket.post', note: long } });
    channel.close();
  });

  it('a core that is busy for seconds is waited for, not taken for one that does not answer', async () => {
    const { child } = await startHolder();
    child.kill('SIGSTOP');
    const goesOn = setTimeout(() => child.kill('SIGCONT'), 6_000);
    const channel = await connectLocal(folder);
    clearTimeout(goesOn);
    expect(channel).not.toBeNull();
    channel?.close();
  }, 30_000);

  it('nobody answers where no core runs', async () => {
    await mkdir(folder);
    expect(await connectLocal(folder)).toBeNull();
    await writeFile(join(folder, 'station.socket.json'), 'rubbish');
    expect(await connectLocal(folder)).toBeNull();
    await writeFile(join(folder, 'station.socket.json'), JSON.stringify({ path: join(root, 'gone', 'x'), secret: 's', pid: 1 }));
    expect(await connectLocal(folder)).toBeNull();
  });
});

describe('who may speak to a running core', () => {
  let server: LocalServer;
  let path: string;
  let heard: unknown[];
  let release: () => void;

  beforeEach(async () => {
    heard = [];
    const lock = lockFolder(folder);
    release = lock.release;
    server = await serveLocal(lock, (channel) => channel.onMessage((message) => heard.push(message)), runtime);
    path = String(JSON.parse(await readFile(join(folder, 'station.socket.json'), 'utf8')).path);
  });
  afterEach(async () => {
    await server.stop();
    release();
  });

  const closed = (socket: Socket): Promise<void> => new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.resume();
  });

  it('socket, its folder and the file with the password are for the owner alone', () => {
    if (process.platform === 'win32') return;
    expect(statSync(runtime).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'station.socket.json')).mode & 0o777).toBe(0o600);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
  });

  it('a caller without the password, or who does not speak our language, is sent away unheard', async () => {
    for (const words of ['{"secret":"guess"}\n{"op":"x"}\n', '{"op":"x"}\n', 'GET / HTTP/1.1\r\n\r\n', 'null\n', '{"secret":""}\n']) {
      const socket = connect(path);
      socket.write(words);
      await closed(socket);
    }
    expect(heard).toEqual([]);
  });

  it('a line without end does not fill the memory', async () => {
    const socket = connect(path);
    const piece = Buffer.alloc(4 * 1024 * 1024, 'x');
    socket.on('error', () => undefined);
    for (let count = 0; count < 6; count += 1) socket.write(piece);
    await closed(socket);
    expect(heard).toEqual([]);
  });

  it('nothing said between the greeting and the first listener is lost', async () => {
    const channel = await connectLocal(folder);
    for (const number of [1, 2, 3]) channel?.post(number);
    await expect.poll(() => heard).toEqual([1, 2, 3]);
  });

  it('the command line does not give the password to a socket that others could have put there', async () => {
    if (process.platform === 'win32') return;
    await chmod(runtime, 0o755);
    expect(await connectLocal(folder)).toBeNull();
    await chmod(runtime, 0o700);
    expect(await connectLocal(folder)).not.toBeNull();
  });

  it('a stopped core takes its address and its socket away', async () => {
    const channel = await connectLocal(folder);
    const gone = new Promise<void>((resolve) => {
      channel?.onClose(resolve);
    });
    await server.stop();
    await gone;
    expect(await connectLocal(folder)).toBeNull();
    expect(existsSync(path)).toBe(false);
  });
});
