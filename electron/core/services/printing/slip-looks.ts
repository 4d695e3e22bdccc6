import type { ReadHandle } from '../../../../db/connection.ts';
import { settingMaster } from '../../../../db/queries/setting.queries.ts';
import type { SlipLayout, SlipPaper } from '../../../contract/slip-layout.ts';
import { slipLayout, slipPaper, standardLayout } from '../../../contract/slip-layout.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { Looks } from '../../devices/printer/paper-job.ts';
import type { SlipLanguage } from '../../documents/paper-text.ts';
import { parseJson } from '../../platform/json-text.ts';

/** Where the looks of a slip are kept; a printer's own stand before those for all. */
export const looksKey = (paper: SlipPaper, printerId: string | null): string => (printerId === null ? `slip.layout.${paper}` : `slip.layout.${paper}@${printerId}`);

/** The looks kept for exactly this paper and printer; null where nobody saved any. */
export function keptLooks(db: ReadHandle, paper: SlipPaper, printerId: string | null): Looks | null {
  const row = settingMaster.first(db, { key: looksKey(paper, printerId) });
  return row ? { version: row.version, layout: slipLayout.parse(parseJson(row.value)) } : null;
}

/** The looks a slip is printed in; null for papers that have none. */
export function looksOf(db: ReadHandle, paper: string, printerId: string | null): Looks | null {
  const known = slipPaper.safeParse(paper);
  if (!known.success) return null;
  const own = printerId === null ? null : keptLooks(db, known.data, printerId);
  return own ?? keptLooks(db, known.data, null) ?? { version: 0, layout: standardLayout(known.data) };
}

/** The language of a slip: what its looks say, else that of the person. */
export const languageOfSlip = (layout: SlipLayout, person: Locale): SlipLanguage => (layout.language === 'person' ? person : layout.language);
