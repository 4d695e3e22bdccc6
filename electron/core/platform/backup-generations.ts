import { addDays, businessDate, weekday } from '../../domain/business-date.ts';

export interface GenerationRule {
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
}

/** A week back to any day, a month back to any week, a year back to any month. */
export const standardGenerations: GenerationRule = { days: 7, weeks: 4, months: 12 };

/**
 * Which backups stay: the newest of each of the last so many days, weeks (Monday to Sunday) and months that have any, by business
 * date. Days without a backup do not count, so a station that rested keeps as much as one that worked. The newest always stays.
 */
export function backupsToKeep<T extends { readonly at: number }>(backups: readonly T[], rule: GenerationRule = standardGenerations): { keep: T[]; drop: T[] } {
  const newestFirst = [...backups].sort((one, other) => other.at - one.at);
  const kept = new Set<T>(newestFirst.slice(0, 1));
  const spans: Array<[count: number, span: (at: number) => string]> = [[rule.days, businessDate], [rule.weeks, weekOf], [rule.months, monthOf]];
  for (const [count, span] of spans) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const name = span(backup.at);
      if (seen.has(name) || seen.size >= count) continue;
      seen.add(name);
      kept.add(backup);
    }
  }
  return { keep: newestFirst.filter((backup) => kept.has(backup)), drop: newestFirst.filter((backup) => !kept.has(backup)) };
}

/** Named by its Monday. */
function weekOf(at: number): string {
  const date = businessDate(at);
  return addDays(date, 1 - weekday(date));
}

function monthOf(at: number): string {
  return businessDate(at).slice(0, 7);
}
