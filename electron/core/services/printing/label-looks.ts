import type { ReadHandle } from '../../../../db/connection.ts';
import { settingMaster } from '../../../../db/queries/setting.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import { labelLayout, standardLabelLayout, type LabelLayout, type LabelPaper } from '../../../contract/label-layout.ts';
import type { LabelLooks } from '../../documents/label-plan.ts';
import type { SlipLanguage } from '../../documents/paper-text.ts';
import { parseJson } from '../../platform/json-text.ts';

/** Where the looks of a label are kept; a printer's own stand before those for all. */
export const labelLooksKey = (paper: LabelPaper, printerId: string | null): string => (printerId === null ? `label.layout.${paper}` : `label.layout.${paper}@${printerId}`);

/** The looks kept for exactly this label and printer; null where nobody saved any. */
export function keptLabelLooks(db: ReadHandle, paper: LabelPaper, printerId: string | null): { readonly version: number; readonly layout: LabelLayout } | null {
  const row = settingMaster.first(db, { key: labelLooksKey(paper, printerId) });
  return row ? { version: row.version, layout: labelLayout.parse(parseJson(row.value)) } : null;
}

/** The looks a label is printed in. */
export function labelLooksOf(db: ReadHandle, paper: LabelPaper, printerId: string | null): LabelLayout {
  const own = printerId === null ? null : keptLabelLooks(db, paper, printerId);
  return (own ?? keptLabelLooks(db, paper, null))?.layout ?? standardLabelLayout;
}

/** The language of a label: what its looks say, else that of the person. */
export const languageOfLabel = ({ language }: LabelLayout, person: Locale): SlipLanguage => (language === 'person' ? person : language);

/** What the drawing needs of the looks; nothing where nobody changed them. */
export const looksOfLabel = ({ hidden, words }: LabelLayout): { readonly looks?: LabelLooks } => (hidden.length === 0 && words === '' ? {} : { looks: { hidden, words } });

/** Whether a label that was printed in one language is the one that is wanted: looks that say a language hold for new labels, a copy keeps its own. */
export const isWantedAgain = (printedIn: string | undefined, layout: LabelLayout, asked: Locale): boolean =>
  printedIn !== undefined && (layout.language !== 'person' || printedIn === 'both' || printedIn === asked);
