import { expect, it } from 'vitest';
import { columnWidth, narrowest } from '../../../renderer/ui/table/column.ts';

it('a title of Latin letters never breaks inside a word, however narrow its column was meant', () => {
  expect(columnWidth({ title: 'Tickets', width: 5 })).toBeCloseTo(7 * 0.62 + 2.6);
  expect(columnWidth({ title: 'Sorting loss allowed', width: 5 })).toBeCloseTo(7 * 0.62 + 2.6);
  expect(columnWidth({ title: 'Kind', width: 8 })).toBe(8);
});

it('a Chinese title may break between any two signs, so its column keeps its width', () => {
  expect(columnWidth({ title: '未结货款', width: 4 })).toBe(4);
});

it('a table is at least as wide as its columns together', () => {
  expect(narrowest([{ title: '单号', width: 13.5 }, { title: '等级' }])).toBe(20.5);
});
