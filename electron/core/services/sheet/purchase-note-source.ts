import { documentByUlid } from '../../../../db/queries/books.queries.ts';
import { cooperativeFacts, noteLines, noteSellers, sealingEvent } from '../../../../db/queries/purchase-note.queries.ts';
import { detailHead } from '../../../../db/queries/ticket-detail.queries.ts';
import { sumFen } from '../../../domain/money.ts';
import { purchaseNote, type PurchaseNoteData } from '../../documents/sheets/purchase-note.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { gradeNamed } from './grade-name.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

/** What was bought by a ticket, seller by seller. Refuses `ticket_unknown`, and a reversal, which bought nothing (`sheet_not_for_reversal`). */
export function purchaseNoteData(context: QueryContext, ticketId: string): { readonly data: PurchaseNoteData; readonly voidedBy: string | null } {
  const { db } = context;
  const ticket = ticketDetail(context, ticketId);
  if (ticket.reverses !== null) refuse('sheet_not_for_reversal');
  const head = documentByUlid.one(db, { ulid: ticketId });
  const { schemeDefinition } = detailHead.one(db, { documentId: head.id });
  const lines = noteLines.all(db, { documentId: head.id });
  const { creditCode, phone } = cooperativeFacts.first(db, {}) ?? { creditCode: null, phone: null };
  const sellers = noteSellers.all(db, { documentId: head.id }).map(({ ownerNo, ownGrown, ...row }) => {
    const own = lines.filter((line) => line.ownerNo === ownerNo);
    return { ...row, ownGrown: ownGrown === 1, lines: own.map(({ ownerNo: _ownerNo, grade, ...line }) => ({ ...line, grade: gradeNamed(grade, schemeDefinition) })), amountFen: sumFen(own.map((line) => line.amountFen)) };
  });
  const data: PurchaseNoteData = {
    ...sheetPlace(context, head.station_code), creditCode, phone, number: ticket.number, date: ticket.businessDate, postedAt: ticket.postedAt, product: { nameZh: ticket.productNameZh, nameEn: ticket.productNameEn }, mode: ticket.mode,
    grossGrams: ticket.grossGrams, tareGrams: ticket.tareGrams, netGrams: ticket.netGrams, typed: ticket.typed,
    scheme: ticket.schemeNumber === null ? null : { title: { nameZh: ticket.schemeTitleZh ?? '', nameEn: ticket.schemeTitleEn ?? '' }, number: ticket.schemeNumber },
    sellers, clerkName: ticket.postedBy, chain: sealingEvent.first(db, { ulid: ticketId }) ?? null,
  };
  return { data, voidedBy: ticket.reversedBy };
}

export function purchaseNoteSource(context: QueryContext, order: { readonly ticketId: string; readonly size: 'A4' | 'A5' }): SheetSource {
  const { data, voidedBy } = purchaseNoteData(context, order.ticketId);
  return { subject: data.number, data, ofDocument: true, voidedBy, draw: (words, made) => purchaseNote(data, words, made, order.size) };
}
