import type { OwnerPremium } from './certified-premium.ts';
import type { QuotaContract } from './farm-contract.ts';
import type { Grams } from './mass.ts';
import type { PriceE4 } from './price.ts';
import type { TicketOwner } from './ticket-owners.ts';
import type { TicketPart } from './ticket.ts';
import { allocate } from './allocate.ts';
import { premiumOf } from './certified-premium.ts';
import { insidePriceE4, narrowFirst, takeFromQuotas } from './farm-contract.ts';
import { sumGrams } from './mass.ts';
import { nonNegativeInteger, safeInteger } from './rule-error.ts';
import { checkOwners } from './ticket-owners.ts';

/** Contracts and premiums of the owners of one delivery, as they stand when it is priced. */
export interface PriceSchedules {
  readonly contracts: readonly QuotaContract[];
  readonly premiums: readonly OwnerPremium[];
}

export const boardOnly: PriceSchedules = { contracts: [], premiums: [] };

/** How the price of a line came about: the board's, the floor of a contract, a premium. Stored with the line. */
export interface LineTerms {
  readonly boardE4: PriceE4;
  /** Board price or floor, before the premium. */
  readonly baseE4: PriceE4;
  /** The contract whose quota the line is inside of, or beyond, also where an earlier delivery had filled it; its floor in either case. */
  readonly contract: { readonly contractId: string; readonly floorE4: PriceE4 } | null;
  readonly premium: OwnerPremium | null;
}

/** A part that knows its price; without one there is nothing to schedule. */
type PricedPart = TicketPart & { readonly priceE4: PriceE4 };

/** What of one owner's grade came under which contract, and the contract whose quota the rest is beyond; null where none is in force. */
interface Taken {
  readonly slices: ReturnType<typeof takeFromQuotas>;
  readonly beyond: Pick<QuotaContract, 'contractId' | 'floorE4'> | null;
}

/** Fills quotas part by part, so that two grades of one delivery never use the same grams. */
function openQuotas(contracts: readonly QuotaContract[]) {
  const left = new Map(contracts.map((contract) => [contract.contractId, contract.leftGrams]));
  return (ownerId: string, grade: string, grams: Grams): Taken => {
    const open = contracts.filter((contract) => contract.ownerId === ownerId && (contract.grade === null || contract.grade === grade))
      .map((contract) => ({ ...contract, leftGrams: left.get(contract.contractId) ?? 0 }));
    const slices = takeFromQuotas(grams, open);
    for (const { contractId, grams: taken } of slices) if (contractId !== null) left.set(contractId, (left.get(contractId) ?? 0) - taken);
    const used = slices.find(({ contractId }) => contractId !== null);
    return { slices, beyond: open.find(({ contractId }) => contractId === used?.contractId) ?? narrowFirst(open)[0] ?? null };
  };
}

/** The lines of one owner who is paid otherwise than by the board alone; none where the board is all there is. */
function ownLines(part: PricedPart, owner: TicketOwner, { slices, beyond }: Taken, premium: OwnerPremium | null): TicketPart[] {
  if (beyond === null && premium === null) return [];
  return slices.map((slice) => {
    const under = slice.contractId === null ? beyond : slice;
    const contract = under?.contractId && under.floorE4 !== null ? { contractId: under.contractId, floorE4: under.floorE4 } : null;
    const isInside = slice.floorE4 !== null;
    const baseE4 = slice.floorE4 === null ? part.priceE4 : insidePriceE4(part.priceE4, slice.floorE4);
    return {
      ...part, grams: slice.grams, owners: [owner], priceE4: safeInteger(baseE4 + (premium?.premiumE4 ?? 0), 'price_e4'),
      quotaPart: isInside ? 'inside' : contract === null ? 'none' : 'beyond', terms: { boardE4: part.priceE4, baseE4, contract, premium },
    };
  });
}

function schedulePart(part: PricedPart, owners: readonly TicketOwner[], take: ReturnType<typeof openQuotas>, schedules: PriceSchedules): TicketPart[] {
  const grams = allocate(nonNegativeInteger(part.grams, 'grams'), owners.map(({ share }) => share));
  const shares = owners.map((owner, index) => {
    const own = grams[index] ?? 0;
    return { owner, grams: own, lines: own === 0 ? [] : ownLines(part, owner, take(owner.ownerId, part.gradeId, own), premiumOf(owner.ownerId, schedules.premiums)) };
  });
  const plain = shares.filter(({ lines }) => lines.length === 0);
  if (plain.length === shares.length) return [part];
  // Among those who share the board price the grams that each was given are the shares, so that nobody's weight moves by a gram.
  const together = plain.filter((share) => share.grams > 0).map((share) => ({ ...share.owner, share: share.grams }));
  const board: TicketPart[] = together.length === 0 ? [] : [{ ...part, grams: sumGrams(together.map(({ share }) => share)), owners: together }];
  const first = shares.findIndex(({ lines }) => lines.length === 0);
  return shares.flatMap(({ lines }, index) => (index === first ? board : lines));
}

/**
 * Gives every grade of a delivery the lines its owners' prices ask for: goods inside a quota at the board price or the floor, whichever
 * is higher, the rest at the board price and named as beyond the contract, full before or not, both with the premium of a valid certificate. An owner with a contract or a premium has lines
 * alone; all others share one. Grams go to the owners by largest remainder and sum to the part exactly. A part without a price and one
 * whose owners have the board price alone stay as they are. Refuses what `splitLine` refuses of owners, and prices out of range.
 */
export function scheduleParts(parts: readonly TicketPart[], owners: readonly TicketOwner[], schedules: PriceSchedules): TicketPart[] {
  const numbered = parts.map((part, sourceIndex): TicketPart => ({ ...part, sourceIndex }));
  if (schedules.contracts.length === 0 && schedules.premiums.length === 0) return numbered;
  checkOwners(owners);
  const take = openQuotas(schedules.contracts);
  return numbered.flatMap((part) => (part.priceE4 === null || part.grams <= 0 ? [part] : schedulePart({ ...part, priceE4: part.priceE4 }, owners, take, schedules)));
}
