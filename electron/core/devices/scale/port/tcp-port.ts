import { connect } from 'node:net';
import type { OpenPort, PortOpener } from './scale-port.ts';
import { PortError } from './scale-port.ts';

const CONNECT_MS = 5_000;

/** Opens a serial line behind a network converter. A refused or unreachable address counts as unplugged. */
export function tcpPortOpener(host: string, port: number): PortOpener {
  return (handlers) => new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 2_000 });
    let isOpen = false;
    let isOurs = false;
    const waiting = setTimeout(() => socket.destroy(new Error(`no answer from ${host}`)), CONNECT_MS);
    socket.on('error', (error) => {
      clearTimeout(waiting);
      if (!isOpen) reject(new PortError('unplugged', error.message));
    });
    socket.on('close', () => {
      if (isOpen && !isOurs) handlers.lost('unplugged');
    });
    socket.on('data', (bytes) => handlers.data(bytes));
    socket.once('connect', () => {
      clearTimeout(waiting);
      isOpen = true;
      resolve({
        write: (bytes) => new Promise((done, fail) => {
          socket.write(bytes, (error) => (error ? fail(new PortError('unplugged', error.message)) : done()));
        }),
        flush: () => Promise.resolve(),
        isPresent: () => Promise.resolve(!socket.destroyed),
        close: () => new Promise((done) => {
          isOurs = true;
          if (socket.destroyed) {
            done();
            return;
          }
          socket.once('close', () => done());
          socket.destroy();
        }),
      } satisfies OpenPort);
    });
  });
}
