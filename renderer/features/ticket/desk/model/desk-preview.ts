import type { MachineProposal } from '../../../../../electron/contract/grading.ts';
import type { Product } from '../../../../../electron/contract/product.ts';
import type { TermsRule } from '../../../../../electron/domain/deduction.ts';
import type { DeductionTerm, MeasuredTerms } from '../../../../../electron/domain/deduction-terms.ts';
import { needsGradeReason } from '../../../../../electron/domain/grade-reason.ts';
import type { SaidMeasure } from '../../../../../electron/domain/machine-measures.ts';
import type { IntakePart } from '../../../../../electron/domain/intake.ts';
import { computeIntake } from '../../../../../electron/domain/intake.ts';
import type { Fen } from '../../../../../electron/domain/money.ts';
import { parseKilograms, sumGrams, type Grams } from '../../../../../electron/domain/mass.ts';
import type { PriceSchedules } from '../../../../../electron/domain/price-schedule.ts';
import { boardOnly } from '../../../../../electron/domain/price-schedule.ts';
import type { OwnerShares } from '../../../../../electron/domain/owner-shares.ts';
import { RuleError } from '../../../../../electron/domain/rule-error.ts';
import type { TicketComputation } from '../../../../../electron/domain/ticket.ts';
import type { Weighing } from '../../../../../electron/domain/weighing.ts';
import { readNumberText, type NumberRules } from '../../../../ui/fields/number-text.ts';
import type { DeskGoods } from './desk-goods.ts';
import { priceOf, priceRange, productOf } from './desk-goods.ts';
import { gradeInForce, deskTerms, deskUnmeasured, judge, measuresOverMachine, termsOf, ticketDeductions, type Judgement, type PartDeduction } from './desk-grading.ts';
import { sharesOf } from './desk-sharing.ts';
import type { Basket, DeskState, Tare } from './desk-state.ts';

/** Kilograms as the desk lets them be typed. */
export const kilogramRules: NumberRules = { decimals: 3, wholeDigits: 5, ownUnits: ['公斤', 'kg'] };

/** 斤 as the desk lets them be typed; a hundredth of one is five grams. */
export const jinRules: NumberRules = { decimals: 2, wholeDigits: 5, ownUnits: ['斤'] };

/** Grams of a typed text; 0 for nothing, null while it cannot be read. */
export function typedGrams(text: string): Grams | null {
  const read = readNumberText(text, kilogramRules);
  if (read.ok) return parseKilograms(read.text);
  return read.reason === 'empty' ? 0 : null;
}

/** What a tare takes off, in grams; a container that is no longer known weighs nothing, and core has the last word. */
export function tareGrams(tare: Tare, goods: DeskGoods): Grams {
  if (tare.kind === 'none') return 0;
  if (tare.kind !== 'container') return tare.grams;
  return (goods.containers.find((container) => container.id === tare.containerId)?.tareGrams ?? 0) * tare.count;
}

export interface BasketWeights { readonly gross: Grams; readonly tare: Grams; readonly net: Grams; readonly typed: boolean }

export function basketWeights(basket: Basket, goods: DeskGoods): BasketWeights {
  const tare = tareGrams(basket.tare, goods);
  return { gross: basket.gross.grams, tare, net: basket.gross.grams - tare, typed: basket.gross.kind === 'typed' || basket.tare.kind === 'typed' };
}

/** One part of the sorted delivery; the one with null takes the rest. */
export interface PlannedPart { readonly grade: string; readonly netGrams: Grams | null }

/** Everything the desk shows of the ticket before it is posted, computed as core computes it. */
export interface DeskPreview {
  readonly product: Product | null;
  readonly judgement: Judgement;
  /** What a grading machine proposes for the goods; deciding otherwise needs a reason too. */
  readonly machine: MachineProposal | null;
  readonly grade: string | null;
  /** A grade other than the proposed one needs a reason; a delivery sorted into several does where a part stands above the proposal, or a measure is another than the machine's. */
  readonly needsReason: boolean;
  /** What the published terms want measured and is not yet; nothing is posted before. */
  readonly unmeasured: readonly DeductionTerm[];
  /** What the machine measured and the desk says otherwise or leaves out. */
  readonly overMachine: readonly SaidMeasure[];
  readonly baskets: readonly BasketWeights[];
  readonly grossGrams: Grams;
  readonly tareGrams: Grams;
  readonly netGrams: Grams;
  readonly returnedGrams: Grams;
  readonly sortingLossGrams: Grams;
  /** All of it goes back: nothing is graded, nothing is owed. */
  readonly refusedWhole: boolean;
  readonly parts: readonly PlannedPart[];
  /** What the chosen grade is left with after the other parts. */
  readonly restGrams: Grams;
  /** As they are sent; empty where published terms are named. */
  readonly deductions: readonly PartDeduction[];
  /** What the terms make of the measures, and how the factors act together. */
  readonly terms: MeasuredTerms & { readonly rule: TermsRule };
  /** Shares of the owners; while they do not come out the amount is known all the same, but nothing can be posted. */
  readonly sharing: OwnerShares;
  readonly computed: TicketComputation | null;
  /** The rule that stands in the way, once there is enough to compute. */
  readonly problem: string | null;
  /** Lowest and highest amount the net weight could come to, while no grade is decided. */
  readonly range: { readonly low: Fen; readonly high: Fen } | null;
}

function weighings(state: DeskState, goods: DeskGoods): Weighing[] {
  return state.baskets.map((basket) => ({
    grossGrams: basket.gross.grams,
    tare: basket.tare.kind === 'none' ? { method: 'none' } : { method: 'typed', grams: tareGrams(basket.tare, goods) },
  }));
}

function partsOf(state: DeskState, grade: string | null, restGrams: Grams): PlannedPart[] {
  const others = Object.entries(state.otherParts).flatMap(([id, text]) => {
    const grams = typedGrams(text);
    return grams === null || grams === 0 ? [] : [{ grade: id, netGrams: grams }];
  });
  const main = grade === null || (restGrams === 0 && others.length > 0) ? [] : [{ grade, netGrams: null }];
  return [...main, ...others];
}

type Attempt = { readonly computed: TicketComputation | null; readonly problem: string | null };

function attempt(state: DeskState, goods: DeskGoods, product: Product, parts: readonly IntakePart[], sharing: OwnerShares, schedules: PriceSchedules, loose: { returnedGrams: Grams; sortingLossGrams: Grams }): Attempt {
  try {
    const owners = state.owners.map(({ memberId, kind }, index) => ({ memberId, payeeId: memberId, partyKind: kind, share: sharing.shares?.[index] ?? 1 }));
    const { mode, resolutionGrams, lossToleranceBp } = product;
    return { computed: computeIntake({ productId: product.id, mode, resolutionGrams, lossToleranceBp, weighings: weighings(state, goods), parts, owners, schedules, ...loose }), problem: sharing.problem };
  } catch (error) {
    if (error instanceof RuleError) return { computed: null, problem: error.code };
    throw error;
  }
}

function looseGrams(state: DeskState): { returnedGrams: Grams; sortingLossGrams: Grams } {
  return { returnedGrams: typedGrams(state.returned) ?? 0, sortingLossGrams: typedGrams(state.sortingLoss) ?? 0 };
}

/** Some figure of the sorting cannot be read, so that nothing may be computed from the others. */
function hasUnreadable(state: DeskState): boolean {
  return [...Object.values(state.otherParts), state.returned, state.sortingLoss].some((text) => typedGrams(text) === null);
}

function rangeOf(state: DeskState, goods: DeskGoods, product: Product, netGrams: Grams, schedules: PriceSchedules): DeskPreview['range'] {
  const prices = priceRange(goods, product.id);
  if (prices === null || netGrams <= 0) return null;
  const amount = (priceE4: number): number => attempt(state, goods, product, [
    { grade: '', netGrams: null, priceE4, priceId: null, ...deskTerms(product, state), rule: termsOf(product).rule },
  ], sharesOf(state, netGrams), schedules, { returnedGrams: 0, sortingLossGrams: 0 }).computed?.amountFen ?? 0;
  return { low: amount(prices.low), high: amount(prices.high) };
}

/** Computes what the desk shows; the same rules as in core, whose answer wins. Without schedules everybody has the board price. */
export function previewOf(state: DeskState, goods: DeskGoods, machine: MachineProposal | null = null, schedules: PriceSchedules = boardOnly, blind: readonly SaidMeasure[] = []): DeskPreview {
  const product = productOf(goods, state);
  const judgement = judge(product, state, goods.day);
  const grade = gradeInForce(state, judgement);
  const baskets = state.baskets.map((basket) => basketWeights(basket, goods));
  const netGrams = sumGrams(baskets.map((basket) => basket.net));
  const loose = looseGrams(state);
  const others = Object.values(state.otherParts).map((text) => typedGrams(text) ?? 0);
  const restGrams = netGrams - sumGrams([...others, loose.returnedGrams, loose.sortingLossGrams]);
  const refusedWhole = loose.returnedGrams > 0 && loose.returnedGrams + loose.sortingLossGrams === netGrams && sumGrams(others) === 0;
  const parts = refusedWhole ? [] : partsOf(state, grade, restGrams);
  const deductions = ticketDeductions(product, state);
  const terms = { ...deskTerms(product, state), rule: termsOf(product).rule };
  const sharing = sharesOf(state, refusedWhole ? netGrams : netGrams - loose.returnedGrams);
  const ready = product !== null && state.baskets.length > 0 && state.owners.length > 0;
  const result: Attempt = !ready || (parts.length === 0 && !refusedWhole) ? { computed: null, problem: null }
    : hasUnreadable(state) ? { computed: null, problem: 'number_unreadable' }
      : attempt(state, goods, product, parts.map((part) => ({ ...part, priceE4: priceOf(goods, product.id, part.grade), priceId: null, ...terms })), sharing, schedules, loose);
  const overMachine = refusedWhole ? [] : measuresOverMachine(product, state, machine, blind);
  return {
    product, judgement, machine, grade, baskets, netGrams, restGrams, parts, deductions, terms, sharing, refusedWhole, ...loose, ...result,
    overMachine, unmeasured: refusedWhole ? [] : deskUnmeasured(product, state),
    needsReason: overMachine.length > 0
      || needsGradeReason(product?.scheme?.definition.grades ?? null, { scheme: judgement.proposal?.gradeId ?? null, machine: machine?.grade ?? null }, parts.map((part) => part.grade)),
    grossGrams: sumGrams(baskets.map((basket) => basket.gross)), tareGrams: sumGrams(baskets.map((basket) => basket.tare)),
    range: ready && grade === null ? rangeOf(state, goods, product, netGrams, schedules) : null,
  };
}
