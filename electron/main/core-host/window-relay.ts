import type { CoreToMain, MainToCore } from '../../contract/control.ts';
import type { ShellPort, WindowToOpen } from './core-handle.ts';

/** Carries the windows' messages between their ports and a core that cannot receive ports. */
export class WindowRelay {
  private readonly ports = new Map<number, ShellPort>();
  private readonly send: (message: MainToCore) => void;

  constructor(send: (message: MainToCore) => void) {
    this.send = send;
  }

  open(window: WindowToOpen, port: ShellPort): void {
    const { windowId } = window;
    this.ports.set(windowId, port);
    this.send({ type: 'open-window', ...window });
    port.on('message', (event) => this.send({ type: 'window-message', windowId, message: event.data }));
    port.on('close', () => this.close(windowId));
    port.start();
  }

  close(windowId: number): void {
    const port = this.ports.get(windowId);
    if (port === undefined) return;
    this.ports.delete(windowId);
    this.send({ type: 'close-window', windowId });
    port.close();
  }

  /** Takes a message of core; false when it is not about a window. */
  take(message: CoreToMain): boolean {
    if (message.type === 'window-message') {
      this.ports.get(message.windowId)?.postMessage(message.message);
      return true;
    }
    if (message.type === 'close-window') {
      const port = this.ports.get(message.windowId);
      this.ports.delete(message.windowId);
      port?.close();
      return true;
    }
    return false;
  }

  /** Core is gone: no window has a line any more. */
  closeAll(): void {
    for (const port of this.ports.values()) port.close();
    this.ports.clear();
  }
}
