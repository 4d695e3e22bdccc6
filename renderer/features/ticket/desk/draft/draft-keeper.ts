import { isUntouched, labelOf, type DeskState } from '../model/desk-state.ts';

/** A draft as it goes to core. */
export interface DraftSave {
  readonly id: string;
  readonly revision: number;
  readonly state: 'open' | 'held' | 'yard';
  readonly label: string;
  readonly payload: DeskState;
}

export interface DraftKeeper {
  /** Keeps the ticket as it stands now; at the latest `waitMs` later it is on its way. */
  readonly keep: (state: DeskState) => void;
  /** Goes on with a stored draft from its revision. */
  readonly adopt: (draftId: string, revision: number) => void;
  /** Sends what waits and resolves when core has answered everything: true when the last state is kept. */
  readonly flush: () => Promise<boolean>;
  /** Puts the ticket aside, for somebody to go on with later; false when it could not be kept. */
  readonly hold: (state: DeskState) => Promise<boolean>;
  /** Forgets what waits: the ticket is posted or thrown away. */
  readonly forget: () => void;
}

/**
 * Keeps the draft of the desk in core, one save at a time and always the latest state, with a revision that only rises. The wait is a
 * limit and not a pause for breath: whoever types without stopping is saved as often as whoever stops.
 */
export function createDraftKeeper(save: (draft: DraftSave) => Promise<boolean>, waitMs = 120): DraftKeeper {
  let revision = 0;
  let draftId = '';
  let waiting: DraftSave | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sent: Promise<boolean> = Promise.resolve(true);

  const note = (state: DeskState, as: DraftSave['state']): void => {
    if (state.draftId !== draftId) {
      draftId = state.draftId;
      revision = 0;
    }
    waiting = { id: draftId, revision: 0, state: as, label: labelOf(state), payload: state };
  };
  const send = (): Promise<boolean> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waiting !== null) {
      revision += 1;
      const draft = { ...waiting, revision };
      waiting = null;
      // A save that failed, whatever the reason, must not stand in the way of the next.
      sent = sent.catch(() => false).then(() => save(draft));
    }
    return sent;
  };
  return {
    keep: (state) => {
      if (isUntouched(state) && (state.draftId !== draftId || revision === 0)) return;
      note(state, 'open');
      timer ??= setTimeout(() => void send(), waitMs);
    },
    adopt: (id, from) => {
      draftId = id;
      revision = from;
    },
    flush: send,
    hold: (state) => {
      note(state, state.yard === null ? 'held' : 'yard');
      return send();
    },
    forget: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
      draftId = '';
    },
  };
}
