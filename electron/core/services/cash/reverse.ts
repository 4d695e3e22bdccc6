import { documentByUlid, reversalOf } from '../../../../db/queries/books.queries.ts';
import { cashLinesOf } from '../../../../db/queries/cash.queries.ts';
import { openItem, repaymentOf } from '../../../../db/queries/debt.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { yuanText } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { mirrorJournal } from '../books/journal.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { findCashBox, moveCash } from './boxes.ts';
import { changeDebt } from './repay.ts';

type Original = NonNullable<ReturnType<typeof documentByUlid.first>>;
const reversible = ['cash_movement', 'cash_advance', 'input_credit', 'debt_repayment'] as const;
type Reversible = (typeof reversible)[number];

const isReversible = (type: string): type is Reversible => (reversible as readonly string[]).includes(type);

/** A debt of which part was taken back already is not taken away whole: what was taken would hang in the air. */
function closeDebt(context: CommandContext, original: Original): void {
  const item = openItem.one(context.tx, { documentId: original.id });
  if (item.leftFen !== item.originalFen) refuse('debt_partly_taken', { number: original.number, taken: yuanText(item.originalFen - item.leftFen), left: yuanText(item.leftFen) });
  changeDebt(context, original.id, -item.leftFen, 'debt_reversed');
}

/** What was paid in against a debt is owed again. */
function reopenDebt(context: CommandContext, document: OpenDocument, original: Original): void {
  const { debtId, amountFen } = repaymentOf.one(context.tx, { documentId: original.id });
  document.add('debt_repayment', { document_id: document.id, debt_id: debtId, amount_fen: -amountFen });
  changeDebt(context, debtId, amountFen, 'repayment_reversed');
}

/**
 * Takes back a float, an advance, goods on credit or a repayment in full, dated today, with a reason and a second person: cash, journal and
 * debt stand as before it, and both documents stay. Refuses `money_unknown`, `money_reversed`, `reversal_of_reversal`, a debt of which a part
 * was taken back already (`debt_partly_taken`), and `cash_short`.
 */
export function reverseMoney(context: CommandContext, input: ParsedInputOf<'cash.reverse'>): OutputOf<'cash.reverse'> {
  const original = documentByUlid.first(context.tx, { ulid: input.id });
  if (!original || !isReversible(original.type)) refuse('money_unknown');
  if (original.reverses_id !== null) refuse('reversal_of_reversal');
  const before = reversalOf.first(context.tx, { id: original.id });
  if (before) refuse('money_reversed', { number: before.number });
  const document = openDocument(context, { type: original.type, reverses: original, reason: input.reason });
  if (original.type === 'debt_repayment') reopenDebt(context, document, original);
  if (original.type === 'cash_advance' || original.type === 'input_credit') closeDebt(context, original);
  for (const line of cashLinesOf.all(context.tx, { documentId: original.id })) moveCash(context, document, { box: findCashBox(context.tx, line.boxUlid), fen: -line.amountFen, purpose: 'reversal', note: input.reason });
  mirrorJournal(context, document, original.id);
  document.seal({ payload: { reverses: original.number, reason: input.reason } });
  addTransition(context, original, 'reversed', input.reason);
  queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  return { id: document.ulid, number: document.number };
}
