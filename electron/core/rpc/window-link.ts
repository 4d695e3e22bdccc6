import { createBirpc } from 'birpc';
import type { CoreFunctions, WindowFunctions } from '../../contract/envelope.ts';
import type { Channel } from './channel.ts';
import type { Dispatcher } from './dispatcher.ts';
import { newSession } from './session.ts';
import type { Session } from './session.ts';

/** One window's line: its calls go to the dispatcher under its own session; events flow back. */
export interface WindowLink {
  readonly session: Session;
  event(name: string, payload: unknown): void;
  close(): void;
}

/** Whether a message has the form of a request of ours. Anything else gets no answer: it names nobody to answer to. */
function isRequest(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 't' in message && message.t === 'q';
}

/**
 * Serves one window over its channel. Only `call` can be reached; any other name of a function is unknown. What is no request is let go:
 * a page, or whoever speaks in its place, must not end core with a message that cannot be read.
 */
export function linkWindow(channel: Channel, scope: Session['scope'], dispatcher: Dispatcher): WindowLink {
  const session = newSession(scope);
  const functions: CoreFunctions = { call: (request) => dispatcher.call(session, request) };
  const line = createBirpc<WindowFunctions, CoreFunctions>(functions, {
    post: (message) => channel.post(message),
    on: (listener) => channel.onMessage((message) => {
      if (isRequest(message)) listener(message);
    }),
    resolver: (name) => (name === 'call' ? functions.call : undefined),
    timeout: -1,
  });
  return {
    session,
    event(name, payload) {
      void line.event.asEvent(name, payload);
    },
    close: () => channel.close(),
  };
}
