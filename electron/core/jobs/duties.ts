import { businessDate } from '../../domain/business-date.ts';

/** What the program does on its own between the clerk's steps; moments in UTC milliseconds, null where it never happened. */
export interface DutyFacts {
  readonly now: number;
  readonly lastBackupAt: number | null;
  readonly lastEventAt: number | null;
  readonly lastFullCheckAt: number | null;
}

export type Duty = 'backup' | 'full_check';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The desk counts as closed for the day when nothing was posted for so long and it is evening. */
const quietMs = 45 * minuteMs;
const eveningHour = 17;

/** Hour of the day in Asia/Shanghai, which knows no summer time. */
const hourInShanghai = (at: number): number => Math.floor((at / minuteMs + 8 * 60) / 60) % 24;

/**
 * A backup is due when there is something new and the last one is older than a day, or when the day's work seems done. The full check
 * is due once a night, or in the first quiet hour of a computer that is off at night.
 */
export function dueDuties(facts: DutyFacts): Duty[] {
  const due: Duty[] = [];
  if (isBackupDue(facts)) due.push('backup');
  if (isCheckDue(facts)) due.push('full_check');
  return due;
}

function isBackupDue({ now, lastBackupAt, lastEventAt }: DutyFacts): boolean {
  if (lastEventAt === null) return false;
  if (lastBackupAt === null) return true;
  if (lastEventAt <= lastBackupAt) return false;
  if (now - lastBackupAt >= dayMs) return true;
  const hour = hourInShanghai(now);
  const isEvening = hour >= eveningHour || businessDate(lastEventAt) !== businessDate(now);
  return isEvening && now - lastEventAt >= quietMs;
}

function isCheckDue({ now, lastEventAt, lastFullCheckAt }: DutyFacts): boolean {
  if (lastEventAt === null) return false;
  if (lastFullCheckAt === null || now - lastFullCheckAt >= 2 * dayMs) return now - lastEventAt >= quietMs;
  const hour = hourInShanghai(now);
  return now - lastFullCheckAt >= 20 * 60 * minuteMs && hour >= 1 && hour < 5;
}
