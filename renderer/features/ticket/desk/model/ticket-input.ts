import type { TicketInput } from '../../../../../electron/contract/ticket.ts';
import { ticketMeasures } from './desk-grading.ts';
import type { DeskPreview } from './desk-preview.ts';
import type { DeskState } from './desk-state.ts';

/** Crates that were typed as whole numbers above zero. */
function cratesTaken(typed: DeskState['cratesOut']): TicketInput['cratesOut'] {
  return Object.entries(typed).flatMap(([containerId, count]) => (/^[1-9]\d{0,2}$/u.test(count) ? [{ containerId, count: Number(count) }] : []));
}

/**
 * The ticket as it is sent to core, with the amount the clerk saw (`expectedTotalFen`, or the one they accepted after core named another).
 * Null while the amount cannot be computed or the owners' shares do not come out.
 */
export function ticketInput(state: DeskState, preview: DeskPreview, acceptedFen: number | null): TicketInput | null {
  const { product, computed, parts, deductions, sharing: { shares } } = preview;
  if (product === null || computed === null || shares === null) return null;
  return {
    draftId: state.draftId,
    owners: state.owners.map(({ memberId }, index) => ({ memberId, share: shares[index] ?? 1 })),
    productId: product.id,
    baskets: preview.refusedWhole ? state.baskets.map(({ gross, tare }) => ({ gross, tare })) : state.baskets,
    returnedGrams: preview.returnedGrams,
    sortingLossGrams: preview.sortingLossGrams,
    measures: ticketMeasures(product, state, preview.machine),
    parts: parts.map((part) => ({ ...part, overrideReason: preview.needsReason ? state.overrideReason : null, deductions: [...deductions] })),
    paperNo: state.paperNo, lateReason: null,
    note: state.yard === null || state.yard.plate === '' ? null : state.yard.plate,
    returns: preview.returnedGrams > 0 && state.returnReason !== null ? [{ grams: preview.returnedGrams, reason: state.returnReason }] : [],
    cratesOut: cratesTaken(state.cratesOut),
    writtenAt: null,
    unusualConfirmed: state.unusualAccepted,
    ...(state.word === undefined ? {} : { word: state.word }),
    ...(state.corrects === undefined ? {} : { corrects: state.corrects }),
    terms: product.terms?.id ?? null,
    mode: product.mode,
    expectedTotalFen: acceptedFen ?? computed.amountFen,
  };
}
