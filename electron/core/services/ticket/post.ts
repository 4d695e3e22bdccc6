import { cratesBelowNone } from '../../../../db/queries/crate.queries.ts';
import { serveDelivered } from '../../../../db/queries/queue.queries.ts';
import { addStock, dropDraft, storePlace, ticketOfDraft } from '../../../../db/queries/ticket.queries.ts';
import type { FullRow } from '../../../../db/insert.ts';
import { insertRow } from '../../../../db/insert.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { computeIntake } from '../../../domain/intake.ts';
import { overfilledGrade } from '../../../domain/lot-baskets.ts';
import { postTicket as journalOfTicket } from '../../../domain/posting.ts';
import type { TicketComputation } from '../../../domain/ticket.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { openDocument, trustTheClock } from '../books/documents.ts';
import { writeJournal } from '../books/journal.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { dayOfGoods, isMeasuredOtherwise, otherVoices, writeVoices } from '../grading/of-ticket.ts';
import type { OtherVoices } from '../grading/of-ticket.ts';
import type { FoundSchedules } from '../contract/schedules.ts';
import { findSchedules } from '../contract/schedules.ts';
import { bindPhotos } from '../photo/bind-photos.ts';
import { correctedTicket } from './corrected-ticket.ts';
import { gradeTicket } from './grading.ts';
import type { Graded } from './grading.ts';
import type { OwnerFound } from './masters-of-ticket.ts';
import { findGoods, findOwners, findPrice } from './masters-of-ticket.ts';
import { momentOfPrices } from './paper-page.ts';
import type { TermsOfTicket } from './terms.ts';
import { termsOfTicket, writeLineTerms } from './terms.ts';
import type { ProvenBasket } from './weights.ts';
import { proveBaskets } from './weights.ts';
import { writeTerms } from './line-terms.ts';
import { unusualNote, writeYardRows } from './yard-rows.ts';

interface Assembled {
  readonly input: TicketInput;
  readonly goods: ReturnType<typeof findGoods>;
  readonly owners: readonly OwnerFound[];
  readonly baskets: readonly ProvenBasket[];
  readonly prices: ReadonlyArray<{ readonly id: number; readonly ulid: string; readonly priceE4: number }>;
  readonly graded: Graded;
  readonly terms: TermsOfTicket;
  readonly voices: OtherVoices;
  /** The day of the goods, on which dates become ages. */
  readonly day: BusinessDate;
  readonly found: FoundSchedules;
  readonly computed: TicketComputation;
}

const goodsOf = (goods: Assembled['goods'], owners: Assembled['owners']) => ({ productRowId: goods.product.id, memberRowIds: owners.map(({ memberRowId }) => memberRowId) });

function assemble(context: CommandContext, input: TicketInput): Assembled {
  const pricesAt = momentOfPrices(context, input);
  const goods = findGoods(context.tx, input.productId, pricesAt);
  if (input.mode !== undefined && input.mode !== goods.product.mode) refuse('mode_changed');
  const owners = findOwners(context.tx, input.owners);
  const baskets = proveBaskets(context, input, input.baskets);
  const voices = otherVoices(context, input, goodsOf(goods, owners));
  const terms = termsOfTicket(context, goods, input, pricesAt);
  const day = dayOfGoods(voices, pricesAt);
  const graded = gradeTicket(context, goods.definition, input, voices, day);
  const prices = input.parts.map((part) => findPrice(context.tx, goods.product.id, part.grade, pricesAt));
  const found = findSchedules(context.tx, owners, goods.product.id, pricesAt);
  const computed = computeIntake({
    productId: input.productId, mode: goods.product.mode as 'outright' | 'consignment', resolutionGrams: goods.product.resolution_g, lossToleranceBp: goods.product.loss_tolerance_bp,
    weighings: baskets.map((basket) => basket.weighing), returnedGrams: input.returnedGrams, sortingLossGrams: input.sortingLossGrams, owners, schedules: found.schedules,
    parts: input.parts.map((part, index) => ({ grade: part.grade, netGrams: part.netGrams, priceE4: prices[index]?.priceE4 ?? null, priceId: prices[index]?.ulid ?? null, rule: terms.rule, ...terms.of(part) })),
  });
  if (computed.amountFen !== input.expectedTotalFen) refuse('amount_changed', { seen: input.expectedTotalFen, now: computed.amountFen });
  const overfilled = overfilledGrade(computed.weighings.map(({ netGrams }, index) => ({ netGrams, grade: input.baskets[index]?.grade ?? null })), computed.lines);
  if (overfilled !== null) refuse('baskets_above_grade');
  return { input, goods, owners, baskets, prices, graded, terms, voices, day, found, computed };
}

/**
 * Posts a delivery in one transaction: head, owners, baskets with their proof, measures, priced lines with lots, payables, stock,
 * journal, event and the print jobs. The draft it came from is gone afterwards. Refuses what the contract lists under `ticket.post`.
 */
export function postTicket(context: CommandContext, input: TicketInput): OutputOf<'ticket.post'> {
  const before = ticketOfDraft.first(context.tx, { draft: input.draftId });
  if (before) refuse('draft_posted', { number: before.number });
  trustTheClock(context);
  const corrected = correctedTicket(context, input);
  const ticket = assemble(context, input);
  const unusual = unusualNote(context, input, ticket.computed.netGrams);
  const document = openDocument(context, { type: 'ticket', ...(corrected === null ? {} : { replacesId: corrected }) });
  writeHead(document, ticket);
  writeBaskets(context, document, ticket);
  bindPhotos(context, document, input.draftId);
  const lots = writeLines(context, document, ticket);
  writeYardRows(context, document, input, ticket.owners[0]?.memberRowId ?? 0);
  writeVoices(context, document, input, { definition: ticket.goods.definition, goods: goodsOf(ticket.goods, ticket.owners), voices: ticket.voices, day: ticket.day });
  writeJournal(context, document, journalOfTicket(ticket.computed.lines.flatMap((line) => line.payables.map((payable) => ({
    partyId: payable.ownerId, partyKind: payable.partyKind, openItem: null, mode: line.mode, fen: payable.amountFen,
  })))), { memberRowId: (id) => ticket.owners.find((owner) => owner.memberId === id)?.memberRowId ?? 0 });
  const typed = ticket.baskets.some((basket) => basket.typedReason !== null);
  const needsSecond = (typed || (input.parts.length > 0 && ticket.graded.proposal?.outcome === 'set_aside') || isOtherwise(ticket)) && context.approver === null;
  document.seal({ state: needsSecond ? 'awaiting_countersign' : 'posted', payload: { netGrams: ticket.computed.netGrams, totalFen: ticket.computed.amountFen, typed, overridden: ticket.graded.overridden, ...unusual } });
  if (needsSecond) insertRow(context.tx, 'countersign', { document_id: document.id, op: 'ticket.post', requested_by: signedIn(context).rowId, due_date: context.businessDate });
  dropDraft.run(context.tx, { ulid: input.draftId });
  // A page of the paper book is typed in later; whoever stands called now did not bring it.
  if (input.writtenAt === null) serveDelivered.run(context.tx, { day: context.businessDate, at: context.now, documentId: document.id, productId: ticket.goods.product.id });
  const jobs = queueFirstPapers(context, { documentId: document.id, paper: 'receipt', lotIds: lots.map((lot) => lot.id), besides: [...(corrected === null ? [] : ['correction_slip' as const]), ...(input.returnedGrams > 0 ? ['return_slip' as const] : [])] });
  const cratesBelow = cratesBelowNone.all(context.tx, { documentId: document.id, back: 1 });
  return { id: document.ulid, number: document.number, totalFen: ticket.computed.amountFen, netGrams: ticket.computed.netGrams, lots: lots.map((lot) => lot.code), jobs, awaitingCountersign: needsSecond, cratesBelow };
}

/** Terms other than the published ones, or where none are published than the scheme proposes; or other measures than a blind grader found. */
const isOtherwise = ({ terms, graded, voices, input }: Assembled): boolean => (terms.published ? terms.otherTerms : graded.otherTerms) || isMeasuredOtherwise(voices, input, terms.factors);

function writeHead(document: OpenDocument, { input, goods, owners, baskets, graded, computed }: Assembled): void {
  document.add('ticket', {
    document_id: document.id, draft_ulid: input.draftId, product_id: goods.product.id, scheme_id: goods.scheme?.id ?? null, mode: goods.product.mode,
    party_kind: owners[0]?.partyKind ?? 'member', gross_g: computed.grossGrams, tare_g: computed.tareGrams, net_g: computed.netGrams, returned_g: computed.returnedGrams,
    sorting_loss_g: computed.sortingLossGrams, settlement_g: computed.settlementGrams, total_fen: computed.amountFen, typed: baskets.some((basket) => basket.typedReason !== null) ? 1 : 0,
    overridden: graded.overridden ? 1 : 0, baskets: baskets.length, paper_no: input.paperNo, note: input.note,
  });
  owners.forEach((owner, index) => document.add('ticket_owner', {
    document_id: document.id, owner_no: index + 1, member_id: owner.memberRowId, payee_id: owner.payeeRowId, party_kind: owner.partyKind, share: owner.share,
  }));
}

/** Whether full or empty stood on the scale first; readings are numbered as they came. */
function passOf({ gross, tare, tareMethod }: ProvenBasket): FullRow<'weighing'>['pass'] {
  if (tareMethod !== 'weighed') return 'single';
  return gross !== null && tare !== null && tare.id < gross.id ? 'tare_then_gross' : 'gross_then_tare';
}

function writeBaskets(context: CommandContext, document: OpenDocument, { input, baskets, computed }: Assembled): void {
  baskets.forEach((basket, index) => {
    const weighed = computed.weighings[index];
    if (!weighed) throw new Error('a basket was lost in the computation');
    document.add('weighing', {
      document_id: document.id, basket_no: index + 1, pass: passOf(basket), gross_g: weighed.grossGrams, tare_g: weighed.tareGrams, net_g: weighed.netGrams,
      tare_method: basket.tareMethod, container_id: basket.containerRowId, container_count: basket.containerCount, gross_reading_id: basket.gross?.id ?? null, tare_reading_id: basket.tare?.id ?? null,
      typed: basket.typedReason === null ? 0 : 1, typed_reason: basket.typedReason, typed_by: basket.typedReason === null ? null : signedIn(context).rowId,
    });
  });
  input.baskets.forEach(({ grade }, index) => { if (grade !== undefined) document.add('weighing_grade', { document_id: document.id, basket_no: index + 1, grade }); });
  const readings = baskets.flatMap((basket) => [basket.gross, basket.tare]).filter((reading) => reading !== null);
  for (const reading of readings.toSorted((a, b) => a.id - b.id)) document.prove('reading', reading);
  for (const measure of input.measures.toSorted((a, b) => (a.attribute < b.attribute ? -1 : 1))) document.add('ticket_measure', { document_id: document.id, attribute: measure.attribute, value: measure.value, source: measure.source });
}

function writeLines(context: CommandContext, document: OpenDocument, ticket: Assembled): Array<{ id: number; code: string }> {
  const { input, goods, owners, prices, graded, terms, voices, found, computed } = ticket;
  const ownerNos = new Map(owners.map((owner, index) => [owner.memberId, index + 1]));
  const place = storePlace.one(context.tx, {});
  return computed.lines.map((line, index) => {
    const lineNo = index + 1;
    const part = input.parts[line.index];
    const lot = writeLot(context, document, goods.product, line.gradeId, lineNo);
    document.add('ticket_line', {
      document_id: document.id, line_no: lineNo, product_id: goods.product.id, grade: line.gradeId, proposed_grade: graded.proposal?.gradeId ?? null, proposal: graded.proposal?.outcome ?? 'none',
      override_reason: voices.sample?.reason ?? part?.overrideReason ?? null, graded_by: voices.sample?.gradedBy ?? signedIn(context).rowId, price_id: prices[line.index]?.id ?? refuse('price_missing', { grade: line.gradeId }), quota_part: line.quotaPart === 'inside' ? 'contract' : 'board', mode: line.mode,
      net_g: line.netGrams, deduction_bp: line.deductionBp, settlement_g: line.settlementGrams, price_e4: line.priceE4, amount_fen: line.amountFen, lot_id: lot.id,
    });
    writeTerms(document, lineNo, line.terms, found.rowIds);
    if (part) writeLineTerms(document, lineNo, line, terms.of(part), terms);
    for (const payable of line.payables) {
      const ownerNo = ownerNos.get(payable.ownerId) ?? 0;
      document.add('payable', {
        ulid: context.station.ids.ulid(), document_id: document.id, line_no: lineNo, owner_no: ownerNo, kind: 'line', payee_id: owners[ownerNo - 1]?.payeeRowId ?? 0, member_id: owners[ownerNo - 1]?.memberRowId ?? 0,
        party_kind: payable.partyKind, product_id: goods.product.id, business_date: context.businessDate, settlement_g: payable.settlementGrams, amount_fen: payable.amountFen,
      });
    }
    const owner = line.mode === 'outright' ? 'own' : 'custody';
    document.add('movement', { document_id: document.id, ordinal: lineNo, lot_id: lot.id, place_from: null, place_to: place.id, owner, grams: line.netGrams, count: null, reason: 'intake' });
    addStock.run(context.tx, { lotId: lot.id, placeId: place.id, owner, grams: line.netGrams });
    return lot;
  });
}

/** Each line is a lot of its own: member × product × grade × ticket, so that a parcel leads back to the field. At most 20 characters, as GS1 allows for a lot (AI 10). */
function writeLot(context: CommandContext, document: OpenDocument, product: { id: number; lot_prefix: string }, grade: string, lineNo: number): { id: number; code: string } {
  const sequence = String(Number(document.number.split('-').at(-1))).padStart(4, '0');
  const training = context.station.kind === 'training' ? 'LX' : '';
  const code = `${training}${product.lot_prefix}${context.businessDate.slice(2).replaceAll('-', '')}${context.station.device?.deskLetter ?? ''}${sequence}-${lineNo}`;
  const id = document.add('lot', { ulid: context.station.ids.ulid(), code, document_id: document.id, product_id: product.id, grade, business_date: context.businessDate });
  return { id, code };
}
