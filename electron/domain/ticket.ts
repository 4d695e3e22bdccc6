import type { AppliedDeduction, Deduction, TermsRule } from './deduction.ts';
import type { Fen } from './money.ts';
import type { Grams } from './mass.ts';
import type { LineTerms } from './price-schedule.ts';
import type { OwnerPart, TicketOwner } from './ticket-owners.ts';
import type { PriceE4 } from './price.ts';
import type { AppliedDiscount, PriceDiscount } from './price-discount.ts';
import type { WeighedBasket, Weighing } from './weighing.ts';
import { DEFAULT_RESOLUTION_GRAMS, applyDeductions } from './deduction.ts';
import { lineAmountFen } from './line-amount.ts';
import { sumGrams } from './mass.ts';
import { sumFen } from './money.ts';
import { applyDiscounts } from './price-discount.ts';
import { RuleError, basisPoints, nonNegativeInteger } from './rule-error.ts';
import { splitLine } from './ticket-owners.ts';
import { weighBaskets } from './weighing.ts';

/** Bought outright, or taken to be sold for the member. The two post differently and never share a settlement batch. */
export type PurchaseMode = 'outright' | 'consignment';

/** One part of the goods that becomes one priced line: product × grade × price version × quota part. */
export interface TicketPart {
  readonly productId: string;
  readonly gradeId: string;
  readonly grams: Grams;
  /** Null while no price is set for the grade; a ticket cannot be posted so. */
  readonly priceE4: PriceE4 | null;
  readonly priceVersionId: string | null;
  readonly quotaPart: 'none' | 'inside' | 'beyond';
  readonly mode: PurchaseMode;
  /** In the order in which they are printed. */
  readonly deductions: readonly Deduction[];
  /** What lowers the price, in the order in which it is printed; absent: nothing. */
  readonly discounts?: readonly PriceDiscount[];
  /** How deductions act together, and discounts; added unless the terms say otherwise. */
  readonly rule?: TermsRule;
  /** Owners with a price schedule of their own have lines of their own; absent means the owners of the ticket. */
  readonly owners?: readonly TicketOwner[];
  /** Settlement weight is rounded to this; 10 g unless the product says otherwise. */
  readonly resolutionGrams?: Grams;
  /** Place of the sorted part it was taken from; absent where every part is one. */
  readonly sourceIndex?: number;
  /** How the price came about where a contract or a certificate has its say; absent: the board price. */
  readonly terms?: LineTerms;
}

/** A delivery as weighed and sorted. */
export interface TicketInput {
  readonly weighings: readonly Weighing[];
  readonly parts: readonly TicketPart[];
  readonly returnedGrams: Grams;
  readonly sortingLossGrams: Grams;
  /** Largest sorting loss in basis points of the net weight. */
  readonly lossToleranceBp: number;
  readonly owners: readonly TicketOwner[];
}

/** A priced line, ready to be stored and printed. */
export interface TicketLine {
  /** Place of the sorted part it comes from, from 0; lines of one part stand together. */
  readonly index: number;
  readonly productId: string;
  readonly gradeId: string;
  readonly priceVersionId: string | null;
  readonly quotaPart: TicketPart['quotaPart'];
  readonly mode: PurchaseMode;
  readonly netGrams: Grams;
  readonly settlementGrams: Grams;
  readonly deductionBp: number;
  readonly deductions: readonly AppliedDeduction[];
  readonly discounts: readonly AppliedDiscount[];
  /** What is paid for a kilogram, after the discounts. */
  readonly priceE4: PriceE4;
  /** Null where the board price alone counted. */
  readonly terms: LineTerms | null;
  readonly amountFen: Fen;
  /** One payable an owner; they sum to the line in grams and in fen. */
  readonly payables: readonly OwnerPart[];
}

/** What one owner gets from the whole ticket. */
export interface OwnerTotal {
  readonly ownerId: string;
  readonly netGrams: Grams;
  readonly settlementGrams: Grams;
  readonly amountFen: Fen;
}

/** A ticket computed: everything its rows, papers and journal need. */
export interface TicketComputation {
  readonly weighings: readonly WeighedBasket[];
  readonly lines: readonly TicketLine[];
  readonly owners: readonly OwnerTotal[];
  readonly grossGrams: Grams;
  readonly tareGrams: Grams;
  readonly netGrams: Grams;
  readonly returnedGrams: Grams;
  readonly sortingLossGrams: Grams;
  readonly settlementGrams: Grams;
  readonly amountFen: Fen;
}

function computeLine(part: TicketPart, index: number, owners: readonly TicketOwner[]): TicketLine {
  if (nonNegativeInteger(part.grams, `parts[${index}].grams`) === 0) throw new RuleError('part_empty', `parts[${index}].grams`);
  if (part.priceE4 === null) throw new RuleError('price_missing', `parts[${index}].price_e4`);
  nonNegativeInteger(part.priceE4, `parts[${index}].price_e4`);
  const weight = applyDeductions(part.grams, part.resolutionGrams ?? DEFAULT_RESOLUTION_GRAMS, part.deductions, part.rule);
  const { priceE4, applied: discounts } = applyDiscounts(part.priceE4, part.discounts ?? [], part.rule);
  const amountFen = lineAmountFen(weight.settlementGrams, priceE4);
  const { settlementGrams, deductionBp, applied } = weight;
  return {
    index: part.sourceIndex ?? index,
    productId: part.productId,
    gradeId: part.gradeId,
    priceVersionId: part.priceVersionId,
    quotaPart: part.quotaPart,
    mode: part.mode,
    netGrams: part.grams,
    settlementGrams,
    deductionBp,
    deductions: applied,
    discounts,
    priceE4,
    terms: part.terms ?? null,
    amountFen,
    payables: splitLine({ netGrams: part.grams, settlementGrams, amountFen, priceE4 }, part.owners ?? owners),
  };
}

function checkBalance(input: TicketInput, netGrams: Grams): void {
  const returned = nonNegativeInteger(input.returnedGrams, 'returned_g');
  const loss = nonNegativeInteger(input.sortingLossGrams, 'sorting_loss_g');
  if (sumGrams([...input.parts.map(({ grams }) => grams), returned, loss]) !== netGrams) throw new RuleError('parts_not_equal_net', 'parts');
  const tolerance = BigInt(basisPoints(input.lossToleranceBp, 'loss_tolerance_bp'));
  if (BigInt(loss) * 10_000n > BigInt(netGrams) * tolerance) throw new RuleError('loss_above_tolerance', 'sorting_loss_g');
}

/** What each owner gets, in the order in which the owners stand on the ticket. */
function ownerTotals(lines: readonly TicketLine[], owners: readonly TicketOwner[]): OwnerTotal[] {
  const totals = new Map<string, OwnerTotal>();
  for (const payable of lines.flatMap((line) => line.payables)) {
    const known = totals.get(payable.ownerId);
    totals.set(payable.ownerId, {
      ownerId: payable.ownerId,
      netGrams: sumGrams([known?.netGrams ?? 0, payable.netGrams]),
      settlementGrams: sumGrams([known?.settlementGrams ?? 0, payable.settlementGrams]),
      amountFen: sumFen([known?.amountFen ?? 0, payable.amountFen]),
    });
  }
  const place = new Map(owners.map(({ ownerId }, index) => [ownerId, index]));
  return [...totals.values()].toSorted((one, other) => (place.get(one.ownerId) ?? owners.length) - (place.get(other.ownerId) ?? owners.length));
}

/**
 * Computes a weigh ticket (design part 6, calculation rules 1 to 7): baskets are added, the sorted parts with returned goods and
 * sorting loss are the net weight to the gram, deductions, discounts of the price and the rounding of the settlement weight happen once a line, the amount is
 * rounded once, owners share grams and fen by largest remainder, totals are sums of printed lines. A delivery refused whole has no
 * part: all of it is returned, and nothing is owed. Refuses `empty_ticket`,
 * `tare_above_gross`, `tare_missing`, `parts_not_equal_net`, `loss_above_tolerance`, `part_empty`, `price_missing`,
 * `owner_shares_invalid`, `negative`, `out_of_range` and the refusals of `applyDeductions` and `applyDiscounts`.
 */
export function computeTicket(input: TicketInput): TicketComputation {
  const { weighings, grossGrams, tareGrams, netGrams } = weighBaskets(input.weighings);
  if (netGrams === 0) throw new RuleError('empty_ticket', 'weighings');
  if (input.parts.length === 0 && input.returnedGrams === 0) throw new RuleError('empty_ticket', 'parts');
  const lines = input.parts.map((part, index) => computeLine(part, index, input.owners));
  checkBalance(input, netGrams);
  return {
    weighings,
    lines,
    owners: ownerTotals(lines, input.owners),
    grossGrams,
    tareGrams,
    netGrams,
    returnedGrams: input.returnedGrams,
    sortingLossGrams: input.sortingLossGrams,
    settlementGrams: sumGrams(lines.map((line) => line.settlementGrams)),
    amountFen: sumFen(lines.map((line) => line.amountFen)),
  };
}
