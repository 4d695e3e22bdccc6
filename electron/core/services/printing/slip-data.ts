import { documentById, documentByUlid } from '../../../../db/queries/books.queries.ts';
import { crateBalances, crateMemberOf, namedCrateLines } from '../../../../db/queries/crate.queries.ts';
import type { sampleOfJob } from '../../../../db/queries/grading.queries.ts';
import { memberByUlid } from '../../../../db/queries/member.queries.ts';
import { userById } from '../../../../db/queries/people.queries.ts';
import { queueById, waitingBefore } from '../../../../db/queries/queue.queries.ts';
import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import { sumFen } from '../../../domain/money.ts';
import { queueLabel } from '../../../domain/queue-number.ts';
import type { CrateSlipData } from '../../documents/crate-slip.ts';
import { inLanguage, type SlipLanguage } from '../../documents/paper-text.ts';
import type { QueueSlipData } from '../../documents/queue-slip.ts';
import type { ReturnSlipData } from '../../documents/return-slip.ts';
import type { SampleLabelData } from '../../documents/sample-label.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { chainFoot } from './chain-foot-data.ts';

const inLocale = (language: SlipLanguage, named: { readonly nameZh: string; readonly nameEn: string }): string => inLanguage(language, named.nameZh, named.nameEn);

/** Where a paper comes from. */
export function placeOf(context: QueryContext, stationCode: string) {
  return { cooperativeName: cooperativeName.one(context.db, {}).name, stationName: stationRow.one(context.db, { code: stationCode }).name, training: context.station.kind === 'training' };
}

/** Whom a paper is for. */
export function memberOf(context: QueryContext, ulid: string) {
  const { code, name, house_group: group } = memberByUlid.one(context.db, { ulid });
  return { code, name, ...(group === null ? {} : { groupName: group }) };
}

/** The slip of a number drawn on arrival, from its row. */
export function queueSlipData(context: QueryContext, queueRowId: number, locale: SlipLanguage): QueueSlipData {
  const row = queueById.one(context.db, { id: queueRowId });
  const product = row.productNameZh === null ? {} : { productName: inLanguage(locale, row.productNameZh, row.productNameEn ?? row.productNameZh) };
  return {
    ...placeOf(context, context.station.device?.stationCode ?? ''), businessDate: row.businessDate, at: row.takenAt, label: queueLabel(row.deskLetter, row.number),
    ...(row.memberId === null ? {} : { member: memberOf(context, row.memberId) }), ...product, before: waitingBefore.one(context.db, { day: row.businessDate, id: row.rowId }).n,
  };
}

/** The label of the sample a job is for, from its row; the member is not looked up. */
export function sampleLabelData(context: QueryContext, sample: NonNullable<ReturnType<typeof sampleOfJob.first>>, locale: SlipLanguage): SampleLabelData {
  const { code, place, keepUntil, takenOn } = sample;
  return { ...placeOf(context, context.station.device?.stationCode ?? ''), code, place, keepUntil, takenOn, productName: inLocale(locale, { nameZh: sample.productZh, nameEn: sample.productEn }) };
}

/** What of a ticket was not taken. Refuses `paper_not_for_document` where everything was. */
export function returnSlipData(context: QueryContext, ticket: TicketDetail, locale: SlipLanguage): ReturnSlipData {
  if (ticket.returnedGrams <= 0) refuse('paper_not_for_document');
  const head = documentByUlid.one(context.db, { ulid: ticket.id });
  return {
    ...placeOf(context, head.station_code), businessDate: ticket.businessDate, at: ticket.postedAt, number: ticket.number, member: memberOf(context, ticket.memberId),
    productName: inLocale(locale, { nameZh: ticket.productNameZh, nameEn: ticket.productNameEn }), netGrams: ticket.netGrams, returnedGrams: ticket.returnedGrams, returns: ticket.returns, clerkName: ticket.postedBy,
    ...chainFoot(context, ticket.id, { kind: 'return', number: ticket.number, businessDate: ticket.businessDate, memberCode: ticket.memberCode, grams: ticket.returnedGrams, fen: 0 }),
  };
}

/** Crates of one document, and what the member has now. Refuses `paper_not_for_document` for a document without crates. */
export function crateSlipData(context: QueryContext, documentUlid: string, locale: SlipLanguage): CrateSlipData {
  const head = documentByUlid.one(context.db, { ulid: documentUlid });
  const member = crateMemberOf.first(context.db, { documentId: head.id }) ?? refuse('paper_not_for_document');
  const whose = memberOf(context, member.ulid);
  const moved = namedCrateLines.all(context.db, { documentId: head.id });
  const depositFen = sumFen(moved.map((line) => line.depositFen));
  return {
    ...placeOf(context, head.station_code), businessDate: head.business_date, at: head.posted_at, number: head.number, member: whose,
    ...chainFoot(context, documentUlid, { kind: 'crates', number: head.number, businessDate: head.business_date, memberCode: whose.code, grams: 0, fen: depositFen }),
    lines: moved.map((line) => ({ name: inLocale(locale, line), outCount: line.outCount, inCount: line.inCount, depositFen: line.depositFen, kept: line.reason === 'lost' })),
    ...(head.reverses_id === null ? {} : { reverses: { number: documentById.one(context.db, { id: head.reverses_id }).number, reason: head.reason ?? '' } }),
    balance: crateBalances.all(context.db, { memberUlid: member.ulid }).map((line) => ({ name: inLocale(locale, line), count: line.count })),
    clerkName: userById.one(context.db, { id: head.posted_by }).name, ...(head.approved_by === null ? {} : { approverName: userById.one(context.db, { id: head.approved_by }).name }),
  };
}
