import type { TicketInput } from '../../../../../electron/contract/ticket.ts';
import { ticketMeasures } from './desk-grading.ts';
import type { DeskPreview } from './desk-preview.ts';
import type { DeskState } from './desk-state.ts';

/**
 * The ticket as it is sent to core, with the amount the clerk saw (`expectedTotalFen`, or the one they accepted after core named another).
 * Null while the amount cannot be computed.
 */
export function ticketInput(state: DeskState, preview: DeskPreview, acceptedFen: number | null): TicketInput | null {
  const { product, computed, parts, deductions } = preview;
  if (product === null || computed === null) return null;
  return {
    draftId: state.draftId,
    owners: state.owners.map(({ memberId, share }) => ({ memberId, share })),
    productId: product.id,
    baskets: state.baskets,
    returnedGrams: preview.returnedGrams,
    sortingLossGrams: preview.sortingLossGrams,
    measures: ticketMeasures(product, state, preview.machine),
    parts: parts.map((part) => ({ ...part, overrideReason: preview.needsReason ? state.overrideReason : null, deductions: [...deductions] })),
    paperNo: state.paperNo,
    note: null,
    ...(state.word === undefined ? {} : { word: state.word }),
    expectedTotalFen: acceptedFen ?? computed.amountFen,
  };
}
