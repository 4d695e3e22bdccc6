import { daysBetween } from '../../../domain/business-date.ts';
import type { BaseContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/** A leap year: longer ones belong into a report, not on a sheet. */
const mostDays = 366;

/** Refuses a period that ends before it begins or begins after today (`period_invalid`), and one longer than a year (`period_too_long`). */
export function checkPeriod({ businessDate }: Pick<BaseContext, 'businessDate'>, period: { readonly from: string; readonly to: string }): void {
  if (period.from > period.to || period.from > businessDate) refuse('period_invalid');
  if (daysBetween(period.from, period.to) >= mostDays) refuse('period_too_long', { days: mostDays });
}
