import { createContext, useContext } from 'react';

/** The first run stays before the person until they leave it: core counts the station as founded while its recovery code is still being written down. */
export interface FirstRun {
  /** From here on only `leave` ends the first run, whatever core says; false where nothing was founded after all. */
  readonly hold: (held: boolean) => void;
  /** Leads to who may sign in. */
  readonly leave: () => void;
}

export const FirstRunContext = createContext<FirstRun>({ hold: () => undefined, leave: () => undefined });

export const useFirstRun = (): FirstRun => useContext(FirstRunContext);
