import type { Grams } from '../../../electron/domain/mass.ts';
import type { Fen } from '../../../electron/domain/money.ts';
import type { SpokenLanguage, SpokenUnit, Utterance } from '../../../electron/domain/spoken.ts';
import { basketUtterance, ticketUtterance } from '../../../electron/domain/utterance.ts';
import type { DeskStep } from '../ticket/desk/model/desk-state.ts';

/** What of the desk is worth saying aloud. */
export interface DeskSound {
  readonly draftId: string;
  readonly step: DeskStep;
  readonly baskets: readonly { readonly gross: Grams; readonly tare: Grams; readonly net: Grams }[];
  readonly netGrams: Grams;
  /** The grade's name in the language; null where several grades stand on the ticket. */
  readonly grade: string | null;
  readonly amountFen: Fen | null;
  readonly unit: SpokenUnit;
  readonly language: SpokenLanguage;
  readonly training: boolean;
}

/** What the ticket comes to, once there is an amount. */
function ticketWords(now: DeskSound): Utterance | null {
  const { netGrams: net, grade, amountFen } = now;
  return amountFen === null ? null : ticketUtterance({ net, grade, amountFen }, now);
}

/**
 * What is said when the desk goes from one state to the next: a basket that was taken, and the whole ticket when it comes to be confirmed
 * or its amount changes there. Null where nothing is to be said, as when another draft is taken up.
 */
export function speechBetween(before: DeskSound, now: DeskSound): Utterance | null {
  if (before.draftId !== now.draftId) return null;
  const basket = now.baskets.at(-1);
  if (now.baskets.length > before.baskets.length && basket !== undefined) return basketUtterance(basket, now);
  if (now.step !== 'confirm') return null;
  return before.step !== 'confirm' || before.amountFen !== now.amountFen ? ticketWords(now) : null;
}

/** What there is to be said again in this state: the ticket at its confirmation, else the last basket. */
export function speechOf(now: DeskSound): Utterance | null {
  if (now.step === 'confirm') return ticketWords(now);
  const basket = now.baskets.at(-1);
  return basket === undefined ? null : basketUtterance(basket, now);
}
