import { useState } from 'react';

interface Stored<Look> {
  readonly version: number;
  readonly layout: Look;
}

export interface LookDraft<Look> {
  readonly layout: Look;
  readonly changed: boolean;
  readonly change: (layout: Look) => void;
  readonly undo: () => void;
  /** Saves what was changed; where it could not be saved, it stays. */
  readonly keep: () => Promise<void>;
}

type Save<Look> = (layout: Look, expectedVersion: number) => Promise<{ readonly ok: boolean }>;

/** The looks of a paper while they are changed on the screen: over the stored ones, until they are saved or given up. */
export function useLookDraft<Look extends object>(): (stored: Stored<Look>, save: Save<Look>) => LookDraft<Look> {
  const [draft, change] = useState<Look | null>(null);
  const undo = (): void => change(null);
  return (stored, save) => {
    const layout = draft ?? stored.layout;
    const changed = JSON.stringify(layout) !== JSON.stringify(stored.layout);
    const keep = async (): Promise<void> => {
      if (changed && (await save(layout, stored.version)).ok) undo();
    };
    return { layout, changed, change, undo, keep };
  };
}
