import { chmod, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Channel } from '../rpc/channel.ts';
import { Fault } from './fault.ts';
import type { FolderLock } from './folder-lock.ts';
import { jsonLineChannel } from './json-lines.ts';
import { claimAddress, publishAddress, readAddress, withdrawAddress } from './local-address.ts';
import type { LocalAddress } from './local-address.ts';
import { secretsAreEqual } from './secrets.ts';

/** The line between the command line and a running core. */
export interface LocalServer {
  /** Ends all connections and takes the address back. */
  stop(): Promise<void>;
}

/** A caller that has not said the password by then is sent away. */
const introductionMs = 5_000;
/** Whoever listens is alive; on a slow computer that is just starting everything at once it may take its time to say so. */
const welcomeMs = 20_000;

/**
 * Listens for the command line of the same user, in a folder this process holds. Each proven caller is handed over as a
 * channel of JSON lines. The socket lies in a folder of mode 0700; a caller must know the secret of the address file.
 */
export async function serveLocal(lock: FolderLock, onConnection: (channel: Channel) => void, runtimeFolder?: string): Promise<LocalServer> {
  const address = await claimAddress(lock.folder, runtimeFolder);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    introduce(socket, address, onConnection);
  });
  await listening(server, address.path);
  if (process.platform !== 'win32') await chmod(address.path, 0o600);
  await publishAddress(lock.folder, address);
  return {
    async stop() {
      await withdrawAddress(lock.folder);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      if (process.platform !== 'win32') await rm(address.path, { force: true });
    },
  };
}

/** Speaks to the core that runs in this folder; null when none answers. */
export async function connectLocal(folder: string): Promise<Channel | null> {
  const address = await readAddress(folder);
  const socket = address === null ? null : await connected(address.path);
  if (address === null || socket === null) return null;
  const channel = jsonLineChannel(socket);
  channel.post({ secret: address.secret });
  if (textOf(await channel.next(welcomeMs), 'station') === 'welcome') return channel;
  socket.destroy();
  return null;
}

function introduce(socket: Socket, address: LocalAddress, onConnection: (channel: Channel) => void): void {
  const channel = jsonLineChannel(socket);
  channel.next(introductionMs).then((message) => {
    if (!secretsAreEqual(textOf(message, 'secret') ?? '', address.secret)) {
      socket.destroy();
      return;
    }
    channel.post({ station: 'welcome' });
    onConnection(channel);
  }, () => socket.destroy());
}

function textOf(message: unknown, name: string): string | null {
  const value: unknown = typeof message === 'object' && message !== null ? Object.entries(message).find(([key]) => key === name)?.[1] : undefined;
  return typeof value === 'string' ? value : null;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Stays for good: once listening, a failed accept (no handles left) must not end core.
    server.on('error', (error) => reject(new Fault('file_unwritable', { file: path }, error)));
    server.listen(path, resolve);
  });
}

/** Null when nobody listens there: the core was killed, or has just stopped. */
function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('error', () => resolve(null));
    socket.once('connect', () => resolve(socket));
  });
}
