import type { PrinterCondition } from '../../../contract/printing.ts';
import type { StatusDialogue } from './status-dialogue.ts';

const HEAD_OPEN = 0x01;
const JAM = 0x02;
const PAPER_OUT = 0x04;
const RIBBON_OUT = 0x08;
const PAUSED = 0x10;
const OTHER = 0x80;
/** No answer has it. */
const UNUSED = 0x40;

/** What the byte after `ESC ! ?` says, the most pressing first: nobody sees paper or ribbon under an open head. A label under way (bit 5) is no trouble. Null for a byte that is no answer. */
export function tsplCondition(byte: number): PrinterCondition | null {
  if ((byte & UNUSED) !== 0) return null;
  if ((byte & HEAD_OPEN) !== 0) return 'cover_open';
  if ((byte & PAPER_OUT) !== 0) return 'paper_out';
  if ((byte & RIBBON_OUT) !== 0) return 'ribbon_out';
  if ((byte & JAM) !== 0) return 'jam';
  if ((byte & OTHER) !== 0) return 'error';
  return (byte & PAUSED) === 0 ? 'well' : 'paused';
}

/** `ESC ! ?`: one byte, answered at once, also while a label is printed. Device reference 2.3. */
export const TSPL_DIALOGUE: StatusDialogue = {
  questions: [Uint8Array.of(0x1b, 0x21, 0x3f)],
  answerIn(heard) {
    const at = heard.findIndex((byte) => tsplCondition(byte) !== null);
    return at < 0 ? null : heard.subarray(at, at + 1);
  },
  conditionOf: ([answer]) => (answer?.[0] === undefined ? null : tsplCondition(answer[0])),
};
