import { addDays, tenDayPeriod, type BusinessDate } from '../../../../electron/domain/business-date.ts';
import type { DayRange } from '../../../ui/fields/DayField.tsx';

/** The periods a station settles and looks back by. */
export type PeriodName = 'today' | 'yesterday' | 'tenDays' | 'lastTenDays' | 'month' | 'lastMonth' | 'year';

const earlier = (left: BusinessDate, right: BusinessDate): BusinessDate => (left < right ? left : right);

function monthOf(day: BusinessDate): DayRange {
  const from = `${day.slice(0, 7)}-01`;
  // The 31st of any month is at most the 31st day after its first, so the day before the next first is its last.
  const next = addDays(from, 31);
  return { from, to: addDays(`${next.slice(0, 7)}-01`, -1) };
}

/** The days of a named period; none reaches past today, so that a batch over it can be opened at once. */
export function periodOf(name: PeriodName, today: BusinessDate): DayRange {
  if (name === 'today') return { from: today, to: today };
  if (name === 'yesterday') return { from: addDays(today, -1), to: addDays(today, -1) };
  if (name === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const { from, to } = name === 'tenDays' ? tenDayPeriod(today)
    : name === 'lastTenDays' ? tenDayPeriod(addDays(tenDayPeriod(today).from, -1))
      : name === 'month' ? monthOf(today) : monthOf(addDays(monthOf(today).from, -1));
  return { from, to: earlier(to, today) };
}
