import { daysBetween, isBusinessDate, type BusinessDate } from './business-date.ts';
import type { GradeAttribute, Measures } from './grade.ts';
import { RuleError } from './rule-error.ts';

/** Nothing that comes to a scale was picked or slaughtered ten years ago: the year was mistyped. */
export const OLDEST_DAYS = 3_660;
/** Where a scheme does not say what is usual, a date more than a year back is asked about once. */
const USUAL_DAYS = 366;

/**
 * How many whole days goods are old on a business date; 0 on the day itself. Both are days of the station's calendar, so midnight in
 * Asia/Shanghai makes a day older and nothing else does. Refuses what is no day (`date_invalid`), a day still to come (`date_ahead`) and
 * one more than `OLDEST_DAYS` back (`date_too_old`), on `field`.
 */
export function ageInDays(date: string, day: BusinessDate, field: string): number {
  if (!isBusinessDate(date)) throw new RuleError('date_invalid', field);
  const days = daysBetween(date, day);
  if (days < 0) throw new RuleError('date_ahead', field);
  if (days > OLDEST_DAYS) throw new RuleError('date_too_old', field);
  return days;
}

/** The age of a stored date measure in whole days; null where the text is no day that goods can be of. */
export function ageOf(date: string, day: BusinessDate): number | null {
  const days = isBusinessDate(date) ? daysBetween(date, day) : -1;
  return days < 0 || days > OLDEST_DAYS ? null : days;
}

/** True where goods of this date are older or younger than usual; both ends of the scheme's range are inside. A date that is refused is not asked about. */
export function isUnusualAge({ plausible }: Pick<GradeAttribute, 'plausible'>, date: string, day: BusinessDate): boolean {
  const age = ageOf(date, day);
  const { min = null, max = null } = plausible ?? {};
  return age !== null && (age < Number(min ?? 0) || age > Number(max ?? USUAL_DAYS));
}

/**
 * Measures as the scheme judges them: yes and no are told apart from text, and a date becomes the age of the goods in whole days on the
 * day they were brought, so that limits on dates are half-open stretches of days as all others are. Refuses what `ageInDays` refuses, by the attribute.
 */
export function schemeMeasures(attributes: readonly Pick<GradeAttribute, 'id' | 'type'>[], said: Iterable<readonly [string, string | null]>, day: BusinessDate): Measures {
  const types = new Map(attributes.map(({ id, type }) => [id, type]));
  return Object.fromEntries([...said].map(([id, value]) => {
    const type = types.get(id);
    if (value === null) return [id, null];
    if (type === 'date') return [id, String(ageInDays(value, day, id))];
    return [id, type === 'bool' && (value === 'true' || value === 'false') ? value === 'true' : value];
  }));
}
