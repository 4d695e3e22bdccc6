import type { SheetLanguage } from '../../../contract/sheet.ts';
import { htmlPage } from '../html-page.ts';
import { copyMark, copyWord, type CopyMark } from './sheet-page.ts';
import { sheetStyle } from './sheet-style.ts';
import { localesOf, sheetWords } from './sheet-words.ts';

/** Its line stands in the margin above everything that a page holds. */
const overlayStyle = `
@page { margin: 0; }
.copyline { position: fixed; top: 5mm; left: 14mm; right: 14mm; }
`;

/** A page of A4 that holds the mark of a copy and nothing else; laid over the pages of an original it makes them a copy. */
export function copyOverlay(language: SheetLanguage, mark: CopyMark, fontBase: string): string {
  const words = sheetWords(language);
  const [locale] = localesOf(language);
  return htmlPage({ locale, title: words.plain('copyWord', { number: mark.copyNo }), fontBase, size: 'A4', watermark: null, style: `${sheetStyle('A4', language)}${overlayStyle}` }, `<div class="copyline">${copyMark(words, mark)}</div>${copyWord(words, mark)}`);
}
