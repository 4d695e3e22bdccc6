import { documentById, documentByUlid, reversalOf } from '../../../../db/queries/books.queries.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import type { CorrectedFigures, CorrectionSlipData } from '../../documents/correction-slip.ts';
import { inLanguage, type SlipLanguage } from '../../documents/paper-text.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { ticketDetail } from '../ticket/look-back.ts';
import { chainFoot } from './chain-foot-data.ts';
import { memberOf, placeOf } from './slip-data.ts';

const figuresOf = (ticket: TicketDetail, language: SlipLanguage): CorrectedFigures => ({
  number: ticket.number, businessDate: ticket.businessDate, memberName: ticket.memberName, productName: inLanguage(language, ticket.productNameZh, ticket.productNameEn),
  gradeNames: ticket.lines.map((line) => inLanguage(language, line.gradeNameZh, line.gradeNameEn)).join('、'),
  grossGrams: ticket.grossGrams, tareGrams: ticket.tareGrams, netGrams: ticket.netGrams, settlementGrams: ticket.settlementGrams, totalFen: ticket.totalFen,
  schemeVersion: `${inLanguage(language, ticket.schemeTitleZh ?? '', ticket.schemeTitleEn ?? '')} ${ticket.schemeNumber ?? ''}`.trim(), priceVersion: [...new Set(ticket.lines.map(({ priceSheet }) => priceSheet))].join('、'),
});

/** The ticket whose place this one took, and its reversal; null where it took none. */
export function correctedBy(context: QueryContext, ticket: TicketDetail): { readonly original: TicketDetail; readonly reversal: TicketDetail } | null {
  const { replaces_id: replaced } = documentByUlid.one(context.db, { ulid: ticket.id });
  if (replaced === null) return null;
  return { original: ticketDetail(context, documentById.one(context.db, { id: replaced }).ulid), reversal: ticketDetail(context, reversalOf.one(context.db, { id: replaced }).ulid) };
}

/** What changed between a reversed ticket and the one in its place, from stored rows. Refuses `paper_not_for_document` for a ticket that corrects none. */
export function correctionSlipData(context: QueryContext, ticket: TicketDetail, language: SlipLanguage): CorrectionSlipData {
  const { original, reversal } = correctedBy(context, ticket) ?? refuse('paper_not_for_document');
  return {
    ...placeOf(context, documentByUlid.one(context.db, { ulid: ticket.id }).station_code), businessDate: ticket.businessDate, at: ticket.postedAt, member: memberOf(context, ticket.memberId),
    before: figuresOf(original, language), after: figuresOf(ticket, language), clerkName: ticket.postedBy,
    reversal: { number: reversal.number, reason: reversal.reason ?? '', byName: reversal.postedBy, approverName: reversal.approvedBy ?? '' },
    ...chainFoot(context, ticket.id, { kind: 'correction', number: ticket.number, businessDate: ticket.businessDate, memberCode: ticket.memberCode, grams: ticket.netGrams, fen: ticket.totalFen }),
  };
}
