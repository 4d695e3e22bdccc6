import { ulid } from 'ulid';
import type { InputOf } from '../../electron/contract/operations.ts';
import { tellPasses } from '../../electron/domain/two-pass.ts';
import type { Dice } from './seeded.ts';

/** A draft as core has acknowledged it: this revision or a later one must be there after every death, until it is posted. */
export interface KeptDraft {
  readonly id: string;
  revision: number;
  readonly first: { readonly kind: 'reading'; readonly readingId: string; readonly grams: number };
  readonly owners: ReadonlyArray<{ readonly memberId: string; readonly share: number }>;
}

/** Vehicles that wait in the yard, and the numbers that were drawn, as far as core has acknowledged them. */
export class YardMemory {
  readonly drafts = new Map<string, KeptDraft>();
  readonly numbers: string[] = [];

  /** A vehicle weighed once, put into the yard; a quarter of them belong to two owners. */
  enter(readingId: string, grams: number, members: readonly string[], random: Dice): KeptDraft {
    const owners = random.below(4) === 0 ? members.slice(0, 2).map((memberId, index) => ({ memberId, share: index + 1 })) : [{ memberId: random.pick(members), share: 1 }];
    return { id: ulid(), revision: 1, first: { kind: 'reading', readingId, grams }, owners };
  }

  saved(input: InputOf<'draft.save'>, draft: KeptDraft): void {
    this.drafts.set(draft.id, { ...draft, revision: input.revision });
  }
}

/** The draft as the desk saves it. */
export const draftSave = (draft: KeptDraft, revision: number): InputOf<'draft.save'> => ({
  id: draft.id, revision, state: 'yard', label: '贵A', payload: { revision, baskets: [{ gross: draft.first, tare: { kind: 'none' } }], yard: { plate: '贵A', since: 0, firstReadingId: draft.first.readingId } },
});

/** The basket of a vehicle that has been weighed twice. */
export function secondPass(draft: KeptDraft, readingId: string, grams: number): InputOf<'ticket.post'>['baskets'][number] {
  const passes = tellPasses(draft.first, { kind: 'reading' as const, readingId, grams });
  if (passes === null) throw new Error('the vehicle weighed the same twice');
  return passes;
}
