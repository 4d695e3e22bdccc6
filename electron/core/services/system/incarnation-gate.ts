import type { Envelope } from '../../../contract/envelope.ts';
import type { Catalogue } from '../../rpc/catalogue.ts';
import type { Dispatcher } from '../../rpc/dispatcher.ts';
import type { Station } from '../../station.ts';
import { beginIncarnation } from './incarnation.ts';

/** What may be done before the new life has begun: say who one is, bring the key, look after the file. */
const allowed = new Set(['session.signIn', 'session.signOut', 'session.prefer', 'recovery.enter', 'backup.create']);

/**
 * Stands before the dispatcher of a restored or moved folder: questions pass, changes are refused as `incarnation_due` until a person
 * has signed in and the data key is here; then the new incarnation begins in that person's name.
 */
export function gateIncarnation(station: Station, catalogue: Catalogue, dispatcher: Dispatcher): Dispatcher {
  if (station.pendingIncarnation === null) return dispatcher;
  // What cannot be found the dispatcher itself explains.
  const isCommand = async (op: string): Promise<boolean> => (await catalogue.find(op).catch(() => null))?.operation.kind === 'command';
  return {
    async call(session, request): Promise<Envelope<unknown>> {
      const { pendingIncarnation } = station;
      if (pendingIncarnation === null) return dispatcher.call(session, request);
      if (!allowed.has(request.op) && await isCommand(request.op)) return { ok: false, refusal: { code: 'incarnation_due', params: { cause: pendingIncarnation.cause } } };
      const answer = await dispatcher.call(session, request);
      if (answer.ok && session.user) await beginIncarnation(station, session.user);
      return answer;
    },
  };
}
