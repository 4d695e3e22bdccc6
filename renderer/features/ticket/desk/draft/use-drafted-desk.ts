import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type Dispatch } from 'react';
import { ulid } from 'ulid';
import type { Draft } from '../../../../../electron/contract/ticket.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { call, newCommandId } from '../../../../api/station.ts';
import { deskReducer, type DeskAction } from '../model/desk-reducer.ts';
import { isUntouched, newDeskState, type DeskState } from '../model/desk-state.ts';
import { createDraftKeeper, type DraftSave } from './draft-keeper.ts';
import { draftToResume, type StoredDraft } from './stored-drafts.ts';

export interface DraftedDesk {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskAction>;
  /** False until it is known whether a half-entered ticket waits. */
  readonly ready: boolean;
  /** Why the last save did not succeed; the ticket on screen is whole all the same. */
  readonly unsaved: Failure | null;
  readonly resumed: boolean;
  readonly broken: Draft | null;
  readonly flush: () => Promise<boolean>;
  /** Puts the ticket aside (as it is on screen, or as given) and clears the desk; a ticket that could not be kept stays on it. */
  readonly hold: (as?: DeskState) => Promise<void>;
  readonly resume: (stored: StoredDraft) => Promise<void>;
  /** Clears the desk after posting, or throws the half-entered ticket away. */
  readonly clear: (discard: boolean) => Promise<void>;
  readonly dropBroken: () => Promise<void>;
}

/** The half-entered ticket of the desk, kept in core on every keystroke and taken up again when the screen opens. */
export function useDraftedDesk(): DraftedDesk {
  const [state, dispatch] = useReducer(deskReducer, null, () => newDeskState(ulid()));
  const [ready, setReady] = useState(false);
  const [unsaved, setUnsaved] = useState<Failure | null>(null);
  const [resumed, setResumed] = useState(false);
  const [broken, setBroken] = useState<Draft | null>(null);
  const latest = useRef(state);
  latest.current = state;
  const keeper = useMemo(() => createDraftKeeper(async (draft: DraftSave) => {
    const reply = await call('draft.save', { ...draft, payload: { ...draft.payload } }, { commandId: newCommandId() });
    setUnsaved(reply.ok ? null : reply);
    return reply.ok;
  }), []);

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const drafts = await call('draft.list', {});
      if (gone) return;
      const found = drafts.ok ? draftToResume(drafts.data.rows) : null;
      if (found !== null && found.state === null) setBroken(found.draft);
      if (found !== null && found.state !== null) {
        keeper.adopt(found.draft.id, found.draft.revision);
        dispatch({ type: 'resumed', state: found.state });
        setResumed(true);
      }
      setReady(true);
    };
    void open();
    return () => { gone = true; };
  }, [keeper]);

  useEffect(() => {
    if (ready) keeper.keep(state);
  }, [keeper, ready, state]);
  useEffect(() => {
    void keeper.flush();
  }, [keeper, state.step]);
  useEffect(() => {
    const leave = (): void => void keeper.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);

  const start = useCallback((): void => {
    keeper.forget();
    setResumed(false);
    setUnsaved(null);
    dispatch({ type: 'started', draftId: ulid() });
  }, [keeper]);
  const hold = useCallback(async (as?: DeskState): Promise<void> => {
    const held = as ?? latest.current;
    if (isUntouched(held)) return;
    if (await keeper.hold(held)) start();
  }, [keeper, start]);
  const resume = useCallback(async (stored: StoredDraft): Promise<void> => {
    if (stored.state === null) {
      setBroken(stored.draft);
      return;
    }
    if (stored.draft.id === latest.current.draftId) return;
    if (!isUntouched(latest.current) && !await keeper.hold(latest.current)) return;
    keeper.adopt(stored.draft.id, stored.draft.revision);
    dispatch({ type: 'resumed', state: stored.state });
  }, [keeper]);
  const clear = useCallback(async (discard: boolean): Promise<void> => {
    const { draftId } = latest.current;
    await keeper.flush();
    start();
    if (discard) await call('draft.discard', { id: draftId }, { commandId: newCommandId() });
  }, [keeper, start]);
  const dropBroken = useCallback(async (): Promise<void> => {
    if (broken !== null) await call('draft.discard', { id: broken.id }, { commandId: newCommandId() });
    setBroken(null);
  }, [broken]);
  return { state, dispatch, ready, unsaved, resumed, broken, flush: keeper.flush, hold, resume, clear, dropBroken };
}
