import type { PrinterCondition } from '../../../contract/printing.ts';

/** How a printer is asked for its state in its own language, one question after the other. */
export interface StatusDialogue {
  readonly questions: readonly Uint8Array[];
  /** The answer within what the line has said since the question; null while it is not whole. Anything else is noise of the line. */
  readonly answerIn: (heard: Buffer) => Buffer | null;
  /** What the answers to all questions say together; null where one is missing or makes no sense. */
  readonly conditionOf: (answers: readonly Buffer[]) => PrinterCondition | null;
}
