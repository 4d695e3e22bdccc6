import type { ReadHandle } from '../../../../db/connection.ts';
import { namedCrateLines } from '../../../../db/queries/crate.queries.ts';
import { documentById, documentByUlid } from '../../../../db/queries/books.queries.ts';
import { detailTerms } from '../../../../db/queries/contract.queries.ts';
import { detailDeductions, detailEvents, detailHead, detailJournal, detailLines, detailMeasures, detailOwners, detailPayables, detailPrints, detailWeighings, readingById } from '../../../../db/queries/ticket-detail.queries.ts';
import { discountsOfTicket, pinnedTerms } from '../../../../db/queries/deduction.queries.ts';
import { photosOfTicket } from '../../../../db/queries/photo.queries.ts';
import { paperOf, returnRows } from '../../../../db/queries/ticket-yard.queries.ts';
import { ticketHead, ticketList, ticketSums } from '../../../../db/queries/ticket-list.queries.ts';
import type { ListedTicket, TicketFilter } from '../../../../db/queries/ticket-list.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { photoStep } from '../../../contract/photo.ts';
import type { SchemeDefinition } from '../../../contract/product.ts';
import type { TicketDetail, TicketRow } from '../../../contract/ticket.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { ageOf } from '../../../domain/date-measure.ts';
import type { DeductionTerm } from '../../../domain/deduction-terms.ts';
import { lineAmountFen } from '../../../domain/line-amount.ts';
import { sumFen } from '../../../domain/money.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { voicesOf } from '../grading/of-ticket.ts';
import { settlementNumber } from '../settlement/numbers.ts';

function toRow({ rowId: _rowId, awaiting, typed, overridden, fromPaper, ...row }: ListedTicket): TicketRow {
  return { ...row, typed: typed === 1, overridden: overridden === 1, fromPaper: fromPaper === 1, awaitingCountersign: awaiting === 1 };
}

/** Tickets by filter, newest first, with totals over everything the filter finds. */
export function listTickets({ db }: QueryContext, input: ParsedInputOf<'ticket.list'>): OutputOf<'ticket.list'> {
  const filter: TicketFilter = {
    from: input.from ?? null, to: input.to ?? null, product: input.productId ?? null, member: input.memberId ?? null, text: input.text?.trim() || null, paid: input.paid ?? null, only: input.only ?? null,
  };
  const { total, ...sums } = ticketSums.one(db, filter);
  return { total, sums, rows: ticketList.all(db, { ...filter, limit: input.limit, offset: input.offset }).map(toRow) };
}

type Evidence = NonNullable<TicketDetail['weighings'][number]['gross']>;

function evidence(db: ReadHandle, id: number | null): Evidence | null {
  const row = id === null ? undefined : readingById.first(db, { id });
  if (!row) return null;
  return {
    readingId: row.ulid, scaleName: row.scale_name, port: row.port, protocol: row.protocol, raw: JSON.parse(row.raw) as string[], value: row.value, unit: row.unit, grams: row.grams,
    stableRule: row.stable_rule, at: row.at, clock: row.clock, simulated: row.simulated === 1, subGram: row.sub_gram === 1,
  };
}

function weighings(db: ReadHandle, documentId: number): TicketDetail['weighings'] {
  return detailWeighings.all(db, { documentId }).map(({ grossReadingId, tareReadingId, typed, ...row }) => ({
    ...row, typed: typed === 1, gross: evidence(db, grossReadingId), tare: evidence(db, tareReadingId),
  }));
}

/** How each line's price came about, by line number; nothing for lines at the board price. */
function termsOf(db: ReadHandle, documentId: number): ReadonlyMap<number, NonNullable<TicketDetail['lines'][number]['terms']>> {
  return new Map(detailTerms.all(db, { documentId }).map(({ lineNo, quotaPart, ...terms }) => [lineNo, { ...terms, part: quotaPart === 'contract' ? 'inside' : terms.contractId === null ? 'none' : 'beyond' }]));
}

type Line = TicketDetail['lines'][number];

const tableOf = (terms: readonly DeductionTerm[], factor: string, onWeight: boolean): DeductionTerm | undefined =>
  terms.find((term) => term.factor === factor && (term.acts === 'weight') === onWeight);

/** Names and rows of a table come from the version the line stands on; without one from the row itself, or from nowhere. */
function deductionsOf(rows: ReturnType<typeof detailDeductions.all>, terms: readonly DeductionTerm[]): Line['deductions'] {
  return rows.map(({ lineNo: _lineNo, step, perStepBp, ...row }) => {
    const term = tableOf(terms, row.factor, true);
    const own = step === null || perStepBp === null ? [] : [{ atPct: row.base, stepPct: step, takes: perStepBp }];
    return { ...row, nameZh: term?.nameZh ?? null, nameEn: term?.nameEn ?? null, rows: [...(term?.rows ?? own)] };
  });
}

function discountsOf(rows: ReturnType<typeof discountsOfTicket.all>, terms: readonly DeductionTerm[]): Line['discounts'] {
  return rows.map((row) => {
    const term = tableOf(terms, row.factor, false);
    return {
      factor: row.factor, nameZh: term?.nameZh ?? row.factor, nameEn: term?.nameEn ?? row.factor, acts: row.acts as Line['discounts'][number]['acts'], method: row.method as Line['discounts'][number]['method'],
      measured: row.measured, base: row.base, rows: [...(term?.rows ?? [])], takes: row.takes, priceBeforeE4: row.price_before_e4, priceAfterE4: row.price_after_e4,
    };
  });
}

function lines(db: ReadHandle, documentId: number, definition: SchemeDefinition | null): TicketDetail['lines'] {
  const terms = termsOf(db, documentId);
  const payables = detailPayables.all(db, { documentId });
  const owners = new Set(payables.map((row) => row.ownerNo)).size;
  const deductions = detailDeductions.all(db, { documentId });
  const discounts = discountsOfTicket.all(db, { documentId });
  const pinned = pinnedTerms.all(db, { documentId });
  return detailLines.all(db, { documentId }).map((line) => {
    const grade = definition?.grades.find((candidate) => candidate.id === line.grade);
    const own = payables.filter((row) => row.lineNo === line.lineNo).map((row) => row.owner);
    const version = pinned.find((row) => row.lineNo === line.lineNo);
    const cuts = version === undefined ? [] : (JSON.parse(version.terms) as DeductionTerm[]);
    return {
      ...line, owners: own.length < owners ? own : [], terms: terms.get(line.lineNo) ?? null, gradeNameZh: grade?.nameZh ?? line.grade, gradeNameEn: grade?.nameEn ?? line.grade, termsNumber: version?.number ?? null, termsRule: version?.rule ?? null,
      deductions: deductionsOf(deductions.filter((row) => row.lineNo === line.lineNo), cuts), discounts: discountsOf(discounts.filter((row) => row.line_no === line.lineNo), cuts),
    };
  });
}

/** Each owner's part; what the split gave or took is the stored amount against the stored grams at the line's price. */
function ownerParts({ db, station }: QueryContext, documentId: number): TicketDetail['ownerParts'] {
  const payables = detailPayables.all(db, { documentId });
  return detailOwners.all(db, { documentId }).map(({ ownerNo, firstNumber, ordinal, runDate, runStation, runDesk, ...part }) => ({
    ...part,
    splitRoundingFen: sumFen(payables.filter((row) => row.ownerNo === ownerNo).map((row) => row.amountFen - lineAmountFen(row.settlementGrams, row.priceE4))),
    settlementNumber: settlementNumber(station, { firstNumber, ordinal: ordinal ?? 0, postedDate: runDate, stationCode: runStation, deskLetter: runDesk }),
  }));
}

/** Everything about one ticket: what was weighed and how it is proved, what was paid, printed and written. A reversal shows its original's goods. */
export function ticketDetail(context: QueryContext, ulid: string): TicketDetail {
  const { db } = context;
  const head = ticketHead.first(db, { ulid }) ?? refuse('ticket_unknown');
  const document = documentByUlid.one(db, { ulid });
  const goodsOf = document.reverses_id ?? head.rowId;
  const { schemeDefinition, ...detail } = detailHead.one(db, { documentId: head.rowId });
  const definition = schemeDefinition === null ? null : (JSON.parse(schemeDefinition) as SchemeDefinition);
  const paper = paperOf.first(db, { documentId: goodsOf });
  const { notes, sampledOn, ...voices } = voicesOf(db, goodsOf);
  const writtenAt = paper?.writtenAt ?? null;
  const cameOn = sampledOn ?? (writtenAt === null ? documentById.one(db, { id: goodsOf }).business_date : businessDate(writtenAt));
  return {
    ...toRow(head), ...detail, ...voices, corrects: document.replaces_id === null ? null : documentById.one(db, { id: document.replaces_id }).number,
    writtenAt, lateReason: paper?.lateReason ?? null, returns: returnRows.all(db, { documentId: goodsOf }),
    crates: namedCrateLines.all(db, { documentId: head.rowId }).map(({ depositFen: _depositFen, reason: _reason, ...line }) => line),
    weighings: weighings(db, goodsOf),
    measures: detailMeasures.all(db, { documentId: goodsOf }).map(({ attribute, value }) => {
      const named = definition?.attributes.find((candidate) => candidate.id === attribute);
      return { attribute, value, nameZh: named?.nameZh ?? attribute, nameEn: named?.nameEn ?? attribute, unit: named?.type === 'date' ? null : named?.unit ?? null, ageDays: named?.type === 'date' ? ageOf(value, cameOn) : null, device: notes.get(attribute)?.device ?? null, implausible: notes.get(attribute)?.implausible === true };
    }),
    lines: lines(db, goodsOf, definition),
    photos: photosOfTicket.all(db, { documentId: goodsOf }).map((photo) => ({ ...photo, step: photoStep.parse(photo.step) })),
    ownerParts: ownerParts(context, goodsOf),
    events: detailEvents.all(db, { ulid }),
    prints: detailPrints.all(db, { documentId: head.rowId }),
    journal: detailJournal.all(db, { documentId: head.rowId }),
  };
}
