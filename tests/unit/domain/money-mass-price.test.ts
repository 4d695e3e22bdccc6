import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAmountFen } from '../../../electron/domain/line-amount.ts';
import { jinText, kilogramText, parseKilograms, sumGrams, toGrams } from '../../../electron/domain/mass.ts';
import { parseYuan, sumFen, yuanText } from '../../../electron/domain/money.ts';
import { parsePricePerJin, parsePricePerKilogram, pricePerJinText, priceText } from '../../../electron/domain/price.ts';
import { anyFen, grams, priceE4 } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

describe('money', () => {
  it('comes back as it was written', () => {
    fc.assert(fc.property(anyFen, (fen) => { expect(parseYuan(yuanText(fen))).toBe(fen); }));
  });

  it('is written with two decimals', () => {
    expect([24500, 5, -5, 0, 100000].map(yuanText)).toEqual(['245.00', '0.05', '-0.05', '0.00', '1000.00']);
  });

  it('is read as a clerk types it, and never guessed', () => {
    expect(['245', '245.5', ' 0.05 ', '+1', '1.10', '1.100'].map(parseYuan)).toEqual([24500, 24550, 5, 100, 110, 110]);
    expect(['', '1.005', '.5', '1e3', '1,000', '壹', '0x10', '90071992547409.92', '9'.repeat(50)].map(parseYuan)).toEqual(Array(9).fill(null));
  });

  it('refuses sums that cannot be held exactly', () => {
    expect(sumFen([1, 2, -3])).toBe(0);
    expectRefusal(() => sumFen([Number.MAX_SAFE_INTEGER, 1]), 'out_of_range');
    expectRefusal(() => sumFen([0.1]), 'not_an_integer');
    expectRefusal(() => yuanText(Number.NaN), 'not_an_integer');
  });
});

describe('mass', () => {
  it('comes back as it was written', () => {
    fc.assert(fc.property(anyFen, (mass) => { expect(parseKilograms(kilogramText(mass))).toBe(mass); }));
  });

  it('shows kilograms with two decimals, three when the grams need them', () => {
    expect([23450, 125, 0, -5, 1000].map(kilogramText)).toEqual(['23.45', '0.125', '0.00', '-0.005', '1.00']);
  });

  it('shows 斤 at twice the kilograms', () => {
    expect([182550, 500, 1, 5].map(jinText)).toEqual(['365.1', '1.0', '0.002', '0.01']);
  });

  it.each([
    ['182.55', 'kg', '182550'], ['182.55', 'jin', '91275'], ['3', 'liang', '150'], ['6', 'qian', '30'], ['1.5', 't', '1500000'], ['-0.5', 'kg', '-500'],
    ['0012.340', 'kg', '12340'],
  ] as const)('%s %s is %s g exactly', (value, unit, expected) => {
    expect(toGrams(value, unit)).toEqual({ grams: expected, wholeGrams: Number(expected), subGram: false });
  });

  it('says when rounding to the gram changed the reading', () => {
    expect(toGrams('1', 'lb')).toEqual({ grams: '453.59237', wholeGrams: 454, subGram: true });
    expect(toGrams('1', 'oz')).toEqual({ grams: '28.349523125', wholeGrams: 28, subGram: true });
    expect(toGrams('0.0005', 'kg')).toEqual({ grams: '0.5', wholeGrams: 1, subGram: true });
  });

  it('gives no mass for text that is not a number, nor beyond exact numbers', () => {
    expect(['', 'ERR', '1e3', '--1', '1.', ' 1'].map((value) => toGrams(value, 'kg'))).toEqual(Array(6).fill(null));
    expect(toGrams('9007199254741', 'kg')).toBeNull();
    expect(parseKilograms('0.0001')).toBeNull();
    expectRefusal(() => sumGrams([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]), 'out_of_range');
  });
});

describe('price', () => {
  it('per 斤 is doubled exactly', () => {
    expect(parsePricePerJin('1.83')).toBe(36600);
    expect(parsePricePerKilogram('3.66')).toBe(36600);
    expect(parsePricePerJin('0.0001')).toBe(2);
  });

  it('comes back as it was written', () => {
    fc.assert(fc.property(priceE4, (price) => { expect(parsePricePerKilogram(priceText(price))).toBe(price); }));
    expect([36600, 1, 64300].map(priceText)).toEqual(['3.66', '0.0001', '6.43']);
    expect([36600, 1].map(pricePerJinText)).toEqual(['1.83', '0.00005']);
  });

  it('is never negative and has four decimals at most', () => {
    expect(['-1', '1.00001', 'abc', ''].map(parsePricePerKilogram)).toEqual(Array(4).fill(null));
  });
});

describe('the amount of a line', () => {
  it('is the same from 斤 and from kilograms, for every whole gram', () => {
    fc.assert(fc.property(grams, fc.integer({ min: 0, max: 100_000 }), (net, fenPerJin) => {
      const perJin = parsePricePerJin(yuanText(fenPerJin));
      // Half-up of jin × price without a single conversion: net / 500 × fen.
      expect(lineAmountFen(net, perJin ?? -1)).toBe(Number((BigInt(net) * BigInt(fenPerJin) * 2n + 500n) / 1000n));
    }));
  });

  it('cancels in a reversal', () => {
    fc.assert(fc.property(grams, priceE4, (net, price) => { expect(lineAmountFen(net, price) + lineAmountFen(-net, price)).toBe(0); }));
  });

  it('never falls when weight or price rises', () => {
    fc.assert(fc.property(grams, priceE4, (net, price) => {
      expect(lineAmountFen(net + 1, price)).toBeGreaterThanOrEqual(lineAmountFen(net, price));
      expect(lineAmountFen(net, price + 1)).toBeGreaterThanOrEqual(lineAmountFen(net, price));
    }));
  });

  it('is refused when it cannot be held exactly', () => {
    expectRefusal(() => lineAmountFen(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 'out_of_range', 'amount_fen');
    expect(Object.is(lineAmountFen(-0, 1), 0)).toBe(true);
  });
});
