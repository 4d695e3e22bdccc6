import type { ReadHandle } from '../../../../db/connection.ts';
import type { Locale } from '../../../contract/fields.ts';
import { labelLayout, standardLabelLayout, type LabelLayout, type LabelPaper } from '../../../contract/label-layout.ts';
import type { LabelLooks } from '../../documents/label-plan.ts';
import { keptLooksIn, looksPlace, type KeptLooks } from './versioned-looks.ts';

/** The looks kept for exactly this label and printer; null where nobody saved any. */
export const keptLabelLooks = (db: ReadHandle, paper: LabelPaper, printerId: string | null): KeptLooks<LabelLayout> | null => keptLooksIn(db, looksPlace('label', paper, printerId), labelLayout);

/** The looks a label is printed in. */
export function labelLooksOf(db: ReadHandle, paper: LabelPaper, printerId: string | null): LabelLayout {
  const own = printerId === null ? null : keptLabelLooks(db, paper, printerId);
  return (own ?? keptLabelLooks(db, paper, null))?.layout ?? standardLabelLayout;
}

/** What the drawing needs of the looks; nothing where nobody changed them. */
export const looksOfLabel = ({ hidden, words }: LabelLayout): { readonly looks?: LabelLooks } => (hidden.length === 0 && words === '' ? {} : { looks: { hidden, words } });

/** Whether a label that was printed in one language is the one that is wanted: looks that say a language hold for new labels, a copy keeps its own. */
export const isWantedAgain = (printedIn: string | undefined, layout: LabelLayout, asked: Locale): boolean =>
  printedIn !== undefined && (layout.language !== 'person' || printedIn === 'both' || printedIn === asked);
