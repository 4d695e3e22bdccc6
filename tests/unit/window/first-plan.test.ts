import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCodeHolds, emptyPlan, foundingInput, newPerson, personTrouble, priceKey, priceOf, withUnit, type FirstPlan, type Offer } from '../../../renderer/features/setup/first-plan.ts';
import { askedGroups, groupMatches } from '../../../renderer/features/setup/recovery-groups.ts';

const plum: Offer = {
  code: 'PLUM', nameZh: '李', nameEn: 'Plum', mode: 'outright', tradedUnit: 'jin',
  grades: [{ id: 'A', nameZh: 'A', nameEn: 'A', sellable: true, confidence: 'seen' }, { id: 'B', nameZh: 'B', nameEn: 'B', sellable: true, confidence: 'sample' }],
};
const withPeople = (...pins: [string, string][]): FirstPlan => ({ ...emptyPlan, people: pins.map(([pin, again], index) => ({ ...newPerson(index === 0 ? 'manager' : 'accountant'), name: `人${String(index)}`, pin, again })) });

describe('the first price sheet', () => {
  test('a price per jin is doubled exactly, and written back unchanged when the unit is switched to and fro', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999_999 }), (digits) => {
      const text = `${String(Math.floor(digits / 1000))}.${String(digits % 1000).padStart(3, '0')}`;
      const priceE4 = priceOf(text, 'jin');
      expect(priceE4).toBe(digits * 20);
      const plan: FirstPlan = { ...emptyPlan, prices: { [priceKey('PLUM', 'A')]: { typed: text, priceE4 } } };
      const there = withUnit(plan, plum, 'kg');
      const back = withUnit(there, plum, 'jin');
      expect(there.prices[priceKey('PLUM', 'A')]?.priceE4).toBe(priceE4);
      expect(priceOf(back.prices[priceKey('PLUM', 'A')]?.typed ?? null, 'jin')).toBe(priceE4);
    }));
  });

  test('a grade without a price founds nothing, and products that were not chosen bring none', () => {
    const plan: FirstPlan = { ...withPeople(['2580', '2580'], ['1470', '1470']), products: ['PLUM'], prices: { [priceKey('PLUM', 'A')]: { typed: '12.5', priceE4: 250_000 }, [priceKey('OTHER', 'A')]: { typed: '1', priceE4: 10_000 } } };
    expect(foundingInput(plan, [plum], 'zh').prices).toEqual([{ productCode: 'PLUM', grade: 'A', priceE4: 250_000 }]);
  });
});

describe('the first people', () => {
  test('a weak PIN, two that differ and one that somebody else has are told apart', () => {
    expect(personTrouble(withPeople(['1234', '1234']), 0)).toBe('pinWeak');
    expect(personTrouble(withPeople(['2580', '2581']), 0)).toBe('pinsDiffer');
    expect(personTrouble(withPeople(['2580', '2580'], ['2580', '2580']), 1)).toBe('pinTaken');
    expect(personTrouble(withPeople(['2580', '2580'], ['1470', '1470']), 1)).toBeNull();
  });

  test('two people of one role get names of their own to sign in with', () => {
    const plan: FirstPlan = { ...emptyPlan, people: [newPerson('manager'), newPerson('accountant'), newPerson('clerk'), newPerson('clerk')] };
    expect(foundingInput(plan, [], 'zh').people.map((person) => person.login)).toEqual(['manager', 'accountant', 'clerk', 'clerk2']);
  });

  test('an empty credit code may wait, a mistyped one may not', () => {
    expect(creditCodeHolds('')).toBe(true);
    expect(creditCodeHolds('93520300MA6DPXXXX1')).toBe(false);
  });
});

describe('the typed check of the recovery code', () => {
  const code = '1M85-KL07-T61F-J897-W26X-WA94-FCAL-GLF5';

  test('asks for one group of each half, never the first', () => {
    const [early, late] = askedGroups(code);
    expect(early).toBeGreaterThan(1);
    expect(early).toBeLessThanOrEqual(4);
    expect(late).toBeGreaterThan(4);
    expect(late).toBeLessThanOrEqual(8);
  });

  test('small letters, full-width letters and look-alikes are forgiven, another group is not', () => {
    expect(groupMatches(code, 2, 'klo7')).toBe(true);
    expect(groupMatches(code, 2, 'ＫＬ０７')).toBe(true);
    expect(groupMatches(code, 2, 'T61F')).toBe(false);
    expect(groupMatches(code, 2, '')).toBe(false);
  });
});
