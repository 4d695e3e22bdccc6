import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { SHEET_LAYOUTS } from '../../../electron/core/documents/layout-versions.ts';
import { sheetPage } from '../../../electron/core/documents/sheets/sheet-page.ts';
import { sheetWords } from '../../../electron/core/documents/sheets/sheet-words.ts';
import { drawnAt, sheetsByKind } from '../../support/sheet-samples.ts';

/** What each layout makes of the same data. Whoever changes how a sheet looks, gives it the next version and writes down here what it is now. */
const pinned: Readonly<Record<keyof typeof SHEET_LAYOUTS, string>> = {
  day: '2 36143e0c860ea07c',
  purchase_note: '2 8b07039ac7b8a70c',
  notice: '2 953d0a079f68512d',
  scale_book: '2 ce12d5cce90b3b3b',
  grading: '2 108051a615186202',
  grading_form: '2 6c012340efa1a926',
  statement: '3 ca18817843808de6',
  payout: '2 90be9830e4bf7827',
  price_board: '1 d3fd8e82b60b6c8e',
};

it('a sheet that looks different has another version of its layout', () => {
  const made = { at: drawnAt, code: () => 'VS2|sample' };
  const now = Object.entries(sheetsByKind('张三', sheetWords('both'), made)).map(([kind, sheet]) => {
    const digest = createHash('sha256').update(sheetPage(sheet, 'both', 'app://print/fonts/')).digest('hex').slice(0, 16);
    return [kind, `${SHEET_LAYOUTS[kind as keyof typeof SHEET_LAYOUTS]} ${digest}`];
  });
  expect(Object.fromEntries(now)).toEqual(pinned);
});
