import type { Channel } from '../rpc/channel.ts';

/** The part of Electron's `MessagePortMain` that is needed; core does not import Electron. */
export interface TransferredPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** A window's channel over a port that was handed to core directly. */
export function portChannel(port: TransferredPort): Channel {
  const closeListeners: (() => void)[] = [];
  let closed = false;
  const end = (): void => {
    if (closed) return;
    closed = true;
    for (const listener of closeListeners.splice(0)) listener();
  };
  port.on('close', end);
  return {
    post(message) {
      if (!closed) port.postMessage(message);
    },
    onMessage(listener) {
      port.on('message', (event) => listener(event.data));
      // The port keeps what arrives until it is started, so nothing is lost before the first listener.
      port.start();
    },
    onClose(listener) {
      if (closed) listener();
      else closeListeners.push(listener);
    },
    close() {
      if (closed) return;
      port.close();
      end();
    },
  };
}
