import type { WriteHandle } from '../../../db/connection.ts';
import { insertRow } from '../../../db/insert.ts';
import { storedReply } from '../../../db/queries/books.queries.ts';
import { digestOf } from '../platform/digest.ts';
import type { Station } from '../station.ts';
import { refuse } from './refusal.ts';

const secretNames = new Set(['pin', 'residentId', 'phone', 'account']);

/** The input without secrets: a digest of a four-digit PIN could be guessed back. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, inner]) => !secretNames.has(name) && inner !== undefined).map(([name, inner]) => [name, withoutSecrets(inner)]));
}

export const inputDigest = (op: string, input: unknown): string => digestOf({ op, input: withoutSecrets(input) });

/** The reply of a command that was committed before, or null. The same id with another operation, input or person is refused. */
export function earlierReply(station: Station, call: { commandId: string; op: string; hash: string; userId: number | null }): { data: unknown } | null {
  const stored = storedReply.first(station.db, { commandId: call.commandId });
  if (!stored) return null;
  if (stored.op !== call.op || stored.inputHash !== call.hash || stored.userId !== call.userId) refuse('command_id_reused');
  return { data: JSON.parse(stored.reply) as unknown };
}

/** Keeps the reply in the command's own transaction: what was acknowledged is answered the same for ever. */
export function keepReply(tx: WriteHandle, call: { commandId: string; op: string; hash: string; userId: number | null }, reply: unknown, at: number): void {
  insertRow(tx, 'command_log', { command_id: call.commandId, op: call.op, input_hash: call.hash, reply: JSON.stringify(reply), at, user_id: call.userId });
}
