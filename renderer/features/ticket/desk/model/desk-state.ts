import { z } from 'zod';
import { partyKind, ulid } from '../../../../../electron/contract/fields.ts';
import { basketSchema, type Basket } from '../../../../../electron/contract/ticket.ts';
import { longestTyped } from '../../../../ui/fields/number-text.ts';
import { equalParts, sharingSchema } from './desk-sharing.ts';
import { pendingBasket } from './yard-reducer.ts';
import { emptyYard, yardShape } from './yard-state.ts';

/** The five steps of a delivery, in their order. */
export const deskSteps = ['who', 'what', 'weigh', 'grade', 'confirm'] as const;
export type DeskStep = (typeof deskSteps)[number];
export type { Basket };
export type Tare = Basket['tare'];

const deskOwnerSchema = z.object({
  memberId: ulid, name: z.string().max(80), code: z.string().max(40), houseGroup: z.string().max(60).nullable(), kind: partyKind, share: z.number().int().min(1).max(100_000_000),
}).strict();
export type DeskOwner = z.infer<typeof deskOwnerSchema>;

/** Text as typed in a field; what it means is read anew each time, so that nothing half-typed is lost. */
const typed = z.string().max(longestTyped);

/**
 * Everything a half-entered ticket holds, and the payload of its draft. It is strict: a stored draft of another shape is refused
 * instead of being guessed at.
 */
export const deskStateSchema = z.object({
  form: z.literal(1),
  draftId: ulid,
  step: z.enum(deskSteps),
  owners: z.array(deskOwnerSchema).max(12),
  /** How several owners divide the goods. */
  sharing: sharingSchema,
  productId: ulid.nullable(),
  baskets: z.array(basketSchema).max(200),
  /** What is taken off the next basket. */
  tare: basketSchema.shape.tare,
  /** By attribute of the scheme (or factor of a deduction that the scheme does not measure). */
  measures: z.record(z.string().max(40), typed),
  /** Null: the grade that the scheme proposes. */
  grade: z.string().max(20).nullable(),
  overrideReason: z.string().max(200).nullable(),
  /** Kilograms of the other grades, as typed; the chosen grade takes the rest. */
  otherParts: z.record(z.string().max(20), typed),
  returned: typed,
  sortingLoss: typed,
  paperNo: z.string().max(40).nullable(),
  /** What the village calls these goods. */
  word: z.string().max(20).optional(),
  /** The cancelled ticket that this one takes the place of. */
  corrects: ulid.optional(),
  ...yardShape,
}).strict();
export type DeskState = z.infer<typeof deskStateSchema>;

export function newDeskState(draftId: string): DeskState {
  return {
    form: 1, draftId, step: 'who', owners: [], sharing: equalParts, productId: null, baskets: [], tare: { kind: 'none' }, measures: {}, grade: null, overrideReason: null,
    otherParts: {}, returned: '', sortingLoss: '', paperNo: null, ...emptyYard,
  };
}

/** True while nothing has been entered that would be worth keeping. */
export function isUntouched(state: DeskState): boolean {
  return state.owners.length === 0 && state.baskets.length === 0 && state.productId === null;
}

/** Reads a stored draft; null when it is of a shape that this program does not understand. */
export function readDeskState(payload: unknown): DeskState | null {
  const read = deskStateSchema.safeParse(payload);
  return read.success ? read.data : null;
}

/** The first step that is not yet answered; nobody may stand behind it. */
export function firstOpenStep(state: DeskState): DeskStep {
  if (state.owners.length === 0) return 'who';
  if (state.productId === null) return 'what';
  return state.baskets.length === 0 || pendingBasket(state) >= 0 ? 'weigh' : 'confirm';
}

/** A name for the queue: 张三 三组, and how many more own the goods. */
export function labelOf(state: DeskState): string {
  const [first, ...others] = state.owners;
  const plate = state.yard === null || state.yard.plate === '' ? '' : `${state.yard.plate} `;
  if (first === undefined) return plate.trim();
  const name = first.houseGroup === null ? first.name : `${first.name} ${first.houseGroup}`;
  return `${plate}${others.length === 0 ? name : `${name} +${String(others.length)}`}`.slice(0, 80);
}
