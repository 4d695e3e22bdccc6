import type { ReadHandle } from '../../../../db/connection.ts';
import type { SlipPaper } from '../../../contract/slip-layout.ts';
import { slipLayout, slipPaper, standardLayout } from '../../../contract/slip-layout.ts';
import type { Looks } from '../../devices/printer/paper-job.ts';
import { keptLooksIn, looksPlace } from './versioned-looks.ts';

/** The looks kept for exactly this paper and printer; null where nobody saved any. */
export const keptLooks = (db: ReadHandle, paper: SlipPaper, printerId: string | null): Looks | null => keptLooksIn(db, looksPlace('slip', paper, printerId), slipLayout);

/** The looks a slip is printed in; null for papers that have none. */
export function looksOf(db: ReadHandle, paper: string, printerId: string | null): Looks | null {
  const known = slipPaper.safeParse(paper);
  if (!known.success) return null;
  const own = printerId === null ? null : keptLooks(db, known.data, printerId);
  return own ?? keptLooks(db, known.data, null) ?? { version: 0, layout: standardLayout(known.data) };
}
