import type { ProductTerms } from '../../../contract/deduction.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import type { Deduction, TermsRule } from '../../../domain/deduction.ts';
import type { MeasuredTerms } from '../../../domain/deduction-terms.ts';
import { measuredTerms, refuseAboveLimit, unmeasured } from '../../../domain/deduction-terms.ts';
import type { TicketLine } from '../../../domain/ticket.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { findTerms } from '../deduction/terms-in-force.ts';
import { toDeduction } from './grading.ts';
import type { findGoods } from './masters-of-ticket.ts';

type Part = TicketInput['parts'][number];

/** What is deducted on a ticket: by the published terms, or as it came with the call. */
export interface TermsOfTicket {
  /** The published version the lines stand on; null where none counts. */
  readonly pinned: (ProductTerms & { readonly documentId: number }) | null;
  readonly rule: TermsRule;
  /** Some version is in force, whether the ticket stands on it or not; the proposal of the scheme then counts for nothing. */
  readonly published: boolean;
  /** Something measured is deducted otherwise than the published terms ask; a second person looks at it. */
  readonly otherTerms: boolean;
  /** What is deducted for: by the published terms, else by the scheme. */
  readonly factors: readonly string[];
  of(part: Part): MeasuredTerms;
}

const none: MeasuredTerms = { deductions: [], discounts: [] };

/**
 * Reads the terms in force at the moment of the prices. A ticket that names them is computed by them from its measures; one that names
 * others is refused (`terms_changed`), so that nobody is paid by terms that were replaced meanwhile. Deductions sent with a part count
 * as agreed otherwise and wait for a second person, and so does a measured factor that is left out. The limits of the published terms hold
 * for all of them (`measured_above_limit`): nobody agrees to buy at the desk what the cooperative published it does not buy.
 */
export function termsOfTicket(context: CommandContext, goods: ReturnType<typeof findGoods>, input: TicketInput, at: number): TermsOfTicket {
  const published = findTerms(context.tx, goods.product.id, at);
  const sentAny = input.parts.some(({ deductions }) => deductions.length > 0);
  if (input.terms !== undefined && input.terms !== (published?.id ?? null)) refuse('terms_changed', { number: published?.number ?? 0 });
  const factors = (published?.terms ?? goods.definition?.deductions ?? []).map(({ factor }) => factor);
  if (published === null) return { pinned: null, published: false, rule: 'added', otherTerms: false, factors, of: (part) => ({ ...none, deductions: sentDeductions(goods, part) }) };
  // Goods that all go back are not bought, so nothing of them has to be measured, and no limit stands in their way.
  if (input.parts.length === 0) return { pinned: null, published: true, rule: published.rule, otherTerms: false, factors, of: () => none };
  const measures = new Map(input.measures.map(({ attribute, value }) => [attribute, value]));
  const [missing] = unmeasured(published.terms, measures);
  // A page of the paper book says what was measured that day; its weights are typed, so a second person looks at it anyhow.
  if (missing !== undefined && input.writtenAt === null) refuse('measure_missing', { factor: missing.factor, nameZh: missing.nameZh, nameEn: missing.nameEn });
  refuseAboveLimit(published.terms, measures);
  for (const { deductions } of input.parts) refuseAboveLimit(published.terms, new Map(deductions.map(({ factor, measuredPct }) => [factor, measuredPct])));
  const asked = measuredTerms(published.terms, measures);
  if (input.terms !== undefined && !sentAny) return { pinned: published, published: true, rule: published.rule, otherTerms: false, factors, of: () => asked };
  const leavesOut = asked.deductions.length + asked.discounts.length > 0;
  return { pinned: null, published: true, rule: 'added', otherTerms: sentAny || leavesOut, factors, of: (part) => ({ ...none, deductions: sentDeductions(goods, part) }) };
}

function sentDeductions(goods: ReturnType<typeof findGoods>, part: Part): Deduction[] {
  return part.deductions.map((deduction) => toDeduction(goods.definition, deduction));
}

/** Writes what was taken off the weight of a line, what lowered its price, and the version both stand on. */
export function writeLineTerms(document: OpenDocument, lineNo: number, line: TicketLine, measured: MeasuredTerms, terms: TermsOfTicket): void {
  if (terms.pinned !== null) document.add('ticket_deduction_terms', { document_id: document.id, line_no: lineNo, terms_id: terms.pinned.documentId });
  line.deductions.forEach((applied, index) => {
    const asked = measured.deductions[index];
    const table = asked?.method === 'step_table' ? { step: asked.stepPct, per_step_bp: asked.perStepBp } : { step: null, per_step_bp: null };
    document.add('ticket_deduction', {
      document_id: document.id, line_no: lineNo, ordinal: index + 1, factor: applied.factor, method: applied.method, measured: asked?.measuredPct ?? '', base: asked?.basePct ?? '', ...table,
      deduction_bp: applied.deductionBp, taken_g: applied.takenGrams,
    });
  });
  line.discounts.forEach((applied, index) => {
    const asked = measured.discounts[index];
    document.add('ticket_discount', {
      document_id: document.id, line_no: lineNo, ordinal: index + 1, factor: applied.factor, acts: applied.acts, method: applied.method, measured: asked?.measuredPct ?? '', base: asked?.basePct ?? '',
      takes: applied.takes, price_before_e4: applied.priceBeforeE4, price_after_e4: applied.priceAfterE4,
    });
  });
}
