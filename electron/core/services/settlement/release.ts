import { insertRow } from '../../../../db/insert.ts';
import { heldBackOfRun, linesToRelease, unpaidCount } from '../../../../db/queries/settlement.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { batchOf, requireState, runOf } from './batch-state.ts';
import { findSettlement } from './look-back.ts';
import { requireSettlementRole } from './role.ts';

/**
 * Releases a settlement that is held back for a ticket reversed since, where nothing more may come from which the correction could be taken:
 * its amount (fen) is owed anew by this document, so the next settlement pays it less the correction and less what it recovers from debts still open. The settlement itself is taken like a
 * paid one and can never be paid. No money moves and the books stay as they are. Refuses `settlement_unknown`, `batch_state`, `not_held_back`.
 */
export function releaseSettlement(context: CommandContext, input: ParsedInputOf<'settlement.release'>): OutputOf<'settlement.release'> {
  requireSettlementRole(context);
  const settlement = findSettlement(context.tx, input.id);
  const batch = batchOf(context.tx, settlement.batchRowId);
  requireState(batch, ['approved', 'partly_paid']);
  const runId = runOf(batch).id;
  if (!heldBackOfRun.all(context.tx, { runId }).some((held) => held.id === settlement.id)) refuse('not_held_back', { name: settlement.payeeName });
  const document = openDocument(context, { type: 'settlement_release', reason: input.reason });
  document.add('settlement_release', { document_id: document.id, settlement_id: settlement.id, batch_id: batch.id, amount_fen: settlement.paidFen });
  document.add('payable', {
    ulid: context.station.ids.ulid(), document_id: document.id, line_no: 1, owner_no: 1, kind: 'released', payee_id: settlement.payeeId, member_id: settlement.memberRowId, party_kind: settlement.partyKind,
    product_id: linesToRelease.one(context.tx, { settlementId: settlement.id }).productId, business_date: context.businessDate, settlement_g: 0, amount_fen: settlement.paidFen,
  });
  insertRow(context.tx, 'payout_claim', { settlement_id: settlement.id, document_id: document.id });
  document.seal({ payload: { settlement: settlement.ulid, amountFen: settlement.paidFen, reason: input.reason } });
  const isPaid = unpaidCount.one(context.tx, { runId }).n === 0;
  if (isPaid) addTransition(context, batch, 'paid', input.reason);
  return { id: document.ulid, number: document.number, amountFen: settlement.paidFen };
}
