import { dayHead, dayHours, dayPaid, dayProducts, dayReprints, dayYard, recentDays } from '../../../../db/queries/report.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { businessDate, startOfDay } from '../../../domain/business-date.ts';
import { crateGraceFrom } from '../../../domain/crate-age.ts';
import { overdueCrates } from '../../../../db/queries/crate.queries.ts';
import { dutiesOn } from '../scale-book/due.ts';
import type { QueryContext } from '../../rpc/handler.ts';

const dayMs = 86_400_000;
const shownDays = 14;

/** The figures of one day and the two weeks that lead to it. */
export function dayReport(context: QueryContext, input: { date?: string | undefined }): OutputOf<'report.day'> {
  const { db } = context;
  const day = input.date ?? context.businessDate;
  const head = dayHead.one(db, { day });
  const overdue = overdueCrates.all(db, { day, since: crateGraceFrom(day) });
  return {
    date: day,
    scaleDuties: dutiesOn(context, day, head.tickets > 0 || day === context.businessDate),
    overdueCrates: { members: new Set(overdue.map(({ memberId }) => memberId)).size, crates: overdue.reduce((sum, row) => sum + row.overdue, 0) },
    ...head, ...dayYard.one(db, { day }),
    paidFen: dayPaid.one(db, { day }).fen,
    reprints: dayReprints.one(db, { from: startOfDay(day), to: startOfDay(day) + dayMs }).n,
    byProduct: dayProducts.all(db, { day }),
    byHour: dayHours.all(db, { day }),
    recentDays: recentDays.all(db, { day, from: businessDate(startOfDay(day) - (shownDays - 1) * dayMs) }),
  };
}
