import type { WriteHandle } from '../../../db/connection.ts';
import { keepCommand, storedReply } from '../../../db/queries/books.queries.ts';
import { digestOf } from '../platform/digest.ts';
import type { Station } from '../station.ts';
import { refuse } from './refusal.ts';

const secretNames = new Set(['pin', 'residentId', 'phone', 'account']);

type Cover = (name: string, secret: string) => string | undefined;

const holdsSecret = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Array.isArray(value) ? value.some(holdsSecret) : Object.entries(value).some(([name, inner]) => secretNames.has(name) || holdsSecret(inner)));

/** The input with its secrets under the folder's key: a plain digest of a four-digit PIN could be guessed back. */
function covered(value: unknown, cover: Cover): unknown {
  if (Array.isArray(value)) return value.map((inner) => covered(inner, cover));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]): Array<[string, unknown]> => {
    const shown: unknown = secretNames.has(name) && typeof inner === 'string' ? cover(name, inner) : covered(inner, cover);
    return shown === undefined ? [] : [[name, shown]];
  }));
}

/**
 * The digest a command is known again by. Secrets count by their keyed hash, and not at all where the folder's key cannot be had.
 * Refuses `invalid_input` for what has no JSON form: half a character, a cycle, a number that is none.
 */
export function inputDigest(station: Pick<Station, 'keys'>, op: string, input: unknown): string {
  const fields = station.keys?.fields;
  try {
    return digestOf({ op, input: holdsSecret(input) ? covered(input, (name, secret) => fields?.lookupHash('account', `${name} ${secret}`)) : input });
  } catch {
    // Only the input can be at fault here: the digest is made of nothing else.
    return refuse('invalid_input', { field: '', problem: 'no_json' });
  }
}

/** The reply of a command that was committed before, or null. The same id with another operation, input or person is refused. */
export function earlierReply(station: Station, call: { commandId: string; op: string; hash: string; userId: number | null }): { data: unknown } | null {
  const stored = storedReply.first(station.db, { commandId: call.commandId });
  if (!stored) return null;
  if (stored.op !== call.op || stored.inputHash !== call.hash || stored.userId !== call.userId) refuse('command_id_reused');
  return { data: JSON.parse(stored.reply) as unknown };
}

/** Keeps the reply in the command's own transaction: what was acknowledged is answered the same for ever. Refuses `command_id_reused` when somebody else's command took the id meanwhile. */
export function keepReply(tx: WriteHandle, call: { commandId: string; op: string; hash: string; userId: number | null }, reply: unknown, at: number): void {
  const kept = keepCommand.run(tx, { commandId: call.commandId, op: call.op, inputHash: call.hash, reply: JSON.stringify(reply), at, userId: call.userId });
  if (kept === 0) refuse('command_id_reused');
}
