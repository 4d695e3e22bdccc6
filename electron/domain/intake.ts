import type { Deduction, TermsRule } from './deduction.ts';
import type { Grams } from './mass.ts';
import type { PriceE4 } from './price.ts';
import type { PriceDiscount } from './price-discount.ts';
import type { PriceSchedules } from './price-schedule.ts';
import type { PurchaseMode, TicketComputation, TicketPart } from './ticket.ts';
import type { PartyKind } from './ticket-owners.ts';
import type { Weighing } from './weighing.ts';
import { sumGrams } from './mass.ts';
import { boardOnly, scheduleParts } from './price-schedule.ts';
import { computeTicket } from './ticket.ts';
import { weighBaskets } from './weighing.ts';

/** One grade of the delivery; grams left open take what the other parts leave. */
export interface IntakePart {
  readonly grade: string;
  readonly netGrams: Grams | null;
  readonly priceE4: PriceE4 | null;
  readonly priceId: string | null;
  readonly deductions: readonly Deduction[];
  readonly discounts?: readonly PriceDiscount[];
  readonly rule?: TermsRule;
}

/** A delivery as the desk holds it, with the masters it needs already looked up. */
export interface Intake {
  readonly productId: string;
  readonly mode: PurchaseMode;
  readonly resolutionGrams: Grams;
  readonly lossToleranceBp: number;
  readonly weighings: readonly Weighing[];
  readonly parts: readonly IntakePart[];
  readonly returnedGrams: Grams;
  readonly sortingLossGrams: Grams;
  readonly owners: readonly { readonly memberId: string; readonly payeeId: string; readonly partyKind: PartyKind; readonly share: number }[];
  /** Contracts and premiums of the owners; absent: the board price for all. */
  readonly schedules?: PriceSchedules;
}

/** Grams of each part; an open part takes the rest of the net weight, which may not be negative (`computeTicket` refuses it as empty). */
function partGrams(intake: Intake): Grams[] {
  const { netGrams } = weighBaskets(intake.weighings);
  const named = sumGrams([...intake.parts.map((part) => part.netGrams ?? 0), intake.returnedGrams, intake.sortingLossGrams]);
  const rest = Math.max(0, netGrams - named);
  const firstOpen = intake.parts.findIndex((part) => part.netGrams === null);
  return intake.parts.map((part, index) => part.netGrams ?? (index === firstOpen ? rest : 0));
}

/**
 * Computes a delivery the same way for the preview in the window and for the ticket in core (design: core's answer wins).
 * A grade whose owners are paid by different schedules becomes several lines. Refuses what `computeTicket` and `scheduleParts` refuse.
 */
export function computeIntake(intake: Intake): TicketComputation {
  const grams = partGrams(intake);
  const owners = intake.owners.map(({ memberId, payeeId, partyKind, share }) => ({ ownerId: memberId, payeeId, partyKind, share }));
  const parts = intake.parts.map((part, index): TicketPart => ({
    productId: intake.productId, gradeId: part.grade, grams: grams[index] ?? 0, priceE4: part.priceE4, priceVersionId: part.priceId,
    quotaPart: 'none', mode: intake.mode, deductions: part.deductions, discounts: part.discounts ?? [], rule: part.rule ?? 'added', resolutionGrams: intake.resolutionGrams,
  }));
  return computeTicket({
    weighings: intake.weighings,
    parts: scheduleParts(parts, owners, intake.schedules ?? boardOnly),
    returnedGrams: intake.returnedGrams,
    sortingLossGrams: intake.sortingLossGrams,
    lossToleranceBp: intake.lossToleranceBp,
    owners,
  });
}
