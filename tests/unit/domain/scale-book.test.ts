import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../electron/domain/business-date.ts';
import type { BookEntry, BookEntryKind } from '../../../electron/domain/scale-book.ts';
import { bookEntryKinds, bookState, testWeightCheck, usualBookRules, zeroCheck } from '../../../electron/domain/scale-book.ts';
import { minimumLoad } from '../../../electron/domain/scale-limits.ts';

const today = '2026-11-20';
let order = 0;
const entry = (kind: BookEntryKind, date = today, rest: Partial<BookEntry> = {}): BookEntry => ({ kind, order: (order += 1), date, passed: kind === 'zero_check' || kind === 'test_weight' ? true : null, dueOn: null, ...rest });
const certificate = (dueOn: string, date = '2026-01-05'): BookEntry => entry('certificate', date, { dueOn });
const requireZero = { ...usualBookRules, zeroCheck: 'require' as const };

describe('the certificate of a scale', () => {
  it.each([
    ['2026-12-21', 'ok', 31], ['2026-12-20', 'due_soon', 30], ['2026-11-20', 'due_soon', 0], ['2026-11-19', 'overdue', -1],
  ] as const)('valid until %s is %s on 20 November', (dueOn, verification, daysLeft) => {
    expect(bookState([certificate(dueOn)], today, usualBookRules)).toMatchObject({ verification, daysLeft, blocks: verification === 'overdue' ? ['verification_overdue'] : [] });
  });

  it('is the last one entered, so a mistyped year is put right by entering it again', () => {
    expect(bookState([certificate('2062-11-20'), certificate('2026-11-01')], today, usualBookRules).verification).toBe('overdue');
    expect(bookState([certificate('2026-11-01'), certificate('2027-11-01')], today, usualBookRules).verification).toBe('ok');
  });

  it('that nobody has entered is mentioned and refuses nothing', () => {
    expect(bookState([], today, usualBookRules)).toMatchObject({ verification: 'unknown', blocks: [] });
  });
});

describe('a second person', () => {
  it('lets an overdue scale be used that day and only that day', () => {
    const book = [certificate('2026-11-01'), entry('overdue_use')];
    expect(bookState(book, today, usualBookRules)).toMatchObject({ blocks: [], permitted: true });
    expect(bookState(book, addDays(today, 1), usualBookRules)).toMatchObject({ blocks: ['verification_overdue'], permitted: false });
  });

  it('agrees to what is known: a test weight that fails afterwards refuses again', () => {
    const book = [certificate('2026-11-01'), entry('overdue_use'), entry('test_weight', today, { passed: false })];
    expect(bookState(book, today, usualBookRules).blocks).toEqual(['test_weight_failed']);
    expect(bookState([...book, entry('overdue_use')], today, usualBookRules).blocks).toEqual([]);
  });

  it('never brings back a scale that is out of service', () => {
    expect(bookState([entry('out_of_service'), entry('overdue_use')], today, usualBookRules).blocks).toEqual(['scale_withdrawn']);
    expect(bookState([entry('out_of_service'), entry('back_in_service')], today, usualBookRules).blocks).toEqual([]);
  });
});

describe('the checks of the morning', () => {
  it('count for their own day, and the last one counts', () => {
    expect(bookState([entry('zero_check', '2026-11-19')], today, requireZero).blocks).toEqual(['zero_check_missing']);
    expect(bookState([entry('zero_check')], today, requireZero).blocks).toEqual([]);
    expect(bookState([entry('zero_check'), entry('zero_check', today, { passed: false })], today, requireZero).blocks).toEqual(['zero_check_missing']);
  });

  it('are only mentioned where the station asks for no more', () => {
    expect(bookState([], today, usualBookRules)).toMatchObject({ zeroDone: false, blocks: [] });
  });

  it('refuse a scale whose test weight failed until one passes', () => {
    const failed = entry('test_weight', '2026-11-18', { passed: false });
    expect(bookState([failed], today, usualBookRules).blocks).toEqual(['test_weight_failed']);
    expect(bookState([failed, entry('test_weight')], today, usualBookRules).blocks).toEqual([]);
  });

  it.each([[0, true], [50, true], [-50, true], [51, false], [-51, false]])('an empty scale of 50 g interval that shows %d g: good is %s', (shown, passed) => {
    expect(zeroCheck(shown, 50)).toEqual({ errorGrams: shown, toleranceGrams: 50, passed });
  });

  it.each([[20_000, 1, true, 0], [20_050, 1, true, 50], [19_949, 1, false, -51], [20_100, 2, true, 100], [20_101, 2, false, 101]])('20 kg shown as %d g within %d intervals: good is %s', (shown, intervals, passed, errorGrams) => {
    expect(testWeightCheck(shown, 20_000, 50, intervals)).toEqual({ errorGrams, toleranceGrams: 50 * intervals, passed });
  });
});

describe('the least load', () => {
  it.each([[50, null, 1_000], [null, null, null], [50, 0, null], [50, 400, 400], [null, 400, 400]])('with an interval of %s g and %s g entered is %s g', (intervalGrams, minimumGrams, least) => {
    expect(minimumLoad({ intervalGrams, minimumGrams })).toBe(least);
  });
});

const anyEntry = fc.record({
  kind: fc.constantFrom(...bookEntryKinds), day: fc.integer({ min: -40, max: 0 }), passed: fc.boolean(), due: fc.integer({ min: -60, max: 400 }),
}).map(({ kind, day, passed, due }) => ({
  kind, date: addDays(today, day), passed: kind === 'zero_check' || kind === 'test_weight' ? passed : null, dueOn: kind === 'certificate' ? addDays(today, due) : null,
}));
/** A book as it is written: dates never go back, each entry behind the one before. */
const anyBook = fc.array(anyEntry, { maxLength: 12 }).map((entries): BookEntry[] => entries.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)).map((each, index) => ({ ...each, order: index + 1 })));
const anyRules = fc.record({ zeroCheck: fc.constantFrom('remind' as const, 'require' as const), testIntervals: fc.integer({ min: 1, max: 10 }), warnDays: fc.integer({ min: 0, max: 180 }) });

describe('any book', () => {
  it('says the same in whatever order its entries are read', () => {
    fc.assert(fc.property(anyBook, anyRules, fc.infiniteStream(fc.nat()), (book, rules, random) => {
      const shuffled = book.map((each) => ({ each, key: random.next().value ?? 0 })).toSorted((one, other) => one.key - other.key).map(({ each }) => each);
      expect(bookState(shuffled, today, rules)).toEqual(bookState(book, today, rules));
    }));
  });

  it('depends on nothing but the last entry of each kind', () => {
    fc.assert(fc.property(anyBook, anyRules, (book, rules) => {
      const last = bookEntryKinds.flatMap((kind) => book.findLast((each) => each.kind === kind) ?? []);
      expect(bookState(last, today, rules)).toEqual(bookState(book, today, rules));
    }));
  });

  it('after a consent given last refuses nothing today but a scale out of service, and tomorrow what it refused without the consent', () => {
    fc.assert(fc.property(anyBook, anyRules, (book, rules) => {
      const agreed = [...book, { kind: 'overdue_use' as const, order: book.length + 1, date: today, passed: null, dueOn: null }];
      const { withdrawn } = bookState(book, today, rules);
      expect(bookState(agreed, today, rules).blocks).toEqual(withdrawn ? ['scale_withdrawn'] : []);
      const tomorrow = addDays(today, 1);
      expect(bookState(agreed, tomorrow, rules).blocks).toEqual(bookState(book, tomorrow, rules).blocks);
    }));
  });

  it('with a certificate in force, a passed weight, a good zero and nothing stopped refuses nothing', () => {
    fc.assert(fc.property(anyBook, anyRules, (book, rules) => {
      const rest = (['back_in_service', 'test_weight', 'zero_check', 'certificate'] as const).map((kind, index): BookEntry => ({
        kind, order: book.length + 1 + index, date: today, passed: kind === 'test_weight' || kind === 'zero_check' ? true : null, dueOn: kind === 'certificate' ? today : null,
      }));
      expect(bookState([...book, ...rest], today, rules)).toMatchObject({ blocks: [], zeroDone: true, testFailed: false, withdrawn: false });
    }));
  });
});
