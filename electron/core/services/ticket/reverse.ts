import { dropCountersign, documentByUlid, reversalOf } from '../../../../db/queries/books.queries.ts';
import { cratesBelowNone } from '../../../../db/queries/crate.queries.ts';
import { movementRows, ownerRows, payableRows, takeStock, ticketRow } from '../../../../db/queries/ticket.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { mirrorJournal } from '../books/journal.ts';
import { refreshBindingsOf } from '../grading/binding-samples.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { dropClaims } from '../settlement/claims.ts';
import { mirrorCrates } from '../crate/crate-rows.ts';

/**
 * Reverses a posted ticket in full, dated today, with a reason and a second person. What is not yet paid is void; what is already
 * settled becomes a correction that the next settlement takes first. Goods that have moved on cannot be taken back (`stock_moved`);
 * crates that have come back already can, and the reply and the event name them.
 */
export function reverseTicket(context: CommandContext, input: { id: string; reason: string }): OutputOf<'ticket.reverse'> {
  const original = documentByUlid.first(context.tx, { ulid: input.id });
  if (!original || original.type !== 'ticket') refuse('ticket_unknown');
  if (original.reverses_id !== null) refuse('reversal_of_reversal');
  const before = reversalOf.first(context.tx, { id: original.id });
  if (before) refuse('ticket_reversed', { number: before.number });
  const document = openDocument(context, { type: 'ticket', reverses: original, reason: input.reason });
  writeMirror(context, document, original.id);
  refreshBindingsOf(context, original.id);
  writePayables(context, document, original.id);
  writeStock(context, document, original.id);
  mirrorCrates(context, document, original.id);
  mirrorJournal(context, document, original.id);
  // A wrong ticket is not kept for the sake of its crates: what came back already is told and counted anew rather than refused.
  const below = cratesBelowNone.all(context.tx, { documentId: original.id, back: -1 });
  document.seal({ payload: { reverses: original.number, reason: input.reason, ...(below.length === 0 ? {} : { cratesBelow: below.map(({ nameZh, count }) => ({ name: nameZh, count })) }) } });
  dropCountersign.run(context.tx, { documentId: original.id });
  addTransition(context, original, 'reversed', input.reason);
  queueFirstPapers(context, { documentId: document.id, paper: 'reversal_slip', lotIds: [] });
  return { id: document.ulid, number: document.number, cratesBelow: below };
}

function writeMirror(context: CommandContext, document: OpenDocument, originalId: number): void {
  const ticket = ticketRow.one(context.tx, { documentId: originalId });
  document.add('ticket', {
    ...ticket, document_id: document.id, gross_g: -ticket.gross_g, tare_g: -ticket.tare_g, net_g: -ticket.net_g, returned_g: -ticket.returned_g, sorting_loss_g: -ticket.sorting_loss_g,
    settlement_g: -ticket.settlement_g, total_fen: -ticket.total_fen,
  });
  for (const owner of ownerRows.all(context.tx, { documentId: originalId })) document.add('ticket_owner', { ...owner, document_id: document.id });
}

function writePayables(context: CommandContext, document: OpenDocument, originalId: number): void {
  const payables = payableRows.all(context.tx, { documentId: originalId });
  const settled = new Set(dropClaims(context, payables.map((payable) => payable.id)).settled);
  for (const { id: _id, ...payable } of payables.filter((row) => settled.has(row.id))) {
    document.add('payable', {
      ...payable, ulid: context.station.ids.ulid(), document_id: document.id, kind: 'correction', business_date: context.businessDate, settlement_g: -payable.settlement_g, amount_fen: -payable.amount_fen,
    });
  }
  for (const payable of payables.filter((row) => !settled.has(row.id))) document.add('payable_void', { payable_id: payable.id, document_id: document.id });
}

function writeStock(context: CommandContext, document: OpenDocument, originalId: number): void {
  for (const movement of movementRows.all(context.tx, { documentId: originalId })) {
    const owner = movement.owner as 'own' | 'custody';
    if (movement.place_to === null) continue;
    const taken = takeStock.run(context.tx, { lotId: movement.lot_id, placeId: movement.place_to, owner, grams: movement.grams });
    if (taken !== 1) refuse('stock_moved');
    document.add('movement', { ...movement, document_id: document.id, place_from: movement.place_to, place_to: null, reason: 'reversal' });
  }
}
