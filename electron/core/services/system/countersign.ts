import { dropCountersign } from '../../../../db/queries/books.queries.ts';
import { countersignOf } from '../../../../db/queries/system.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { addTransition } from '../books/documents.ts';

/** The second person of a document that was allowed to go ahead. Refuses `nothing_to_countersign` and one's `own_work`. */
export function countersign(context: CommandContext, input: { readonly documentId: string }): Record<string, never> {
  const waiting = countersignOf.first(context.tx, { ulid: input.documentId }) ?? refuse('nothing_to_countersign');
  if (waiting.requestedBy === signedIn(context).rowId) refuse('own_work');
  addTransition(context, waiting, 'countersigned');
  dropCountersign.run(context.tx, { documentId: waiting.id });
  return {};
}
