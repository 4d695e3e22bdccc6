import { expect, test } from 'vitest';
import type { Product } from '../../../electron/contract/product.ts';
import { newPaperEntry, nextPage, previewOfPaper, ticketOfPaper, writtenAtOf, type PaperEntry } from '../../../renderer/features/paperbook/paper-entry.ts';
import { paperReducer, type PaperAction } from '../../../renderer/features/paperbook/paper-reducer.ts';
import { water } from '../../support/terms.ts';
import { chilli, chilliChosen, chosen, firstGrade, goods, id, li, zhang } from '../desk/desk-sample.ts';

const reason = '纸本补录';
const typed = (...actions: readonly PaperAction[]): PaperEntry => actions.reduce(paperReducer, newPaperEntry(id(7), '2026-11-20'));
const desk = (action: Extract<PaperAction, { type: 'desk' }>['action']): PaperAction => ({ type: 'desk', action });
const line = (index: number, fields: Extract<PaperAction, { type: 'lineTyped' }>['fields']): PaperAction => ({ type: 'lineTyped', index, fields });
const short: readonly PaperAction[] = [{ type: 'headTyped', fields: { page: '12-3', time: '0830' } }, desk(chosen), desk(chilliChosen), desk({ type: 'gradeChosen', grade: 'G1' }), line(0, { gross: '43.75', tare: '0.9' })];
const sent = (entry: PaperEntry, from = goods) => ticketOfPaper(entry, previewOfPaper(entry, from, reason), reason);

test('a written time is read with and without a colon, and nonsense is not; the page was written on its day at its time in Shanghai', () => {
  const at = (time: string) => writtenAtOf({ day: '2026-11-20', time });
  expect(['0830', '8:30'].map(at)).toEqual([Date.UTC(2026, 10, 20, 0, 30), Date.UTC(2026, 10, 20, 0, 30)]);
  expect(['2400', '0860', '8', ''].map(at)).toEqual([null, null, null, null]);
});

test('one owner and one grade come to what core computes, and go to core as written weights with the page', () => {
  const entry = typed(...short);
  expect(previewOfPaper(entry, goods, reason).computed).toMatchObject({ netGrams: 42_850, amountFen: 85_700 });
  expect(sent(entry)).toMatchObject({
    paperNo: '12-3', writtenAt: Date.UTC(2026, 10, 20, 0, 30), expectedTotalFen: 85_700, owners: [{ memberId: zhang.memberId, share: 1 }], parts: [{ grade: 'G1', overrideReason: reason }],
    baskets: [{ gross: { kind: 'typed', grams: 43_750, reason }, tare: { kind: 'typed', grams: 900, reason } }],
  });
});

test('a page without a number, a price or a net weight is not sent, and neither is one with a basket that cannot be read', () => {
  expect(sent(typed(...short, { type: 'headTyped', fields: { page: ' ' } }))).toBeNull();
  expect(sent(typed(...short), { ...goods, prices: [] })).toBeNull();
  expect(sent(typed(...short, line(0, { tare: '43.75' })))).toBeNull();
  expect(sent(typed(...short, { type: 'lineAdded' }))).toBeNull();
  expect(sent(typed(...short, line(0, { containerId: id(300), count: '0' })))).toBeNull();
});

test('several baskets, containers times their number, several households, grades, what went back and what was lost: all to the gram', () => {
  const entry = typed(
    ...short, line(0, { containerId: id(300), count: '2' }), { type: 'lineAdded' }, line(1, { gross: '20', containerId: null, tare: '' }),
    desk({ type: 'ownersShared', owners: [zhang, li] }), desk({ type: 'sharedBy', way: 'percent' }), desk({ type: 'shareTyped', memberId: zhang.memberId, value: '60' }), desk({ type: 'shareTyped', memberId: li.memberId, value: '40' }),
    desk({ type: 'partTyped', grade: 'G2', kilograms: '10' }), desk({ type: 'returnedTyped', kilograms: '1.5' }), desk({ type: 'lossTyped', kilograms: '0.05' }), desk({ type: 'returnReasonGiven', reason: '有烂的' }),
  );
  const ticket = sent(entry);
  // 43.75 + 20 − 2 × 0.9 = 61.95; 61.95 − 10 − 1.5 − 0.05 = 50.4 at 20 and 10 at 16 yuan.
  expect(previewOfPaper(entry, goods, reason).computed).toMatchObject({ netGrams: 61_950, amountFen: 100_800 + 16_000, owners: [{ amountFen: 70_080 }, { amountFen: 46_720 }] });
  expect(ticket).toMatchObject({
    owners: [{ share: 6_000 }, { share: 4_000 }], returnedGrams: 1_500, sortingLossGrams: 50, returns: [{ grams: 1_500, reason: '有烂的' }],
    baskets: [{ tare: { kind: 'container', containerId: id(300), count: 2 } }, { tare: { kind: 'none' } }], parts: [{ grade: 'G1', netGrams: null }, { grade: 'G2', netGrams: 10_000 }],
  });
});

test('shares that do not come out are not sent', () => {
  expect(sent(typed(...short, desk({ type: 'ownersShared', owners: [zhang, li] }), desk({ type: 'sharedBy', way: 'percent' }), desk({ type: 'shareTyped', memberId: zhang.memberId, value: '60' }), desk({ type: 'shareTyped', memberId: li.memberId, value: '30' })))).toBeNull();
});

test('measures are deducted by the terms of the page\'s time, which the ticket names', () => {
  const agreed = (takes: number): Product => ({ ...chilli, terms: { id: id(takes), number: 3, effectiveFrom: 0, rule: 'added', terms: [{ ...water, rows: [{ atPct: '15', stepPct: null, takes }] }] } });
  const measured = typed(...short, ...firstGrade.map(desk), desk({ type: 'measured', attribute: 'moisture_pct', value: '15' }));
  const then = { ...goods, products: [agreed(200)] };
  const now = { ...goods, products: [agreed(300)] };
  // 2 % of 42.85 kg is 857 g, 3 % are 1,285.5 g; the settlement weight goes by ten grams.
  expect([then, now].map((each) => previewOfPaper(measured, each, reason).computed?.settlementGrams)).toEqual([41_990, 41_560]);
  expect(sent(measured, then)).toMatchObject({ terms: id(200), expectedTotalFen: 83_980, measures: expect.arrayContaining([{ attribute: 'moisture_pct', value: '15', source: 'hand' }]), parts: [{ grade: 'G1', deductions: [] }] });
});

test('without a grade on the page the measures propose one', () => {
  const measured = paperReducer(typed(...short), desk({ type: 'productChosen', productId: id(200) }));
  const again = [desk(chilliChosen), ...firstGrade.map(desk)].reduce(paperReducer, measured);
  expect(sent(again)?.parts).toMatchObject([{ grade: 'G1', overrideReason: null }]);
});

test('every change is upon what was typed until then: two fields changed in one breath both stay', () => {
  const entry = typed({ type: 'headTyped', fields: { page: '3' } }, { type: 'headTyped', fields: { time: '0900' } }, line(0, { gross: '5' }), line(0, { tare: '1' }));
  expect(entry).toMatchObject({ page: '3', time: '0900', lines: [{ gross: '5', tare: '1' }] });
});

test('after an entry the next page number, the same goods and grade stand there, and nothing of the farmer before', () => {
  const next = paperReducer(typed(...short, ...firstGrade.map(desk), desk({ type: 'ownersShared', owners: [zhang, li] })), { type: 'entered', draftId: id(8) });
  expect(next).toMatchObject({ page: '12-4', day: '2026-11-20', time: '0830', lines: [{ gross: '', tare: '', containerId: null }], desk: { draftId: id(8), productId: chilli.id, grade: 'G1', owners: [], measures: {}, otherParts: {} } });
});

test('the number of the next line follows by itself', () => {
  expect(['12-3', '007', '099', 'A9', ''].map(nextPage)).toEqual(['12-4', '008', '100', 'A10', '']);
});

test('why a page comes late goes to core with it, and blanks say nothing', () => {
  const late = (words: string) => sent(typed(...short, { type: 'headTyped', fields: { late: words } }))?.lateReason;
  expect([late(' 雪封路 '), late('  '), late('')]).toEqual(['雪封路', null, null]);
});
