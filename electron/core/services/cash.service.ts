import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { listBoxes, listDebts, readCashBook } from './cash/book.ts';
import { giveAdvance, sellOnCredit } from './cash/debts.ts';
import { moveFloat } from './cash/float.ts';

/** Cash boxes and what members owe: floats, advances and goods on credit. */
export const cashHandlers = {
  'cash.boxes': ask(listBoxes),
  'cash.book': ask(readCashBook),
  'cash.float': change(moveFloat),
  'debt.advance': change(giveAdvance),
  'debt.inputCredit': change(sellOnCredit),
  'debt.list': ask(listDebts),
} satisfies HandlersOf<'cash.boxes' | 'cash.book' | 'cash.float' | 'debt.advance' | 'debt.inputCredit' | 'debt.list'>;
