import { expect, test } from 'vitest';
import type { PremiumRow } from '../../../electron/contract/product.ts';
import { changedPremiums, premiumAt, readStart } from '../../../renderer/features/contract/premium-sheet.ts';
import { chilli, tianma } from '../desk/desk-sample.ts';

/** 2026-11-20, 9:00 in Shanghai. */
const now = Date.UTC(2026, 10, 20, 1, 0);
const later = (day: string | null, time: string) => readStart({ later: true, day, time }, now);

test('a premium counts at once unless a later moment is said', () => {
  expect(readStart({ later: false, day: '2026-11-19', time: '7:00' }, now)).toEqual({ state: 'now' });
  expect(later('2026-11-21', '7:30')).toEqual({ state: 'later', at: Date.UTC(2026, 10, 20, 23, 30) });
  expect(later('2026-11-20', '0901')).toEqual({ state: 'later', at: now + 60_000 });
});

test('no premium counts backwards: a moment that has come, this very minute too, is refused', () => {
  expect([later('2026-11-20', '9:00'), later('2026-11-20', '8:59'), later('2026-11-19', '23:00')]).toEqual([{ state: 'past' }, { state: 'past' }, { state: 'past' }]);
  expect([later(null, '7:00'), later('2026-11-21', ' '), later('2026-11-21', '25:00')]).toEqual([{ state: 'missing' }, { state: 'missing' }, { state: 'timeWrong' }]);
});

const row = (kind: PremiumRow['kind'], premiumE4: number, effectiveFrom: number): PremiumRow => ({ productId: chilli.id, kind, premiumE4, effectiveFrom, sheetNumber: 'P' });
const published = [row('green', 2_000, now - 1), row('organic', 5_000, now - 1), row('green', 3_000, now + 60_000), row('green', 4_000, now + 60_000)];

test('what counts at a moment is the last that has begun, of two that begin together the one published later', () => {
  expect([now, now + 59_999, now + 60_000].map((at) => premiumAt(published, chilli.id, 'green', at))).toEqual([2_000, 2_000, 4_000]);
  expect([premiumAt(published, tianma.id, 'green', now), premiumAt(published, chilli.id, 'gap', now)]).toEqual([0, 0]);
});

test('published is what differs from what would count at that moment, in the unit the village trades in', () => {
  const typed = { green: '0.1', organic: '', gap: '0' };
  expect(changedPremiums(typed, chilli, published, now)).toEqual([]);
  expect(changedPremiums(typed, chilli, published, now + 60_000)).toEqual([{ productId: chilli.id, kind: 'green', premiumE4: 2_000 }]);
  expect(changedPremiums({ green: '0.1' }, { ...chilli, tradedUnit: 'kg' }, published, now)).toEqual([{ productId: chilli.id, kind: 'green', premiumE4: 1_000 }]);
  expect(changedPremiums({ green: '一角' }, chilli, published, now)).toBeNull();
});
