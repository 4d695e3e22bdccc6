import { lastDeliveries } from '../../../../db/queries/ticket-yard.queries.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import { sumGrams } from '../../../domain/mass.ts';
import { pageKey } from '../../../domain/paper-page.ts';
import { DELIVERIES_LOOKED_AT, isUnusual, usualWeight } from '../../../domain/usual-weight.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import type { CrateRow } from '../crate/crate-rows.ts';
import { writeCrates } from '../crate/crate-rows.ts';
import { findCrate } from '../crate/move.ts';
import { hasTypedWeight } from './paper-page.ts';
import { findContainer } from './masters-of-ticket.ts';

/** The last deliveries of a product that a member brought alone, net grams, newest first. */
export function lastNetGrams({ db }: QueryContext, { memberId, productId }: { readonly memberId: string; readonly productId: string }): number[] {
  return JSON.parse(lastDeliveries.one(db, { memberUlid: memberId, productUlid: productId, limit: DELIVERIES_LOOKED_AT }).netGrams) as number[];
}

/** What the event says of a weight far from the member's habit, and whether the person was asked; nothing where the weight is as usual, or of several households. */
export function unusualNote(context: CommandContext, input: TicketInput, netGrams: number): { readonly unusual?: { readonly lowGrams: number; readonly highGrams: number; readonly confirmed: boolean } } {
  const [first, second] = input.owners;
  const usual = first === undefined || second !== undefined ? null : usualWeight(lastNetGrams(context, { memberId: first.memberId, productId: input.productId }));
  if (usual === null || !isUnusual(netGrams, usual)) return {};
  return { unusual: { lowGrams: usual.lowGrams, highGrams: usual.highGrams, confirmed: input.unusualConfirmed } };
}

/** Crates of the cooperative that came in under the goods (from the tares) and those the member took along, one row a kind, on the first owner. */
function cratesOf(context: CommandContext, input: TicketInput, memberRowId: number): CrateRow[] {
  const moved = new Map<number, { in: number; out: number }>();
  const add = (id: number, by: { in: number; out: number }): void => {
    const known = moved.get(id) ?? { in: 0, out: 0 };
    moved.set(id, { in: known.in + by.in, out: known.out + by.out });
  };
  for (const { tare } of input.baskets) {
    if (tare.kind !== 'container') continue;
    const container = findContainer(context.tx, tare.containerId);
    if (container.returnable === 1) add(container.id, { in: tare.count, out: 0 });
  }
  for (const { containerId, count } of input.cratesOut) add(findCrate(context, containerId).id, { in: 0, out: count });
  return [...moved].toSorted(([a], [b]) => a - b).map(([containerRowId, counts]) => ({ memberRowId, containerRowId, outCount: counts.out, inCount: counts.in, depositFen: 0, reason: 'delivery' }));
}

/** Writes what went back and why, the page of the paper book, and the crates. Refuses `return_reason_missing`, `returns_not_equal` and `container_not_returnable`. */
export function writeYardRows(context: CommandContext, document: OpenDocument, input: TicketInput, memberRowId: number): void {
  if (input.returnedGrams > 0 && input.returns.length === 0) refuse('return_reason_missing');
  if (sumGrams(input.returns.map((back) => back.grams)) !== input.returnedGrams) refuse('returns_not_equal');
  input.returns.forEach((back, index) => document.add('ticket_return', { document_id: document.id, ordinal: index + 1, grams: back.grams, reason: back.reason }));
  if (input.paperNo !== null && (input.writtenAt !== null || hasTypedWeight(input))) {
    document.add('ticket_paper', { document_id: document.id, page: pageKey(input.paperNo), written_at: input.writtenAt, late_reason: input.writtenAt === null ? null : input.lateReason });
  }
  writeCrates(context, document, cratesOf(context, input, memberRowId));
}
