import { deskReducer, type DeskAction } from '../ticket/desk/model/desk-reducer.ts';
import { newDeskState } from '../ticket/desk/model/desk-state.ts';
import { emptyLine, nextPage, type PaperEntry, type PaperLine } from './paper-entry.ts';

/** What stands at the head of a page, as far as it was typed anew. */
export type PaperHeadFields = Partial<Pick<PaperEntry, 'page' | 'day' | 'time' | 'late'>>;

export type PaperAction =
  | { readonly type: 'headTyped'; readonly fields: PaperHeadFields }
  | { readonly type: 'lineTyped'; readonly index: number; readonly fields: Partial<PaperLine> }
  | { readonly type: 'lineAdded' }
  | { readonly type: 'lineRemoved'; readonly index: number }
  | { readonly type: 'desk'; readonly action: DeskAction }
  /** Nobody is chosen any more. */
  | { readonly type: 'memberCleared' }
  | { readonly type: 'entered'; readonly draftId: string };

/** So many weighings stand on one ticket. */
const mostLines = 200;

/** The next entry: the same day, time, goods and grade, because the next farmer of the page mostly brought the same. */
function following(entry: PaperEntry, draftId: string): PaperEntry {
  const { productId, grade } = entry.desk;
  return { ...entry, page: nextPage(entry.page), lines: [emptyLine], desk: { ...newDeskState(draftId), productId, grade } };
}

/** Every change of a page being typed, upon what was typed until then. Pure. */
export function paperReducer(entry: PaperEntry, action: PaperAction): PaperEntry {
  switch (action.type) {
    case 'headTyped': return { ...entry, ...action.fields };
    case 'lineTyped': return { ...entry, lines: entry.lines.map((line, at) => (at === action.index ? { ...line, ...action.fields } : line)) };
    case 'lineAdded': return entry.lines.length >= mostLines ? entry : { ...entry, lines: [...entry.lines, { ...emptyLine, containerId: entry.lines.at(-1)?.containerId ?? null }] };
    case 'lineRemoved': return entry.lines.length === 1 ? entry : { ...entry, lines: entry.lines.filter((_, at) => at !== action.index) };
    case 'desk': return { ...entry, desk: deskReducer(entry.desk, action.action) };
    case 'memberCleared': return { ...entry, desk: { ...entry.desk, owners: [] } };
    case 'entered': return following(entry, action.draftId);
  }
}
