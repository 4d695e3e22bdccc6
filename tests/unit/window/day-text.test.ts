import { expect, test } from 'vitest';
import { dayAsTyped } from '../../../renderer/ui/fields/day-text.ts';

const today = '2026-03-02';

test('four digits are the last such day up to today, in this year or the one before', () => {
  expect(['0302', '0301', '0303', '1231', '０２２８', '03-01', '03.01'].map((typed) => dayAsTyped(typed, today))).toEqual(['2026-03-02', '2026-03-01', '2025-03-03', '2025-12-31', '2026-02-28', '2026-03-01', '2026-03-01']);
  expect(dayAsTyped('0229', today)).toBe('2024-02-29');
});

test('eight digits are that very day, also one that is refused later', () => {
  expect(['20260301', '2026-03-01', '2026.03.01', '2027/01/01', ' 20250301 '].map((typed) => dayAsTyped(typed, today))).toEqual(['2026-03-01', '2026-03-01', '2026-03-01', '2027-01-01', '2025-03-01']);
});

test('what is unfinished or no day stays as it was typed, so that a year can be typed on', () => {
  for (const typed of ['', '0', '03', '030', '2026', '20260', '202603', '2026030', '20260230', '0230', '1399', 'x', '2026-03-', '3.1']) expect(dayAsTyped(typed, today)).toBe(typed);
});
