import type { Channel } from '../rpc/channel.ts';

/** A window's channel whose messages main carries back and forth, and the two ways main drives it. */
export interface RelayedChannel extends Channel {
  /** A message from the page has arrived through main. */
  arrive(message: unknown): void;
  /** Main says that the page is gone. */
  end(): void;
}

/**
 * Makes the channel of a window for a core that cannot receive ports (a child process).
 *
 * @param send carries one message towards the page
 * @param tellClosed tells main that core closed the line
 */
export function relayedChannel(send: (message: unknown) => void, tellClosed: () => void): RelayedChannel {
  const messageListeners: ((message: unknown) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  const waiting: unknown[] = [];
  let closed = false;
  const end = (): void => {
    if (closed) return;
    closed = true;
    for (const listener of closeListeners.splice(0)) listener();
  };
  return {
    post(message) {
      if (!closed) send(message);
    },
    onMessage(listener) {
      messageListeners.push(listener);
      for (const message of waiting.splice(0)) listener(message);
    },
    onClose(listener) {
      if (closed) listener();
      else closeListeners.push(listener);
    },
    close() {
      if (closed) return;
      tellClosed();
      end();
    },
    arrive(message) {
      if (closed) return;
      if (messageListeners.length === 0) waiting.push(message);
      for (const listener of messageListeners) listener(message);
    },
    end,
  };
}
