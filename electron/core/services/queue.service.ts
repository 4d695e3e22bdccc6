import { queueOfDay } from '../../../db/queries/queue.queries.ts';
import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { callNext, moveNumber, printNumberAgain, queueRow, takeQueueNumber } from './queue/numbers.ts';

/** Numbers drawn on arrival, and who is called. */
export const queueHandlers = {
  'queue.list': ask(({ db, businessDate }, { date }) => ({ date: date ?? businessDate, rows: queueOfDay.all(db, { day: date ?? businessDate }).map(queueRow) })),
  'queue.take': change(takeQueueNumber),
  'queue.next': change(callNext),
  'queue.move': change(moveNumber),
  'queue.printAgain': change(printNumberAgain),
} satisfies HandlersOf<'queue.list' | 'queue.take' | 'queue.next' | 'queue.move' | 'queue.printAgain'>;
