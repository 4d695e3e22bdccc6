import type { PrinterCondition } from '../../../contract/printing.ts';
import type { StatusDialogue } from './status-dialogue.ts';

/** Every answer has bits 1 and 4 set, bits 0 and 7 clear; other bytes are noise of the line. */
function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

const COVER_OPEN = 0x04;
const CUTTER_ERROR = 0x08;
const UNRECOVERABLE = 0x20;
const TOO_HOT = 0x40;
const PAPER_NEAR_END = 0x0c;
const PAPER_END = 0x60;
const OFFLINE = 0x08;
const STOPPED_FOR_PAPER = 0x20;
const ERROR_HAPPENED = 0x40;

/**
 * What the four answers say, the most pressing first: a cover comes before the paper that nobody can see under it. Null where an answer
 * is missing or no status byte.
 */
export function conditionOf(answers: readonly number[]): PrinterCondition | null {
  const [printer, cause, error, paper] = answers;
  if (printer === undefined || cause === undefined || error === undefined || paper === undefined || !answers.every(isStatusByte)) return null;
  if ((cause & COVER_OPEN) !== 0) return 'cover_open';
  if ((paper & PAPER_END) !== 0 || (cause & STOPPED_FOR_PAPER) !== 0) return 'paper_out';
  if ((error & CUTTER_ERROR) !== 0) return 'cutter';
  if ((error & TOO_HOT) !== 0) return 'too_hot';
  if ((error & UNRECOVERABLE) !== 0 || (cause & ERROR_HAPPENED) !== 0 || (printer & OFFLINE) !== 0) return 'error';
  return (paper & PAPER_NEAR_END) !== 0 ? 'paper_low' : 'well';
}

/** `DLE EOT n`: printer, cause of being offline, cause of an error, paper. Answered at once, also by a printer that waits for paper. */
export const ESCPOS_DIALOGUE: StatusDialogue = {
  questions: [1, 2, 3, 4].map((n) => Uint8Array.of(0x10, 0x04, n)),
  answerIn(heard) {
    const at = heard.findIndex(isStatusByte);
    return at < 0 ? null : heard.subarray(at, at + 1);
  },
  conditionOf: (answers) => conditionOf(answers.flatMap((answer) => [...answer])),
};
