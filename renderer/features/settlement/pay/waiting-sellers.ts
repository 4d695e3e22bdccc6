import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { sumGrams } from '../../../../electron/domain/mass.ts';
import { sumFen } from '../../../../electron/domain/money.ts';

/** A seller with tickets of today that nobody has paid. */
export interface WaitingSeller {
  readonly memberId: string;
  readonly code: string;
  readonly name: string;
  readonly tickets: readonly TicketRow[];
  readonly netGrams: number;
  readonly fen: number;
  /** Of the first ticket: who came first is paid first. */
  readonly since: number;
}

/**
 * Today's open tickets by seller, in the order they came. With `productIds` only sellers who brought one of these; all their tickets of
 * today are named all the same, because a payment takes all of them.
 */
export function waitingSellers(tickets: readonly TicketRow[], productIds: ReadonlySet<string> | null): readonly WaitingSeller[] {
  const bySeller = new Map<string, TicketRow[]>();
  for (const ticket of tickets) bySeller.set(ticket.memberId, [...(bySeller.get(ticket.memberId) ?? []), ticket]);
  return [...bySeller.values()].filter((group) => productIds === null || group.some((ticket) => productIds.has(ticket.productId))).map((group): WaitingSeller => {
    const [first] = group;
    if (first === undefined) throw new Error('a seller without a ticket');
    return {
      memberId: first.memberId, code: first.memberCode, name: first.memberName, tickets: group, netGrams: sumGrams(group.map((ticket) => ticket.netGrams)),
      fen: sumFen(group.map((ticket) => ticket.totalFen)), since: Math.min(...group.map((ticket) => ticket.postedAt)),
    };
  }).toSorted((left, right) => left.since - right.since);
}
