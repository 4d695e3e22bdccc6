import { sessionOperations } from '../contract/session.ts';
import { ask } from './rpc/handler.ts';
import { sessionState } from './services/session/state.ts';

/** What a window asks before it can show anything; answered before the rest of core is loaded. */
export const firstAnswers = {
  operations: { 'session.state': sessionOperations['session.state'] },
  handlers: { 'session.state': ask<'session.state'>((context) => sessionState(context)) },
};
