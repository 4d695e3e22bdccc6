import { describe, expect, test } from 'vitest';
import type { Product } from '../../../electron/contract/product.ts';
import { changedLines, momentOfTime, saidPrice, typedPrice, type SheetLine } from '../../../renderer/features/product/price-sheet.ts';

const product = (tradedUnit: Product['tradedUnit']): Product => ({
  id: '01J0000000000000000000000P', version: 1, code: 'PLUM', nameZh: '李', nameEn: 'Plum', mode: 'outright', cycle: 'same_day', tradedUnit, resolutionGrams: 10, lossToleranceBp: 100, active: true, scheme: null, terms: null,
});
const line = (now: number | null, tradedUnit: Product['tradedUnit'] = 'jin'): SheetLine => ({ key: 'k', product: product(tradedUnit), grade: { id: 'A', nameZh: 'A', nameEn: 'A' }, yesterday: null, now, later: null });

describe('the morning price sheet', () => {
  test('a price typed per jin is kept per kilogram, exactly doubled', () => {
    expect(typedPrice('12.34', 'jin')).toEqual({ priceE4: 246_800, trouble: null });
    expect(typedPrice('12.34', 'kg')).toEqual({ priceE4: 123_400, trouble: null });
    expect(saidPrice(246_800, 'jin')).toBe('12.34');
  });

  test('a comma for a point, a scientific number and a zero are refused, never guessed', () => {
    expect(typedPrice('12,3', 'jin')).toEqual({ priceE4: null, trouble: 'commaAsPoint' });
    expect(typedPrice('1e3', 'jin')).toEqual({ priceE4: null, trouble: 'scientific' });
    expect(typedPrice('0', 'jin').priceE4).toBeNull();
    expect(typedPrice('', 'jin')).toEqual({ priceE4: null, trouble: null });
  });

  test('only what differs from the price in force is published', () => {
    expect(changedLines([line(246_800)], { k: '12.34' })).toEqual([]);
    expect(changedLines([line(246_800)], { k: '12.5' }).map((changed) => changed.next)).toEqual([250_000]);
    expect(changedLines([line(null)], { k: '12.34' })).toHaveLength(1);
    expect(changedLines([line(246_800)], { k: '' })).toEqual([]);
  });

  test('a time later today is read as the village writes it', () => {
    expect(momentOfTime(1_000, '14:30')).toBe(1_000 + 52_200_000);
    expect(momentOfTime(0, '７：３０')).toBe(27_000_000);
    expect(momentOfTime(0, '0730')).toBe(27_000_000);
    expect(momentOfTime(0, '24:00')).toBeNull();
    expect(momentOfTime(0, 'soon')).toBeNull();
  });
});
