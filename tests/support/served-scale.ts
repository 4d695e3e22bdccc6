import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { ScaleProtocol } from '../../electron/core/devices/scale/protocols/protocol.ts';
import { ScaleAnswers } from '../../electron/core/devices/simulator/scale-answers.ts';
import type { SimulatedScale } from '../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../electron/core/platform/clock.ts';

/** A scale behind a network converter. */
export interface TcpScale {
  readonly port: number;
  /** Cuts all connections; new ones are taken. */
  cut(): void;
  close(): Promise<void>;
}

const FRAME_MS = 100;

/** Serves a simulated scale on a free port of this computer, by itself or when asked. */
export async function serveScale(scale: SimulatedScale, protocol: ScaleProtocol, speaks: 'by itself' | 'when asked'): Promise<TcpScale> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const answers = new ScaleAnswers(protocol);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      const answer = answers.receive(bytes);
      if (answer !== null && speaks === 'when asked') socket.write(answer === 'frame' ? scale.frameAt(systemClock.monotonic()) : answer);
    });
  });
  const timer = speaks === 'when asked' ? null : setInterval(() => {
    const frame = scale.frameAt(systemClock.monotonic());
    for (const socket of sockets) socket.write(frame);
  }, FRAME_MS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    async close() {
      if (timer !== null) clearInterval(timer);
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
