import { ulid } from 'ulid';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { agreedShares } from '../../../../electron/domain/agreed-shares.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { call, newCommandId } from '../../../api/station.ts';
import { equalParts, sharedAsBefore } from '../desk/model/desk-sharing.ts';
import { labelOf, newDeskState, type Basket, type DeskOwner } from '../desk/model/desk-state.ts';

async function ownerOf(part: TicketDetail['ownerParts'][number]): Promise<DeskOwner | null> {
  const found = await call('member.search', { text: part.memberCode, limit: 5 });
  const member = found.ok ? found.data.rows.find((row) => row.code === part.memberCode) : undefined;
  if (member === undefined) return null;
  return { memberId: member.id, name: member.name, code: member.code, houseGroup: member.houseGroup, kind: member.kind, share: 1 };
}

/** The basket as the desk holds it. A weight of the scale is named by its reading, so that the proof moves along. */
function basketOf({ gross, tare, tareMethod, tareGrams, grossGrams, containerId, containerCount, typedReason }: TicketDetail['weighings'][number]): Basket {
  const reason = typedReason ?? '';
  return {
    gross: gross === null ? { kind: 'typed', grams: grossGrams, reason } : { kind: 'reading', readingId: gross.readingId, grams: gross.grams },
    tare: tareMethod === 'container' && containerId !== null ? { kind: 'container', containerId, count: containerCount }
      : tareMethod === 'weighed' && tare !== null ? { kind: 'reading', readingId: tare.readingId, grams: tare.grams }
      : tareMethod === 'none' ? { kind: 'none' } : { kind: 'typed', grams: tareGrams, reason },
  };
}

/**
 * Opens a draft with the owners of a reversed ticket, their shares as agreed, its product and its baskets: the reversed ticket has let go of
 * its weights, and the goods may be gone. What was wrong is put right there, a basket taken off or weighed anew. Null when the draft is kept.
 */
export async function reopenTicket(ticket: TicketDetail): Promise<Failure | null> {
  const found = await Promise.all(ticket.ownerParts.map(ownerOf));
  const owners = found.filter((owner) => owner !== null);
  const agreed = agreedShares(ticket.ownerParts.map((part) => part.share), Math.abs(ticket.netGrams) - Math.abs(ticket.returnedGrams));
  const sharing = owners.length < 2 || owners.length < found.length ? equalParts : sharedAsBefore(agreed, owners.map((owner) => owner.memberId));
  const state = { ...newDeskState(ulid()), owners, sharing, productId: ticket.productId, corrects: ticket.id, baskets: ticket.weighings.map(basketOf), step: owners.length === 0 ? 'who' as const : 'weigh' as const };
  const reply = await call('draft.save', { id: state.draftId, revision: 1, state: 'open', label: labelOf(state), payload: state }, { commandId: newCommandId() });
  return reply.ok ? null : reply;
}
