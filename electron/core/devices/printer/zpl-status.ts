import type { PrinterCondition } from '../../../contract/printing.ts';
import type { StatusDialogue } from './status-dialogue.ts';

const STX = 0x02;
const ETX = 0x03;
/** Lines of an answer, each between STX and ETX. */
const LINES = 3;
const FIRST_FIELDS = 12;
const SECOND_FIELDS = 11;

/**
 * What the lines of `~HS` say, the most pressing first; null where a line has not as many fields as the maker gives it. A printer without
 * paper or with an open head also counts as paused, so that comes last.
 */
export function zplCondition(answer: string): PrinterCondition | null {
  const [first = [], second = []] = answer.split('\x03').map((line) => line.slice(line.indexOf('\x02') + 1).split(','));
  if (first.length !== FIRST_FIELDS || second.length !== SECOND_FIELDS) return null;
  const set = (line: readonly string[], field: number): boolean => line[field]?.trim() === '1';
  if (set(second, 2)) return 'cover_open';
  if (set(first, 1)) return 'paper_out';
  if (set(second, 3)) return 'ribbon_out';
  if (set(first, 11)) return 'too_hot';
  if (set(first, 9)) return 'error';
  return set(first, 2) ? 'paused' : 'well';
}

/** `~HS`: three lines, answered at once; some printers are silent while their head is open. Device reference 2.3. */
export const ZPL_DIALOGUE: StatusDialogue = {
  questions: [Buffer.from('~HS')],
  answerIn(heard) {
    const begin = heard.indexOf(STX);
    if (begin < 0) return null;
    let end = begin;
    for (let line = 0; line < LINES; line += 1) {
      end = heard.indexOf(ETX, end + 1);
      if (end < 0) return null;
    }
    return heard.subarray(begin, end + 1);
  },
  conditionOf: ([answer]) => (answer === undefined ? null : zplCondition(answer.toString('latin1'))),
};
