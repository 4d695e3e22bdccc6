import type { CoreToMain, MainToCore } from '../../contract/control.ts';
import type { ControlLink, WindowLine } from './control-link.ts';
import { relayedChannel, type RelayedChannel } from './relayed-channel.ts';

/** The part of `process` that a forked child talks to its parent with. */
export interface ForkedProcess {
  readonly connected?: boolean;
  send?(message: unknown, handle: undefined, options: undefined, done: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
}

/** The control line of a core that runs as a Node child process: a fork delivers messages bare, and main relays every window. */
export function childLink(child: ForkedProcess): ControlLink {
  const windows = new Map<number, RelayedChannel>();
  const messageListeners: ((message: MainToCore) => void)[] = [];
  const windowListeners: ((window: WindowLine) => void)[] = [];

  const send = (message: CoreToMain): void => {
    // A parent that has just died is noticed by `disconnect`; what was meant for it has no other reader.
    if (child.connected) child.send?.(message, undefined, undefined, () => {});
  };

  const openWindow = (message: Extract<MainToCore, { type: 'open-window' }>): void => {
    const { windowId, scope, locale } = message;
    const channel = relayedChannel(
      (content) => send({ type: 'window-message', windowId, message: content }),
      () => {
        windows.delete(windowId);
        send({ type: 'close-window', windowId });
      },
    );
    windows.set(windowId, channel);
    for (const listener of windowListeners) listener({ windowId, scope, locale, channel });
  };

  child.on('message', (raw) => {
    // Only the parent that forked this process can write here.
    const message = raw as MainToCore;
    if (message.type === 'open-window') openWindow(message);
    else if (message.type === 'window-message') windows.get(message.windowId)?.arrive(message.message);
    else if (message.type === 'close-window') {
      windows.get(message.windowId)?.end();
      windows.delete(message.windowId);
    } else for (const listener of messageListeners) listener(message);
  });

  return {
    send,
    onMessage: (listener) => void messageListeners.push(listener),
    onWindow: (listener) => void windowListeners.push(listener),
    onGone: (listener) => void child.on('disconnect', listener),
  };
}
