import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { postCashFloatIn, postCashFloatOut } from '../../../domain/posting.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { openDocument } from '../books/documents.ts';
import { writeJournal } from '../books/journal.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { findCashBox, moveCash } from './boxes.ts';

const noParties = { memberRowId: (): number => { throw new Error('a float has no party'); } };

/** Brings money from the bank account into a cash box or takes it back, with a second person. Refuses `cash_box_unknown`, `cash_short`. */
export function moveFloat(context: CommandContext, input: ParsedInputOf<'cash.float'>): OutputOf<'cash.float'> {
  const box = findCashBox(context.tx, input.cashBoxId);
  const document = openDocument(context, { type: 'cash_movement', reason: input.note });
  const isIn = input.direction === 'in';
  const balanceFen = moveCash(context, document, { box, fen: isIn ? input.amountFen : -input.amountFen, purpose: isIn ? 'float_in' : 'float_out', note: input.note });
  writeJournal(context, document, isIn ? postCashFloatIn(input.amountFen, 'bank') : postCashFloatOut(input.amountFen, 'bank'), noParties);
  document.seal({ payload: { box: box.ulid, amountFen: isIn ? input.amountFen : -input.amountFen } });
  queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  return { id: document.ulid, number: document.number, balanceFen };
}
