import { dayBoxes, dayGoods, dayPayouts, dayTickets, dayTyped, dayVoids, headBefore, waitingUntil } from '../../../../db/queries/day-sheet.queries.ts';
import type { BookDue } from '../../../contract/scale-book.ts';
import { startOfDay } from '../../../domain/business-date.ts';
import { daySheet, type DayDuty, type DaySheetData, type DueKey } from '../../documents/sheets/day-sheet.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { dayReport } from '../ticket/day-report.ts';
import { gradeNamed } from './grade-name.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

const dayMs = 86_400_000;

const dueKeys: Readonly<Record<BookDue, DueKey>> = {
  scale_withdrawn: 'dueWithdrawn', test_weight_failed: 'dueTest', verification_overdue: 'dueVerification', zero_check_missing: 'dueZero', zero_due: 'dueZero', no_certificate: 'dueCertificate', due_soon: 'dueSoon',
};

function duties(context: QueryContext, date: string, report: ReturnType<typeof dayReport>): DayDuty[] {
  const { scaleDuties, overdueCrates } = report;
  return [
    ...waitingUntil.all(context.db, { day: date }).map((row): DayDuty => ({ kind: 'countersign', ...row })),
    ...scaleDuties.map(({ scale, due }): DayDuty => ({ kind: 'scale', scale, due: dueKeys[due] })),
    ...(overdueCrates.crates === 0 ? [] : [{ kind: 'crates', ...overdueCrates } as const]),
  ];
}

/** Everything of one day, as it is stored now. */
export function dayData(context: QueryContext, date: string): DaySheetData {
  const { db, station } = context;
  const report = dayReport(context, { date });
  const closing = headBefore.first(db, { device: station.device?.ulid ?? '', before: startOfDay(date) + dayMs });
  return {
    ...sheetPlace(context), date, sellers: report.members, returnedGrams: report.returnedGrams, reprints: report.reprints,
    tickets: dayTickets.all(db, { day: date }).map(({ productZh, productEn, ...row }) => ({
      ...row, product: { nameZh: productZh, nameEn: productEn }, typed: row.typed === 1, overridden: row.overridden === 1, fromPaper: row.fromPaper === 1, reverses: row.reverses === 1, reversed: row.reversed === 1,
    })),
    goods: dayGoods.all(db, { day: date }).map(({ productZh, productEn, schemeDefinition, grade, ...row }) => ({ ...row, product: { nameZh: productZh, nameEn: productEn }, grade: gradeNamed(grade, schemeDefinition) })),
    voids: dayVoids.all(db, { day: date }).map((row) => ({ ...row, reason: row.reason ?? '', approvedBy: row.approvedBy ?? '' })),
    typed: dayTyped.all(db, { day: date }),
    boxes: dayBoxes.all(db, { day: date }).map((box) => ({ ...box, closingFen: box.openingFen + box.inFen + box.paidFen + box.advancedFen + box.otherFen })),
    payouts: dayPayouts.all(db, { day: date }).map((row) => ({ ...row, approvedBy: row.approvedBy ?? '' })),
    duties: duties(context, date, report), chain: closing ?? null,
  };
}

/** The sheet of a day; refuses one that has not begun (`sheet_day_ahead`). */
export function daySource(context: QueryContext, date: string): SheetSource {
  if (date > context.businessDate) refuse('sheet_day_ahead');
  const data = dayData(context, date);
  return { subject: `${context.station.device?.stationCode ?? ''} ${date}`, data, ofDocument: false, voidedBy: null, draw: (words, made) => daySheet(data, words, made) };
}
