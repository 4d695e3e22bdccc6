import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A socket that takes whole print jobs, as a network printer does. */
export interface PaperSocket {
  readonly port: number;
  readonly jobs: readonly Buffer[];
  close(): Promise<void>;
}

/** Listens on a free port of this computer and keeps every job it is sent. */
export async function openPaperSocket(): Promise<PaperSocket> {
  const jobs: Buffer[] = [];
  const server = createServer((socket) => {
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('end', () => jobs.push(Buffer.concat(pieces)));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    jobs,
    close: () => new Promise((closed) => {
      server.close(() => closed());
    }),
  };
}
