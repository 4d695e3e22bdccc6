import type { Fen } from './money.ts';
import type { Grams } from './mass.ts';
import type { PriceE4 } from './price.ts';
import { allocate } from './allocate.ts';
import { lineAmountFen } from './line-amount.ts';
import { RuleError } from './rule-error.ts';

/** Business with members and with others is accounted separately (Cooperatives Law art. 41); fixed when the ticket is posted. */
export type PartyKind = 'member' | 'non_member';

/** An owner of delivered goods. The payee may be somebody else of the household. */
export interface TicketOwner {
  readonly ownerId: string;
  readonly payeeId: string;
  readonly partyKind: PartyKind;
  /** Integer weight of the share, above zero: 1 and 1 for halves, 60 and 40 for percentages. */
  readonly share: number;
}

/** One owner's part of one priced line: a payable. */
export interface OwnerPart {
  readonly ownerId: string;
  readonly payeeId: string;
  readonly partyKind: PartyKind;
  readonly share: number;
  readonly netGrams: Grams;
  readonly settlementGrams: Grams;
  readonly amountFen: Fen;
  /** What the split gives more (or less) than pricing these grams alone; a slip may show it. */
  readonly splitRoundingFen: Fen;
}

/** Refuses no owners, an owner named twice, and shares that are not integers above zero (`owner_shares_invalid`). */
export function checkOwners(owners: readonly TicketOwner[]): void {
  const isWhole = owners.every(({ share }) => Number.isSafeInteger(share) && share > 0);
  const isDistinct = new Set(owners.map(({ ownerId }) => ownerId)).size === owners.length;
  if (owners.length === 0 || !isWhole || !isDistinct) throw new RuleError('owner_shares_invalid', 'owners');
}

/**
 * Splits a line that was priced once among its owners: grams, then fen, by largest remainder, so that the parts are the line
 * (design part 6). Refuses no owners, an owner named twice, and shares that are not integers above zero (`owner_shares_invalid`).
 */
export function splitLine(
  line: { readonly netGrams: Grams; readonly settlementGrams: Grams; readonly amountFen: Fen; readonly priceE4: PriceE4 },
  owners: readonly TicketOwner[],
): OwnerPart[] {
  checkOwners(owners);
  const shares = owners.map(({ share }) => share);
  const net = allocate(line.netGrams, shares);
  const settlement = allocate(line.settlementGrams, shares);
  const amounts = allocate(line.amountFen, shares);
  return owners.map((owner, index) => {
    const settlementGrams = settlement[index] ?? 0;
    const amountFen = amounts[index] ?? 0;
    const { ownerId, payeeId, partyKind, share } = owner;
    return {
      ownerId, payeeId, partyKind, share, netGrams: net[index] ?? 0, settlementGrams, amountFen,
      splitRoundingFen: amountFen - lineAmountFen(settlementGrams, line.priceE4),
    };
  });
}
