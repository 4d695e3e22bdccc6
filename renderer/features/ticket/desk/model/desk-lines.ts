import type { TicketLine } from '../../../../../electron/domain/ticket.ts';
import type { DeskState } from './desk-state.ts';

/** A line by its sorted part, its owners and its part of a contract: no two lines of a ticket share all of them. */
export const lineKey = (line: TicketLine): string => `${line.index} ${line.quotaPart} ${line.terms?.contract?.contractId ?? ''} ${line.payables.map((part) => part.ownerId).join('+')}`;

/** Names of the owners a line belongs to; null where it is everybody's. */
export function lineOwners({ owners }: Pick<DeskState, 'owners'>, line: TicketLine): string | null {
  if (line.payables.length === owners.length) return null;
  return owners.filter((owner) => line.payables.some((part) => part.ownerId === owner.memberId)).map((owner) => owner.name).join(' ');
}
