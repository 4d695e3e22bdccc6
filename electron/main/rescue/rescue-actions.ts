import type { RescueDone } from './rescue-texts.ts';

export interface RescueOutcome {
  readonly done: RescueDone;
  /** Words of the tool that did the work, shown as they are; empty when the sentence says it all. */
  readonly detail: string;
}

/** What the rescue screen can do while core does not run. */
export interface RescueActions {
  /** Copies the logs into one file that the person chooses. */
  exportLog(): Promise<RescueOutcome>;
  /** Checks the books and the chain of events, and changes nothing. */
  verifyBooks(): Promise<RescueOutcome>;
  /** Puts a backup that the person chooses in the place of the books; the old folder is kept. */
  restoreBackup(): Promise<RescueOutcome>;
}
