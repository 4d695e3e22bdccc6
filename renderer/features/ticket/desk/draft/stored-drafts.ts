import type { Draft } from '../../../../../electron/contract/ticket.ts';
import { readDeskState, type DeskState } from '../model/desk-state.ts';

export interface StoredDraft {
  readonly draft: Draft;
  /** Null: this program cannot read it. */
  readonly state: DeskState | null;
}

/** Stored drafts with what they hold, the one touched last first. */
export function readDrafts(rows: readonly Draft[]): readonly StoredDraft[] {
  return rows.map((draft) => ({ draft, state: readDeskState(draft.payload) })).toSorted((left, right) => right.draft.updatedAt - left.draft.updatedAt);
}

/** The draft to go on with after a reload, a crash or a change of screen: the open one touched last. */
export function draftToResume(rows: readonly Draft[]): StoredDraft | null {
  return readDrafts(rows).find(({ draft }) => draft.state === 'open') ?? null;
}
