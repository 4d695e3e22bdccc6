import { insertRow } from '../../../../db/insert.ts';
import type { BatchHead, SettlementHead } from '../../../../db/queries/settlement.queries.ts';
import { accountOfPayee, heldBackOfRun, unpaidCount, unpaidOfRun } from '../../../../db/queries/settlement.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { sumFen } from '../../../domain/money.ts';
import { postPayoutSheet } from '../../../domain/payout.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { writeJournal } from '../books/journal.ts';
import type { CashBox } from '../cash/boxes.ts';
import { findCashBox, moveCash } from '../cash/boxes.ts';
import { findBatch, requireState, runOf } from './batch-state.ts';
import { heldBackView } from './look-back.ts';
import { requireSettlementRole } from './role.ts';

type Due = Pick<SettlementHead, 'id' | 'payeeId' | 'payeeName' | 'memberRowId' | 'memberId' | 'partyKind' | 'paidFen'>;
interface PayoutOrder { readonly batchId: number; readonly method: 'cash' | 'bank'; readonly box: CashBox | null; readonly due: readonly Due[]; readonly state: 'posted' | 'awaiting_countersign' }

function accountFor(context: CommandContext, due: Due): number {
  return (accountOfPayee.first(context.tx, { payeeId: due.payeeId }) ?? refuse('account_missing', { name: due.payeeName })).id;
}

/**
 * Pays settlements by one document: a line and a claim for each (a settlement is paid once or never), cash out of the box, and one
 * journal entry. Refuses `cash_short`, `account_missing`.
 */
export function payOut(context: CommandContext, order: PayoutOrder): { readonly document: OpenDocument; readonly totalFen: number } {
  const totalFen = sumFen(order.due.map((due) => due.paidFen));
  const document = openDocument(context, { type: 'payout' });
  document.add('payout', { document_id: document.id, batch_id: order.batchId, method: order.method, cash_box_id: order.box?.id ?? null, total_fen: totalFen, lines: order.due.length });
  order.due.forEach((due, index) => {
    insertRow(context.tx, 'payout_claim', { settlement_id: due.id, document_id: document.id });
    document.add('payout_line', {
      document_id: document.id, line_no: index + 1, settlement_id: due.id, payee_id: due.payeeId, account_id: order.method === 'bank' ? accountFor(context, due) : null, amount_fen: due.paidFen,
    });
  });
  if (order.box) moveCash(context, document, { box: order.box, fen: -totalFen, purpose: 'payout', note: null });
  const members = new Map(order.due.map((due) => [due.memberId, due.memberRowId]));
  const parts = order.due.map((due) => ({ partyId: due.memberId, partyKind: due.partyKind, openItem: null, fen: due.paidFen }));
  writeJournal(context, document, postPayoutSheet(parts, order.method), { memberRowId: (id) => members.get(id) ?? 0 });
  document.seal({ state: order.state, payload: { method: order.method, lines: order.due.length, totalFen } });
  return { document, totalFen };
}

function refuseWithout(heldBack: OutputOf<'settlement.pay'>['heldBack']): never {
  const [first] = heldBack;
  return first ? refuse('payment_held_back', { number: first.ticketNumber, name: first.payeeName }) : refuse('nothing_to_pay');
}

/**
 * Pays what an approved batch owes by one way of paying; the batch is paid when nothing is left, partly paid until then. A settlement with a
 * ticket reversed since is held back until a later settlement has taken its correction. Refuses `nothing_to_pay`, and `payment_held_back`
 * where nothing else is left.
 */
export function payBatch(context: CommandContext, input: ParsedInputOf<'settlement.pay'>): OutputOf<'settlement.pay'> {
  requireSettlementRole(context);
  const batch: BatchHead = findBatch(context.tx, input.id);
  requireState(batch, ['approved', 'partly_paid']);
  const runId = runOf(batch).id;
  const box = input.method === 'cash' ? findCashBox(context.tx, input.cashBoxId ?? refuse('cash_box_unknown')) : null;
  const unpaid = unpaidOfRun.all(context.tx, { runId, channel: input.method });
  const held = new Map(heldBackOfRun.all(context.tx, { runId }).map((row) => [row.id, row]));
  const heldBack = unpaid.flatMap((row) => held.get(row.id) ?? []).map(heldBackView);
  const due = unpaid.filter((row) => !held.has(row.id));
  if (due.length === 0) refuseWithout(heldBack);
  const { document, totalFen } = payOut(context, { batchId: batch.id, method: input.method, box, due, state: 'posted' });
  const isPaid = unpaidCount.one(context.tx, { runId }).n === 0;
  if (isPaid || batch.state !== 'partly_paid') addTransition(context, batch, isPaid ? 'paid' : 'partly_paid');
  return { payoutId: document.ulid, payoutNumber: document.number, lines: due.length, totalFen, heldBack };
}
