import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A real scale on a network box, as far as core can see: `ST,GS` lines many times a second, showing what the test says. */
export interface TcpScale {
  readonly port: number;
  /** Kilograms as the display shows them, sign and decimals included: `23.45`, `-0.02`. */
  show(kilograms: string): void;
  stop(): Promise<void>;
}

const everyMs = 20;

export async function tcpScale(): Promise<TcpScale> {
  let shown = '0.00';
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  });
  const timer = setInterval(() => {
    const sign = shown.startsWith('-') ? '-' : '+';
    for (const socket of open) socket.write(`ST,GS,${sign}${shown.replace('-', '').padStart(7)}kg\r\n`);
  }, everyMs);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    show(kilograms) {
      shown = kilograms;
    },
    async stop() {
      clearInterval(timer);
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
