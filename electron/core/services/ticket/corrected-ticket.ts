import { documentByUlid, replacementOf, reversalOf } from '../../../../db/queries/books.queries.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/**
 * The row of the reversed ticket whose place the new one takes, null where it takes none. Refuses `corrects_unknown`, `corrects_not_reversed`
 * while the old one still counts, and `corrects_twice` where another took its place already.
 */
export function correctedTicket(context: CommandContext, { corrects }: TicketInput): number | null {
  if (corrects === undefined) return null;
  const original = documentByUlid.first(context.tx, { ulid: corrects });
  if (!original || original.type !== 'ticket' || original.reverses_id !== null) refuse('corrects_unknown');
  if (!reversalOf.first(context.tx, { id: original.id })) refuse('corrects_not_reversed', { number: original.number });
  const other = replacementOf.first(context.tx, { id: original.id });
  if (other) refuse('corrects_twice', { number: original.number, other: other.number });
  return original.id;
}
