import { createBirpc } from 'birpc';
import type { CallRequest, CoreFunctions, Envelope, WindowFunctions } from '../../electron/contract/envelope.ts';
import type { Locale, PageMessage, StationKind, WindowScope } from '../../electron/contract/control.ts';

/** What is known of the other end: nothing yet, there, or gone for a moment. */
export type LineState =
  | { readonly state: 'connecting' }
  | { readonly state: 'ready'; readonly scope: WindowScope; readonly locale: Locale; readonly kind: StationKind; readonly generation: number }
  | { readonly state: 'lost' };

export interface CoreLine {
  readonly state: () => LineState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => () => void;
  readonly ask: (request: CallRequest) => Promise<Envelope<unknown>>;
  /** Takes a port; the page's own messages do this through `listenForPorts`. */
  readonly connect: (port: MessagePort, ready: Extract<LineState, { state: 'ready' }>) => void;
  readonly lose: () => void;
}

interface Connection {
  readonly ask: (request: CallRequest) => Promise<Envelope<unknown>>;
  readonly close: () => void;
  open: boolean;
}

function openConnection(port: MessagePort, event: WindowFunctions['event']): Connection {
  const core = createBirpc<CoreFunctions, WindowFunctions>({ event }, {
    post: (message) => port.postMessage(message),
    on: (listener) => {
      port.onmessage = (message: MessageEvent<unknown>) => listener(message.data);
    },
    // A settlement of a season may take its time; a dead line is told by `lost`, not by a clock.
    timeout: -1,
    resolver: (name, resolved) => (name === 'event' ? resolved : undefined),
  });
  const connection: Connection = {
    open: true,
    ask: (request) => core.call(request),
    close: () => {
      connection.open = false;
      core.$close();
      port.close();
    },
  };
  return connection;
}

/**
 * The line to core, over whichever port was handed over last. What was asked and not answered when a port is replaced is asked again on
 * the new one, word for word: a command keeps its id, so core answers it once only.
 */
export function createCoreLine(): CoreLine {
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(name: string, payload: unknown) => void>();
  let current: LineState = { state: 'connecting' };
  let connection: Connection | null = null;
  let waiting: ((next: Connection) => void)[] = [];

  const show = (next: LineState): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  const connected = (): Promise<Connection> =>
    connection === null ? new Promise((resolve) => { waiting.push(resolve); }) : Promise.resolve(connection);

  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    ask: async (request) => {
      for (;;) {
        const line = await connected();
        try {
          return await line.ask(request);
        } catch (error) {
          if (line.open) throw error;
        }
      }
    },
    connect: (port, ready) => {
      const former = connection;
      const next = openConnection(port, (name, payload) => {
        for (const listener of eventListeners) listener(name, payload);
      });
      connection = next;
      former?.close();
      const waited = waiting;
      waiting = [];
      for (const resolve of waited) resolve(next);
      show(ready);
    },
    lose: () => {
      const former = connection;
      connection = null;
      former?.close();
      show({ state: 'lost' });
    },
  };
}

function isPageMessage(data: unknown): data is PageMessage {
  return typeof data === 'object' && data !== null && 'station' in data && (data.station === 'port' || data.station === 'lost');
}

/** Hears the ports that preload hands to the page. Call it while the page's modules are run, before `DOMContentLoaded`. */
export function listenForPorts(line: CoreLine): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin || !isPageMessage(event.data)) return;
    const port = event.ports[0];
    if (event.data.station === 'lost') line.lose();
    else if (port !== undefined) {
      const { scope, locale, kind, generation } = event.data;
      line.connect(port, { state: 'ready', scope, locale, kind, generation });
    }
  });
}
