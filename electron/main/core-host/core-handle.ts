import type { CoreToMain, Locale, MainToCore, WindowScope } from '../../contract/control.ts';

/** One end of a window's message channel, as Electron's `MessagePortMain` offers it. */
export interface ShellPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

export interface WindowToOpen {
  readonly windowId: number;
  readonly scope: WindowScope;
  readonly locale: Locale;
}

/** A running core process, whichever transport it has. */
export interface CoreHandle {
  readonly transport: 'direct' | 'relayed';
  readonly pid: number | undefined;
  send(message: Exclude<MainToCore, { type: 'open-window' | 'close-window' | 'window-message' }>): void;
  /** Connects a window; the port belongs to the transport from now on. */
  openWindow(window: WindowToOpen, port: ShellPort): void;
  closeWindow(windowId: number): void;
  /** Everything core says but the windows' own traffic. */
  onMessage(listener: (message: CoreToMain) => void): void;
  /** Called once, however the process ended. */
  onExit(listener: (code: number | null) => void): void;
  /** Ends the process without asking. */
  kill(): void;
}
