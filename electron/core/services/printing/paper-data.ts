import { documentByUlid } from '../../../../db/queries/books.queries.ts';
import { memberByUlid, openItemsOfMember } from '../../../../db/queries/member.queries.ts';
import { productByUlid } from '../../../../db/queries/ticket.queries.ts';
import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import type { LotLabelData } from '../../documents/lot-label.ts';
import type { TicketReceiptData } from '../../documents/ticket-receipt-data.ts';
import { correctedBy } from './correction-data.ts';
import { chainFoot } from './chain-foot-data.ts';
import { ticketRemarks } from './ticket-remarks.ts';
import { inLanguage, oneLanguage, paperText, type SlipLanguage } from '../../documents/paper-text.ts';
import type { EnglishNames } from '../../devices/printer/label-request.ts';
import type { QueryContext } from '../../rpc/handler.ts';

/** Factors of the scheme file that have a word of their own on paper; others are printed as the contract names them. */
const factorNames: ReadonlySet<string> = new Set(['moisture', 'impurity', 'soil']);

function place(context: QueryContext, ticket: TicketDetail) {
  const head = documentByUlid.one(context.db, { ulid: ticket.id });
  const cooperative = cooperativeName.one(context.db, {});
  const station = stationRow.one(context.db, { code: head.station_code });
  return { cooperativeName: cooperative.name, stationName: station.name, ...(cooperative.phone === null ? {} : { stationPhone: cooperative.phone }), training: context.station.kind === 'training' };
}

/** What a contract and a certificate did to the price of a line. */
function termsOf({ owners, terms }: TicketDetail['lines'][number]): Pick<TicketReceiptData['lines'][number], 'owners' | 'contract' | 'premium'> {
  const whose = owners.length === 0 ? {} : { owners };
  if (terms === null) return whose;
  const { part, contractNumber, floorE4, certificateKind, certificateNo, boardE4, baseE4, premiumE4 } = terms;
  return {
    ...whose,
    ...(part === 'none' || contractNumber === null || floorE4 === null ? {} : { contract: { part, number: contractNumber, boardE4, floorE4 } }),
    ...(certificateKind === null || certificateNo === null ? {} : { premium: { kind: certificateKind, number: certificateNo, baseE4, premiumE4 } }),
  };
}

/** The name the terms give a factor, else its word on paper, else the factor itself. */
function cutName(cut: { readonly factor: string; readonly nameZh: string | null; readonly nameEn: string | null }, locale: SlipLanguage): string {
  if (cut.nameZh !== null && cut.nameEn !== null) return inLanguage(locale, cut.nameZh, cut.nameEn);
  return factorNames.has(cut.factor) ? paperText(locale)(cut.factor as 'moisture') : cut.factor;
}

function lines(context: QueryContext, ticket: TicketDetail, locale: SlipLanguage): TicketReceiptData['lines'] {
  const unit = productByUlid.one(context.db, { ulid: ticket.productId }).traded_unit as 'kg' | 'jin';
  return ticket.lines.map((line) => ({
    productName: inLanguage(locale, ticket.productNameZh, ticket.productNameEn), gradeName: inLanguage(locale, line.gradeNameZh, line.gradeNameEn), gradeOverridden: line.overrideReason !== null && ticket.overridden,
    schemeName: inLanguage(locale, ticket.schemeTitleZh ?? '', ticket.schemeTitleEn ?? ''), schemeVersion: String(ticket.schemeNumber ?? ''), priceVersion: line.priceSheet, priceE4: line.priceE4, tradedUnit: unit,
    netGrams: line.netGrams, settlementGrams: line.settlementGrams, amountFen: line.amountFen, ...(ticket.mode === 'consignment' ? { consignment: true } : {}), ...termsOf(line),
    deductions: line.deductions.map((cut) => ({ ...cut, name: cutName(cut, locale) })), discounts: line.discounts.map((cut) => ({ ...cut, name: cutName(cut, locale) })),
    inTurn: line.termsRule === 'in_turn', termsVersion: line.termsNumber,
  }));
}

/** Everything the weigh slip or the reversal slip of a ticket shows, from stored rows only. */
export function receiptData(context: QueryContext, ticket: TicketDetail, locale: SlipLanguage): TicketReceiptData {
  const member = memberByUlid.one(context.db, { ulid: ticket.memberId });
  const text = paperText(locale);
  const sum = (kind: string): number => openItemsOfMember.all(context.db, { memberId: member.id }).filter((item) => item.kind === kind).reduce((total, item) => total + item.leftFen, 0);
  const debts = [{ name: text('debtAdvance'), fen: sum('cash_advance') }, { name: text('debtInput'), fen: sum('input_credit') }].filter((debt) => debt.fen > 0);
  const remarks = ticketRemarks(context, ticket, locale);
  const corrected = correctedBy(context, ticket);
  return {
    ...place(context, ticket),
    number: ticket.number, businessDate: ticket.businessDate, postedAt: ticket.postedAt,
    member: { code: ticket.memberCode, name: ticket.memberName, partyKind: ticket.partyKind, ...(member.house_group === null ? {} : { groupName: member.house_group }) },
    owners: ticket.ownerParts.length > 1 ? ticket.ownerParts.map((part) => ({ code: part.memberCode, name: part.memberName, share: part.share, settlementGrams: part.settlementGrams, amountFen: part.amountFen, splitRoundingFen: part.splitRoundingFen })) : [],
    productName: inLanguage(locale, ticket.productNameZh, ticket.productNameEn),
    baskets: ticket.weighings.map(({ basketNo, grossGrams, tareGrams, netGrams, tareMethod, typed }) => ({ sequence: basketNo, grossGrams, tareGrams, netGrams, tareMethod, typed })),
    netGrams: ticket.netGrams, returnedGrams: ticket.returnedGrams, sortingLossGrams: ticket.sortingLossGrams, lines: lines(context, ticket, locale), totalFen: ticket.totalFen,
    ...(remarks.length === 0 ? {} : { remarks }), debts: ticket.reverses === null ? debts : [], clerkName: ticket.postedBy,
    ...(ticket.reverses === null ? {} : { reversal: { originalNumber: ticket.reverses, reason: ticket.reason ?? '', approverName: ticket.approvedBy ?? '' } }),
    ...(corrected === null ? {} : { correction: { originalNumber: corrected.original.number, netGrams: corrected.original.netGrams, totalFen: corrected.original.totalFen } }),
    ...chainFoot(context, ticket.id, { kind: 'ticket', number: ticket.number, businessDate: ticket.businessDate, memberCode: ticket.memberCode, grams: ticket.netGrams, fen: ticket.totalFen }),
  };
}

/** What a label of a lot calls the goods in English, where it says everything twice; nothing else. */
export function englishOfLabel(ticket: TicketDetail, lotCode: string, language: SlipLanguage): { readonly english?: EnglishNames } {
  const line = ticket.lines.find((candidate) => candidate.lotCode === lotCode);
  return language === 'both' && line ? { english: { productName: ticket.productNameEn, gradeName: line.gradeNameEn } } : {};
}

/** The label of one lot of a ticket; in both languages the names are Chinese and {@link englishOfLabel} has the others. */
export function labelData(context: QueryContext, ticket: TicketDetail, lotCode: string, language: SlipLanguage): LotLabelData | null {
  const locale = oneLanguage(language);
  const line = ticket.lines.find((candidate) => candidate.lotCode === lotCode);
  if (!line) return null;
  const { cooperativeName: cooperative, stationName, training } = place(context, ticket);
  // Goods priced for one owner alone are that owner's, whoever stands first on the ticket.
  const whose = line.owners.length === 0 ? ticket.memberName : line.owners.join(' ');
  const group = whose === ticket.memberName ? memberByUlid.one(context.db, { ulid: ticket.memberId }).house_group : null;
  return {
    lotCode, productName: inLanguage(locale, ticket.productNameZh, ticket.productNameEn), gradeName: inLanguage(locale, line.gradeNameZh, line.gradeNameEn), memberName: whose,
    ...(group === null ? {} : { groupName: group }), netGrams: line.netGrams, businessDate: ticket.businessDate, stationName, cooperativeName: cooperative, training,
    qrText: `VSL1|${lotCode}|${ticket.number}|${line.netGrams}|${ticket.businessDate}`,
  };
}
