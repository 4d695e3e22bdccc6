import { openItem, runsOnItem, shiftItem } from '../../../../db/queries/debt.queries.ts';
import { documentByUlid } from '../../../../db/queries/books.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { yuanText } from '../../../domain/money.ts';
import { postCashRepayment } from '../../../domain/posting.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { openDocument } from '../books/documents.ts';
import { writeJournal } from '../books/journal.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { markStale } from '../settlement/claims.ts';
import { findCashBox, moveCash } from './boxes.ts';

/** Moves what is left of a debt (fen, below zero: less is owed). Runs that counted on it and are not posted must be calculated again. */
export function changeDebt(context: CommandContext, debtId: number, fen: number, reason: string): void {
  shiftItem.run(context.tx, { documentId: debtId, fen });
  for (const run of runsOnItem.all(context.tx, { documentId: debtId })) markStale(context, run, reason);
}

/**
 * Takes cash from a member against a debt, whole or in part (fen), with a voucher for the member. Refuses `debt_unknown`, `cash_box_unknown`,
 * and more than is left of it (`debt_less`).
 */
export function repayDebt(context: CommandContext, input: ParsedInputOf<'debt.repay'>): OutputOf<'debt.repay'> {
  const debt = documentByUlid.first(context.tx, { ulid: input.id });
  const item = debt && openItem.first(context.tx, { documentId: debt.id });
  if (!debt || !item) refuse('debt_unknown');
  const box = findCashBox(context.tx, input.cashBoxId);
  if (input.amountFen > item.leftFen) refuse('debt_less', { number: debt.number, left: yuanText(item.leftFen) });
  const document = openDocument(context, { type: 'debt_repayment' });
  document.add('debt_repayment', { document_id: document.id, debt_id: debt.id, amount_fen: input.amountFen });
  moveCash(context, document, { box, fen: input.amountFen, purpose: 'repayment', note: debt.number });
  writeJournal(context, document, postCashRepayment({ partyId: item.memberUlid, partyKind: item.partyKind, openItem: debt.ulid }, input.amountFen), { memberRowId: () => item.memberRowId, openItemRowId: () => debt.id });
  changeDebt(context, debt.id, -input.amountFen, 'debt_repaid');
  document.seal({ payload: { debt: debt.number, member: item.memberUlid, amountFen: input.amountFen } });
  queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  return { id: document.ulid, number: document.number, leftFen: item.leftFen - input.amountFen };
}
