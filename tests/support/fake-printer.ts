import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type FakePrinterBehaviour =
  | { readonly kind: 'well' }
  | { readonly kind: 'keeps_open' }
  | { readonly kind: 'hangs' }
  | { readonly kind: 'slow'; readonly bytesPerTurn: number }
  | { readonly kind: 'closes_after'; readonly bytes: number };

/** A network printer of the tests on a real socket. */
export interface FakePrinter {
  readonly port: number;
  /** Bytes of each connection so far. */
  readonly jobs: Buffer[];
  setBehaviour(behaviour: FakePrinterBehaviour): void;
  close(): Promise<void>;
}

export async function startFakePrinter(first: FakePrinterBehaviour = { kind: 'well' }): Promise<FakePrinter> {
  let behaviour = first;
  const jobs: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    receive(socket, behaviour, jobs);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    jobs,
    setBehaviour: (next) => { behaviour = next; },
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => { server.close(() => resolve()); });
    },
  };
}

function receive(socket: Socket, behaviour: FakePrinterBehaviour, jobs: Buffer[]): void {
  const job = jobs.push(Buffer.alloc(0)) - 1;
  if (behaviour.kind === 'hangs') {
    socket.pause();
    return;
  }
  socket.on('data', (chunk) => {
    jobs[job] = Buffer.concat([jobs[job] ?? Buffer.alloc(0), chunk]);
    if (behaviour.kind === 'closes_after' && (jobs[job]?.length ?? 0) >= behaviour.bytes) socket.resetAndDestroy();
    if (behaviour.kind === 'slow') {
      socket.pause();
      setTimeout(() => socket.resume(), chunk.length / behaviour.bytesPerTurn);
    }
  });
  socket.on('end', () => { if (behaviour.kind !== 'keeps_open') socket.end(); });
}
