import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { listBoxes, listDebts, readCashBook } from './cash/book.ts';
import { giveAdvance, sellOnCredit } from './cash/debts.ts';
import { moveFloat } from './cash/float.ts';
import { repayDebt } from './cash/repay.ts';
import { reverseMoney } from './cash/reverse.ts';

/** Cash boxes and what members owe: floats, advances, goods on credit, what is paid in against them, and what was booked wrongly. */
export const cashHandlers = {
  'cash.boxes': ask(listBoxes),
  'cash.book': ask(readCashBook),
  'cash.float': change(moveFloat),
  'debt.advance': change(giveAdvance),
  'debt.inputCredit': change(sellOnCredit),
  'debt.repay': change(repayDebt),
  'cash.reverse': change(reverseMoney),
  'debt.list': ask(listDebts),
} satisfies HandlersOf<'cash.boxes' | 'cash.book' | 'cash.float' | 'debt.advance' | 'debt.inputCredit' | 'debt.repay' | 'cash.reverse' | 'debt.list'>;
