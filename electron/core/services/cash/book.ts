import { cashBefore, cashBook, cashBoxes, spentOnDay } from '../../../../db/queries/cash.queries.ts';
import { debtList } from '../../../../db/queries/debt.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { sumFen } from '../../../domain/money.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { findCashBox } from './boxes.ts';

export function listBoxes({ db, businessDate }: QueryContext): OutputOf<'cash.boxes'> {
  return { rows: cashBoxes.all(db, {}).map(({ rowId, ...box }) => ({ ...box, spentTodayFen: spentOnDay.one(db, { cashBoxId: rowId, day: businessDate }).fen })) };
}

/** The book of a cash box with its running balance; the current month when no day is named. */
export function readCashBook({ db, businessDate }: QueryContext, input: ParsedInputOf<'cash.book'>): OutputOf<'cash.book'> {
  const box = findCashBox(db, input.cashBoxId);
  const to = input.to ?? businessDate;
  const from = input.from ?? `${to.slice(0, 7)}-01`;
  const openingFen = cashBefore.one(db, { cashBoxId: box.id, day: from }).fen;
  let balanceFen = openingFen;
  const rows = cashBook.all(db, { cashBoxId: box.id, from, to }).map((row) => ({ ...row, balanceFen: (balanceFen = sumFen([balanceFen, row.amountFen])) }));
  return { openingFen, closingFen: balanceFen, rows };
}

export function listDebts({ db }: QueryContext, input: ParsedInputOf<'debt.list'>): OutputOf<'debt.list'> {
  const rows = debtList.all(db, { memberUlid: input.memberId ?? null, openOnly: input.open ? 1 : 0 });
  return { totalLeftFen: sumFen(rows.map((row) => row.leftFen)), rows };
}
