import { kilogramText, sumGrams, type Grams } from '../../../../../electron/domain/mass.ts';
import type { SharingWay } from '../../../../../electron/domain/owner-shares.ts';
import { equalParts, keptFor, sharedBy } from './desk-sharing.ts';
import { deskSteps, firstOpenStep, newDeskState, type Basket, type DeskOwner, type DeskState, type DeskStep, type Tare } from './desk-state.ts';
import { pendingBasket, removedAt, withoutSecondPass, withSecondPass, yardReducer, type YardAction } from './yard-reducer.ts';

/** Which baskets a tare is for: the one to come, the one just taken, or all. */
export type TareScope = 'next' | 'last' | 'all';

export type DeskAction =
  | { readonly type: 'started'; readonly draftId: string }
  | { readonly type: 'resumed'; readonly state: DeskState }
  | { readonly type: 'memberChosen'; readonly owner: DeskOwner; readonly productId: string | null }
  | { readonly type: 'ownersShared'; readonly owners: readonly DeskOwner[] }
  | { readonly type: 'sharedBy'; readonly way: SharingWay }
  | { readonly type: 'shareTyped'; readonly memberId: string; readonly value: string }
  | { readonly type: 'productProposed' | 'productChosen'; readonly productId: string }
  | { readonly type: 'basketTaken'; readonly gross: Basket['gross']; readonly paperNo?: string | null }
  | { readonly type: 'basketUndone' }
  | { readonly type: 'tareSet'; readonly tare: Tare; readonly scope: TareScope }
  | { readonly type: 'measured'; readonly attribute: string; readonly value: string }
  | { readonly type: 'gradeChosen'; readonly grade: string }
  | { readonly type: 'reasonGiven'; readonly reason: string }
  | { readonly type: 'named'; readonly word: string }
  | { readonly type: 'partTyped'; readonly grade: string; readonly kilograms: string }
  /** A basket went whole into a grade, or into none; `netGrams` of all baskets, and the grade that takes the rest. */
  | { readonly type: 'basketGraded'; readonly index: number; readonly grade: string | null; readonly netGrams: readonly Grams[]; readonly restGrade: string | null }
  | { readonly type: 'returnedTyped' | 'lossTyped'; readonly kilograms: string }
  | { readonly type: 'wentTo'; readonly step: DeskStep }
  | { readonly type: 'advanced' | 'steppedBack' }
  | YardAction;

const indexOf = (step: DeskStep): number => deskSteps.indexOf(step);

/** Goes to a step, but never past the first one that has no answer. */
function at(state: DeskState, step: DeskStep): DeskState {
  const limit = indexOf(firstOpenStep(state));
  return { ...state, step: deskSteps[Math.min(indexOf(step), limit)] ?? 'who' };
}

function moved(state: DeskState, by: 1 | -1): DeskState {
  const next = deskSteps[Math.max(0, Math.min(deskSteps.length - 1, indexOf(state.step) + by))];
  return next === undefined ? state : at(state, next);
}

/** The baskets without the grades they were said to be of; where weights or grades change, the kilograms typed so far stay. */
function withoutBasketGrades(state: DeskState, only?: string): DeskState {
  const stays = ({ grade }: Basket): boolean => grade === undefined || (only !== undefined && grade !== only);
  if (state.baskets.every(stays)) return state;
  return { ...state, baskets: state.baskets.map((basket) => (stays(basket) ? basket : { gross: basket.gross, tare: basket.tare })) };
}

/** A basket went whole into a grade: every grade that gains or loses it weighs what its baskets do. The grade that takes the rest needs no figure. */
function withBasketGrade(state: DeskState, { index, grade, netGrams, restGrade }: Extract<DeskAction, { type: 'basketGraded' }>): DeskState {
  const before = state.baskets[index];
  if (before === undefined) return state;
  const baskets = state.baskets.map(({ gross, tare, grade: said }, at): Basket => {
    const now = at === index ? grade : said ?? null;
    return now === null ? { gross, tare } : { gross, tare, grade: now };
  });
  const touched = [before.grade ?? null, grade].filter((each) => each !== null).filter((each) => each !== restGrade);
  return touched.reduce((changed, each) => {
    const grams = sumGrams(baskets.map((basket, at) => (basket.grade === each ? netGrams[at] ?? 0 : 0)));
    return withPart(changed, each, grams === 0 ? '' : kilogramText(grams));
  }, { ...state, baskets });
}

/** What was measured and decided belongs to the goods; other goods start with nothing decided. */
function withProduct(state: DeskState, productId: string | null): DeskState {
  if (state.productId === productId) return state;
  const { word: _word, ...kept } = state;
  return { ...withoutBasketGrades(kept), productId, measures: {}, grade: null, overrideReason: null, otherParts: {}, returned: '', sortingLoss: '' };
}

/** One reading proves one basket: a tare taken from the scale is used up by the basket it goes to. */
function afterUse(tare: Tare): Tare {
  return tare.kind === 'reading' ? { kind: 'none' } : tare;
}

function taken(state: DeskState, gross: Basket['gross'], paperNo: string | null): DeskState {
  return { ...state, baskets: [...state.baskets, { gross, tare: state.tare }], tare: afterUse(state.tare), paperNo: paperNo ?? state.paperNo };
}

function undone(state: DeskState): DeskState {
  const last = state.baskets.at(-1);
  // The one weighing of a vehicle in the yard is not undone by the key that undoes a basket.
  if (last === undefined || pendingBasket(state) === state.baskets.length - 1) return moved(state, -1);
  return { ...removedAt(state, state.baskets.length - 1), tare: last.tare.kind === 'reading' ? last.tare : state.tare };
}

/** A tare for baskets that stand there already; a vehicle that waits for its second weighing gets its own from the scale. */
function withTare(state: DeskState, tare: Tare, scope: TareScope): DeskState {
  const pending = pendingBasket(state);
  const last = state.baskets.findLastIndex((_, index) => index !== pending);
  if (scope === 'next' || last < 0) return { ...state, tare };
  // A reading cannot serve several baskets.
  const all = scope === 'all' && tare.kind !== 'reading';
  const baskets = state.baskets.map((basket, index) => ((all && index !== pending) || index === last ? { ...basket, tare } : basket));
  return { ...state, baskets, tare: all ? tare : state.tare };
}

function withPart(state: DeskState, grade: string, kilograms: string): DeskState {
  const others = Object.entries(state.otherParts).filter(([id]) => id !== grade);
  return { ...state, otherParts: Object.fromEntries(kilograms === '' ? others : [...others, [grade, kilograms]]) };
}

/** The chosen grade takes the rest, so it can have no kilograms of its own. */
function withGrade(state: DeskState, grade: string): DeskState {
  return grade === state.grade ? state : { ...withPart(withoutBasketGrades(state), grade, ''), grade, overrideReason: null };
}

function withMeasure(state: DeskState, attribute: string, value: string): DeskState {
  const others = Object.entries(state.measures).filter(([id]) => id !== attribute);
  return { ...state, measures: Object.fromEntries(value === '' ? others : [...others, [attribute, value]]) };
}

function changed(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'started': return newDeskState(action.draftId);
    case 'resumed': return at(action.state, action.state.step);
    case 'memberChosen': return at(withProduct({ ...state, owners: [action.owner], sharing: equalParts }, state.productId ?? action.productId), 'what');
    case 'ownersShared': return at({ ...state, owners: [...action.owners], sharing: keptFor(state.sharing, action.owners) }, state.step);
    case 'sharedBy': return { ...state, owners: state.owners.map((owner) => ({ ...owner, share: 1 })), sharing: sharedBy(action.way) };
    case 'shareTyped': return { ...state, sharing: { ...state.sharing, typed: { ...state.sharing.typed, [action.memberId]: action.value } } };
    case 'productProposed': return state.productId === null ? withProduct(state, action.productId) : state;
    case 'productChosen': return withProduct(state, action.productId);
    case 'basketTaken': return withSecondPass(state, action.gross) ?? taken(state, action.gross, action.paperNo ?? null);
    case 'basketUndone': return withoutBasketGrades(withoutSecondPass(state) ?? undone(state));
    case 'tareSet': return withTare(action.scope === 'next' ? state : withoutBasketGrades(state), action.tare, action.scope);
    case 'measured': return withMeasure(state, action.attribute, action.value);
    case 'gradeChosen': return withGrade(state, action.grade);
    case 'reasonGiven': return { ...state, overrideReason: action.reason };
    case 'named': return { ...state, word: action.word };
    case 'partTyped': return withPart(withoutBasketGrades(state, action.grade), action.grade, action.kilograms);
    case 'basketGraded': return withBasketGrade(state, action);
    case 'returnedTyped': return { ...state, returned: action.kilograms };
    case 'lossTyped': return { ...state, sortingLoss: action.kilograms };
    case 'wentTo': return at(state, action.step);
    case 'advanced': return moved(state, 1);
    case 'steppedBack': return moved(state, -1);
    case 'basketRemoved': case 'basketRestored': return withoutBasketGrades(yardReducer(state, action));
    case 'yardEntered': case 'returnReasonGiven': case 'cratesTyped': case 'unusualAccepted': return yardReducer(state, action);
  }
}

/** Who sells, what, and how much: an unusual weight that was accepted is another one after these. */
const asksAgain: ReadonlySet<DeskAction['type']> = new Set(['memberChosen', 'ownersShared', 'productProposed', 'productChosen', 'basketTaken', 'basketUndone', 'basketRemoved', 'basketRestored', 'tareSet']);

/** Every change of a half-entered ticket. Pure: the state before and what happened give the state after. */
export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  const next = changed(state, action);
  return next !== state && next.unusualAccepted && asksAgain.has(action.type) ? { ...next, unusualAccepted: false } : next;
}
