import type { MainToCore } from '../../contract/control.ts';
import type { Channel } from '../rpc/channel.ts';
import type { ControlLink, WindowLine } from './control-link.ts';
import { portChannel, type TransferredPort } from './port-channel.ts';

/** Electron's `process.parentPort` inside a utility process. It wraps a message in `event.data`, unlike a fork. */
export interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: TransferredPort[] }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** The parent port when this is a utility process, else null. */
export function parentPortOf(owner: object): ParentPort | null {
  const candidate: unknown = Reflect.get(owner, 'parentPort');
  return candidate === null || candidate === undefined ? null : (candidate as ParentPort);
}

/** The control line of a core that runs as a utility process: every window's own port is handed over. */
export function utilityLink(parent: ParentPort): ControlLink {
  const windows = new Map<number, Channel>();
  const messageListeners: ((message: MainToCore) => void)[] = [];
  const windowListeners: ((window: WindowLine) => void)[] = [];

  const openWindow = (message: Extract<MainToCore, { type: 'open-window' }>, port: TransferredPort | undefined): void => {
    if (port === undefined) throw new Error('open-window came without its port');
    const { windowId, scope, locale } = message;
    const channel = portChannel(port);
    windows.set(windowId, channel);
    channel.onClose(() => windows.delete(windowId));
    for (const listener of windowListeners) listener({ windowId, scope, locale, channel });
  };

  parent.on('message', (event) => {
    // Only the shell holds the other end of this port.
    const message = event.data as MainToCore;
    if (message.type === 'open-window') openWindow(message, event.ports[0]);
    else if (message.type === 'close-window') windows.get(message.windowId)?.close();
    else for (const listener of messageListeners) listener(message);
  });

  return {
    send: (message) => parent.postMessage(message),
    onMessage: (listener) => void messageListeners.push(listener),
    onWindow: (listener) => void windowListeners.push(listener),
    onGone: (listener) => void parent.on('close', listener),
  };
}
