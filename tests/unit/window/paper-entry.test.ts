import { expect, test } from 'vitest';
import { minutesOf, nextPage, previewOfPaper, ticketOfPaper, writtenAtOf, type PaperEntry } from '../../../renderer/features/paperbook/paper-entry.ts';
import { chilli, goods, id } from '../desk/desk-sample.ts';

const line: PaperEntry = { page: '12-3', day: '2026-11-20', time: '0830', memberId: id(1), productId: chilli.id, grade: 'G1', gross: '43.75', tare: '0.9', late: '' };

test('a written time is read with and without a colon, and nonsense is not', () => {
  expect(['0830', '8:30', '23:59', '2400', '0860', '8', ''].map(minutesOf)).toEqual([510, 510, 1_439, null, null, null, null]);
});

test('a page was written on its day at its time in Shanghai', () => {
  expect(writtenAtOf(line)).toBe(Date.UTC(2026, 10, 20, 0, 30));
});

test('a line comes to what core computes, and goes to core as written weights with the page', () => {
  const computed = previewOfPaper(line, chilli, goods.prices);
  expect(computed).toMatchObject({ netGrams: 42_850, amountFen: 85_700 });
  expect(ticketOfPaper(line, computed, id(7), '纸本补录')).toMatchObject({ paperNo: '12-3', writtenAt: Date.UTC(2026, 10, 20, 0, 30), expectedTotalFen: 85_700, baskets: [{ gross: { kind: 'typed', grams: 43_750 }, tare: { kind: 'typed', grams: 900 } }] });
});

test('a line without a page, a price or a net weight is not sent', () => {
  expect(ticketOfPaper({ ...line, page: ' ' }, previewOfPaper(line, chilli, goods.prices), id(7), 'x')).toBeNull();
  expect(previewOfPaper(line, chilli, [])).toBeNull();
  expect(previewOfPaper({ ...line, tare: '43.75' }, chilli, goods.prices)).toBeNull();
});

test('the number of the next line follows by itself', () => {
  expect(['12-3', '007', '099', 'A9', ''].map(nextPage)).toEqual(['12-4', '008', '100', 'A10', '']);
});

test('why a page comes late goes to core with it, and blanks say nothing', () => {
  const late = (words: string) => { const entry = { ...line, late: words }; return ticketOfPaper(entry, previewOfPaper(entry, chilli, goods.prices), id(9), '补录')?.lateReason; };
  expect([late(' 雪封路 '), late('  '), late('')]).toEqual(['雪封路', null, null]);
});
