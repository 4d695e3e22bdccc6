import { addDays, type BusinessDate } from './business-date.ts';

/** So many days crates may be out before the day's report asks for them. */
export const CRATE_DAYS = 30;

/** The first day whose lending is not yet overdue on `today`: what went out before it and has not come back is. */
export const crateGraceFrom = (today: BusinessDate): BusinessDate => addDays(today, -CRATE_DAYS);
