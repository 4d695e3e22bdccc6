import { tellPasses } from '../../../../../electron/domain/two-pass.ts';
import type { Basket, DeskState } from './desk-state.ts';

export type YardAction =
  | { readonly type: 'yardEntered'; readonly plate: string; readonly since: number }
  | { readonly type: 'basketRemoved' | 'basketRestored'; readonly index: number }
  | { readonly type: 'returnReasonGiven'; readonly reason: string }
  | { readonly type: 'cratesTyped'; readonly containerId: string; readonly count: string }
  | { readonly type: 'unusualAccepted' };

/** The basket that still waits for its second weighing; -1 where none does. */
export function pendingBasket({ yard, baskets }: Pick<DeskState, 'yard' | 'baskets'>): number {
  if (yard === null) return -1;
  return baskets.findIndex(({ gross, tare }) => gross.kind === 'reading' && gross.readingId === yard.firstReadingId && tare.kind === 'none');
}

/** True where the last basket was weighed on the scale and its tare may come later, when the vehicle is back. */
export function mayWait({ yard, baskets }: Pick<DeskState, 'yard' | 'baskets'>): boolean {
  const last = baskets.at(-1);
  return yard === null && last?.gross.kind === 'reading' && last.tare.kind !== 'reading';
}

const replaced = (state: DeskState, index: number, basket: Basket): DeskState => ({ ...state, baskets: state.baskets.map((each, at) => (at === index ? basket : each)) });

/** The second weighing of a vehicle: the heavier one is the gross. Null where no vehicle waits; the same weight twice changes nothing. */
export function withSecondPass(state: DeskState, second: Basket['gross']): DeskState | null {
  const index = pendingBasket(state);
  const first = state.baskets[index]?.gross;
  if (first === undefined) return null;
  const passes = tellPasses(first, second);
  return passes === null ? state : replaced(state, index, passes);
}

/** Takes the second weighing of the last basket off again, so that the first is never lost by a slip of the finger; null where there is none. */
export function withoutSecondPass(state: DeskState): DeskState | null {
  const index = state.baskets.length - 1;
  const last = state.baskets[index];
  if (state.yard === null || last === undefined) return null;
  const first = [last.gross, last.tare].find((source) => source.kind === 'reading' && source.readingId === state.yard?.firstReadingId);
  if (first === undefined || first.kind !== 'reading' || last.tare.kind === 'none') return null;
  return replaced(state, index, { gross: first, tare: { kind: 'none' } });
}

/** Takes any basket off; it stays in sight and can be put back. */
export function removedAt(state: DeskState, index: number): DeskState {
  const basket = state.baskets[index];
  if (basket === undefined) return state;
  return { ...state, baskets: state.baskets.filter((_, at) => at !== index), removed: [...state.removed, { place: index, basket }] };
}

/** Puts a basket back in its place. One weighing proves one basket: a tare that another basket has taken meanwhile stays there. */
function restoredAt(state: DeskState, index: number): DeskState {
  const found = state.removed[index];
  if (found === undefined || state.baskets.length >= 200) return state;
  const { tare } = found.basket;
  const isSame = (other: Basket['tare']): boolean => tare.kind === 'reading' && other.kind === 'reading' && other.readingId === tare.readingId;
  const basket: Basket = state.baskets.some((each) => isSame(each.tare)) ? { ...found.basket, tare: { kind: 'none' } } : found.basket;
  const place = Math.min(found.place, state.baskets.length);
  return {
    ...state, baskets: [...state.baskets.slice(0, place), basket, ...state.baskets.slice(place)], removed: state.removed.filter((_, at) => at !== index), tare: isSame(state.tare) ? { kind: 'none' } : state.tare,
  };
}

function entered(state: DeskState, plate: string, since: number): DeskState {
  const index = state.baskets.length - 1;
  const last = state.baskets[index];
  if (!mayWait(state) || last?.gross.kind !== 'reading') return state;
  return { ...replaced(state, index, { ...last, tare: { kind: 'none' } }), yard: { plate, since, firstReadingId: last.gross.readingId } };
}

/** What happens to a ticket in the yard. Pure, like the rest of the desk. */
export function yardReducer(state: DeskState, action: YardAction): DeskState {
  switch (action.type) {
    case 'yardEntered': return entered(state, action.plate, action.since);
    case 'basketRemoved': return removedAt(state, action.index);
    case 'basketRestored': return restoredAt(state, action.index);
    case 'returnReasonGiven': return { ...state, returnReason: action.reason };
    case 'cratesTyped': return { ...state, cratesOut: { ...state.cratesOut, [action.containerId]: action.count } };
    case 'unusualAccepted': return { ...state, unusualAccepted: true };
  }
}
