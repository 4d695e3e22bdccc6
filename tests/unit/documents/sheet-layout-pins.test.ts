import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { SHEET_LAYOUTS } from '../../../electron/core/documents/layout-versions.ts';
import { sheetPage } from '../../../electron/core/documents/sheets/sheet-page.ts';
import { sheetWords } from '../../../electron/core/documents/sheets/sheet-words.ts';
import { drawnAt, sheetsByKind } from '../../support/sheet-samples.ts';

/** What each layout makes of the same data. Whoever changes how a sheet looks, gives it the next version and writes down here what it is now. */
const pinned: Readonly<Record<keyof typeof SHEET_LAYOUTS, string>> = {
  day: '3 1915d276bf5d399c',
  purchase_note: '3 ea099a77fcc22c2a',
  notice: '3 21c56667614200ad',
  scale_book: '3 09faf5f3f7001c53',
  grading: '3 41b74ac6cf15a6bb',
  grading_form: '3 8d24cceab63fc946',
  statement: '4 bf41c30c58fef06f',
  payout: '3 2db8b791c8afd588',
  price_board: '2 cdb7a3918765f43f',
};

it('a sheet that looks different has another version of its layout', () => {
  const made = { at: drawnAt, code: () => 'VS2|sample' };
  const now = Object.entries(sheetsByKind('张三', sheetWords('both'), made)).map(([kind, sheet]) => {
    const digest = createHash('sha256').update(sheetPage(sheet, 'both', 'app://print/fonts/')).digest('hex').slice(0, 16);
    return [kind, `${SHEET_LAYOUTS[kind as keyof typeof SHEET_LAYOUTS]} ${digest}`];
  });
  expect(Object.fromEntries(now)).toEqual(pinned);
});
