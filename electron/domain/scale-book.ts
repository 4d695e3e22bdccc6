import type { BusinessDate } from './business-date.ts';
import { daysBetween } from './business-date.ts';
import type { Grams } from './mass.ts';
import { nonNegativeInteger, safeInteger, toSafeNumber } from './rule-error.ts';

export const bookEntryKinds = ['zero_check', 'test_weight', 'certificate', 'out_of_service', 'back_in_service', 'overdue_use'] as const;
/** `overdue_use`: a second person let the scale be used for the rest of that day. */
export type BookEntryKind = (typeof bookEntryKinds)[number];

/** What the rules need to know of one entry of a scale's book. */
export interface BookEntry {
  readonly kind: BookEntryKind;
  /** Place in the book; a later entry has a larger one. */
  readonly order: number;
  readonly date: BusinessDate;
  /** Of a zero check or a test weight; null for the others. */
  readonly passed: boolean | null;
  /** Last day of a certificate; null for the others. */
  readonly dueOn: BusinessDate | null;
}

export interface BookRules {
  /** Whether a morning without a zero check is only mentioned, or weights wait for it. */
  readonly zeroCheck: 'remind' | 'require';
  /** How many verification intervals a test weight may be off. */
  readonly testIntervals: number;
  /** From how many days before its end a certificate is mentioned. */
  readonly warnDays: number;
}

/**
 * One interval is what a class III scale in use may be off up to 500 intervals (OIML R 76-1, 3.5.1 and 3.5.2); heavier test weights may be given
 * more. Thirty days leave time to call the measuring office.
 */
export const usualBookRules: BookRules = { zeroCheck: 'remind', testIntervals: 1, warnDays: 30 };

export type BookBlock = 'scale_withdrawn' | 'test_weight_failed' | 'verification_overdue' | 'zero_check_missing';
export type Verification = 'unknown' | 'ok' | 'due_soon' | 'overdue';

/** How it stands with one scale on one day. */
export interface BookState {
  readonly verification: Verification;
  readonly dueOn: BusinessDate | null;
  /** Days until the last day of the certificate, negative after it. */
  readonly daysLeft: number | null;
  /** The last zero check is of this day and was good. */
  readonly zeroDone: boolean;
  readonly testFailed: boolean;
  readonly withdrawn: boolean;
  /** A second person let the scale be used on this day, after everything that speaks against it. */
  readonly permitted: boolean;
  /** Why no weight may be taken; empty when one may. */
  readonly blocks: readonly BookBlock[];
}

function lastOf(entries: readonly BookEntry[], kind: BookEntryKind): BookEntry | null {
  return entries.reduce<BookEntry | null>((last, entry) => (entry.kind === kind && (last === null || entry.order > last.order) ? entry : last), null);
}

function verificationOf(dueOn: BusinessDate | null, daysLeft: number | null, warnDays: number): Verification {
  if (dueOn === null || daysLeft === null) return 'unknown';
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= warnDays ? 'due_soon' : 'ok';
}

/**
 * The state of a scale on a day, from the entries of its book written until then, in any order. Of each kind the last entry counts, so a mistake is
 * put right by another entry. A certificate holds through its last day. A scale without any certificate is mentioned, not refused. The consent of
 * a second person lifts what stood in the book when it was given, for that day only; it never brings back a scale taken out of service.
 */
export function bookState(entries: readonly BookEntry[], day: BusinessDate, rules: BookRules): BookState {
  const certificate = lastOf(entries, 'certificate');
  const test = lastOf(entries, 'test_weight');
  const zero = lastOf(entries, 'zero_check');
  const permit = lastOf(entries, 'overdue_use');
  const withdrawn = (lastOf(entries, 'out_of_service')?.order ?? -1) > (lastOf(entries, 'back_in_service')?.order ?? -1);
  const dueOn = certificate?.dueOn ?? null;
  const daysLeft = dueOn === null ? null : daysBetween(day, dueOn);
  const verification = verificationOf(dueOn, daysLeft, rules.warnDays);
  const zeroDone = zero !== null && zero.date === day && zero.passed === true;
  const testFailed = test?.passed === false;
  const permitToday = permit !== null && permit.date === day ? permit.order : null;
  const lifted = (against: number): boolean => permitToday !== null && permitToday > against;
  const badZero = zero !== null && zero.date === day && zero.passed === false ? zero.order : -1;
  const blocks: BookBlock[] = [];
  if (withdrawn) blocks.push('scale_withdrawn');
  if (testFailed && !lifted(test.order)) blocks.push('test_weight_failed');
  if (verification === 'overdue' && !lifted(certificate?.order ?? -1)) blocks.push('verification_overdue');
  if (rules.zeroCheck === 'require' && !zeroDone && !lifted(badZero)) blocks.push('zero_check_missing');
  return { verification, dueOn, daysLeft, zeroDone, testFailed, withdrawn, permitted: permitToday !== null && blocks.length === 0, blocks };
}

/** What a check of a scale came to. */
export interface CheckResult {
  /** What the scale showed less what it ought to show, grams. */
  readonly errorGrams: Grams;
  readonly toleranceGrams: Grams;
  readonly passed: boolean;
}

function judge(shownGrams: Grams, nominalGrams: Grams, toleranceGrams: Grams): CheckResult {
  const errorGrams = safeInteger(shownGrams - nominalGrams, 'shown_g');
  return { errorGrams, toleranceGrams, passed: Math.abs(errorGrams) <= toleranceGrams };
}

/** A zero check: the empty scale may show one verification interval either way. */
export function zeroCheck(shownGrams: Grams, intervalGrams: Grams): CheckResult {
  return judge(safeInteger(shownGrams, 'shown_g'), 0, nonNegativeInteger(intervalGrams, 'interval_g'));
}

/** A test weight: the scale may be off by so many verification intervals either way. */
export function testWeightCheck(shownGrams: Grams, nominalGrams: Grams, intervalGrams: Grams, intervals: number): CheckResult {
  const tolerance = BigInt(nonNegativeInteger(intervalGrams, 'interval_g')) * BigInt(nonNegativeInteger(intervals, 'intervals'));
  return judge(safeInteger(shownGrams, 'shown_g'), nonNegativeInteger(nominalGrams, 'nominal_g'), toSafeNumber(tolerance, 'interval_g'));
}
