import type { ReadHandle } from '../../../../db/connection.ts';
import { machineOfTicket, measureNotes, sampleOfTicket, wordOfTicket } from '../../../../db/queries/grading.queries.ts';
import type { SchemeDefinition } from '../../../contract/product.ts';
import type { TicketDetail, TicketInput } from '../../../contract/ticket.ts';
import { businessDate, type BusinessDate } from '../../../domain/business-date.ts';
import { measureOf } from '../../../domain/deduction-terms.ts';
import { changedMeasures, isSameMeasure, type SaidMeasure } from '../../../domain/machine-measures.ts';
import { isOutsidePlausible } from '../../../domain/scheme-check.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { refreshBindingsOf, samplesOver, type GoodsAtDesk } from './binding-samples.ts';
import { proposalOver, endProposal, type ProposalRow } from './goods-proposals.ts';
import { learnWord } from './words.ts';

/** What else speaks of a draft's goods: a machine, and a grader who saw the sample alone. */
export interface OtherVoices {
  readonly machine: ProposalRow | null;
  readonly sample: { readonly code: string; readonly grade: string | null; readonly reason: string | null; readonly gradedBy: number | null; readonly day: BusinessDate } | null;
  /** What the samples were measured as, by graders who saw nothing else. */
  readonly blindMeasures: readonly SaidMeasure[];
}

/** Reads the other voices. Refuses a ticket of goods with a sample (its own, or one taken from the same goods under another draft) that is of other goods (`blind_other_product`), not graded yet (`blind_waiting`) or decides otherwise (`blind_decided`). */
export function otherVoices(context: CommandContext, input: TicketInput, goods: Omit<GoodsAtDesk, 'draftId'>): OtherVoices {
  const found = samplesOver(context, { draftId: input.draftId, ...goods });
  for (const { code, grade, product_id: sampled, business_date: day } of found) {
    if (sampled !== goods.productRowId) refuse('blind_other_product', { code });
    if (grade === null) refuse('blind_waiting', { code, day });
    if (input.parts.length !== 1 || input.parts[0]?.grade !== grade) refuse('blind_decided', { code, grade, day });
  }
  const [first] = found;
  const blindMeasures = found.flatMap(({ measures }) => (measures === null ? [] : JSON.parse(measures) as SaidMeasure[]));
  return { blindMeasures, machine: proposalOver(context, { draftId: input.draftId, ...goods }), sample: first === undefined ? null : { code: first.code, grade: first.grade, reason: first.reason, gradedBy: first.graded_by, day: first.business_date } };
}

/** The day the ages of dates count on: where a sample speaks for the goods the day it was taken, else the day of the prices, which for a page of the paper book is the page's own. */
export const dayOfGoods = ({ sample }: OtherVoices, pricesAt: number): BusinessDate => sample?.day ?? businessDate(pricesAt);

/** What the machine measured and the ticket says otherwise or leaves out; what is measured in a laboratory alone may be left out. */
export function measuresOverMachine({ machine, blindMeasures }: OtherVoices, input: TicketInput, definition: SchemeDefinition | null): SaidMeasure[] {
  if (machine === null) return [];
  const isStated = (attribute: string): boolean => input.measures.some((own) => own.attribute === attribute);
  const isAsked = ({ attribute }: SaidMeasure): boolean => isStated(attribute) || definition?.attributes.find(({ id }) => id === attribute)?.measuredAt !== 'laboratory';
  return changedMeasures((JSON.parse(machine.measures) as SaidMeasure[]).filter(isAsked), input.measures, blindMeasures);
}

/** True where the ticket leaves out or betters what a blind grader measured of something that is deducted for; a second person looks at it. */
export function isMeasuredOtherwise({ blindMeasures }: OtherVoices, input: TicketInput, factors: readonly string[]): boolean {
  const own = new Map(input.measures.map(({ attribute, value }) => [attribute, value]));
  return factors.some((factor) => blindMeasures.some(({ attribute, value }) =>
    (attribute === factor || attribute === `${factor}_pct`) && !isSameMeasure(measureOf(factor, own) ?? '', value)));
}

function isImplausible(definition: SchemeDefinition | null, id: string, value: string, day: BusinessDate): boolean {
  const attribute = definition?.attributes.find((candidate) => candidate.id === id);
  return attribute !== undefined && isOutsidePlausible(attribute, value, day);
}

/** Writes beside a posted ticket what a machine proposed, which measures came from a device or lie outside the usual, the local word and the sample. */
export function writeVoices(context: CommandContext, document: OpenDocument, input: TicketInput, { definition, goods, voices, day }: { readonly definition: SchemeDefinition | null; readonly goods: Omit<GoodsAtDesk, 'draftId'>; readonly voices: OtherVoices; readonly day: BusinessDate }): void {
  const { machine, sample } = voices;
  if (machine !== null) {
    const { draft_ulid: _draft, product_id: _product, members: _members, ...proposal } = machine;
    document.add('ticket_machine', { document_id: document.id, ...proposal });
  }
  for (const { attribute, value, device = null } of input.measures.toSorted((a, b) => (a.attribute < b.attribute ? -1 : 1))) {
    const implausible = isImplausible(definition, attribute, value, day);
    if (implausible || device !== null) document.add('ticket_measure_note', { document_id: document.id, attribute, device, implausible: implausible ? 1 : 0 });
  }
  const word = input.word ?? null;
  if (word !== null) {
    document.add('ticket_word', { document_id: document.id, word });
    learnWord(context, input.productId, word, input.parts.length === 1 ? input.parts[0]?.grade ?? null : null);
  }
  if (sample !== null) {
    document.add('ticket_sample', { document_id: document.id, code: sample.code });
    refreshBindingsOf(context, document.id);
  }
  // Goods that all went back may come again; what was said of them stays with them.
  if (machine !== null && input.parts.length > 0) endProposal(context, { draftId: input.draftId, ...goods });
}

/** What a posted ticket keeps of the other voices; `sampledOn` is the day of the sample it follows, on which its dates were judged. */
export function voicesOf(db: ReadHandle, documentId: number): Pick<TicketDetail, 'machine' | 'word' | 'sample'> & { readonly notes: ReadonlyMap<string, { readonly device: string | null; readonly implausible: boolean }>; readonly sampledOn: BusinessDate | null } {
  const sample = sampleOfTicket.first(db, { documentId });
  const { takenOn: sampledOn, ...kept } = sample ?? { takenOn: null };
  const machine = machineOfTicket.first(db, { documentId });
  return {
    machine: machine ? { machine: machine.machine, grade: machine.grade, confidenceBp: machine.confidence_bp } : null,
    word: wordOfTicket.first(db, { documentId })?.word ?? null,
    sample: sample === undefined ? null : (kept as TicketDetail['sample']), sampledOn,
    notes: new Map(measureNotes.all(db, { documentId }).map((row) => [row.attribute, { device: row.device, implausible: row.implausible === 1 }])),
  };
}
