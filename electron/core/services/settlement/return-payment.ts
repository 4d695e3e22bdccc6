import { dropPayoutClaim, payoutWay } from '../../../../db/queries/settlement.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { postReversal } from '../../../domain/posting.ts';
import { postPayoutSheet } from '../../../domain/payout.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { addTransition, openDocument } from '../books/documents.ts';
import { writeJournal } from '../books/journal.ts';
import { findCashBox, moveCash } from '../cash/boxes.ts';
import { queueFirstPapers } from '../printing/queue-papers.ts';
import { batchOf } from './batch-state.ts';
import { findSettlement } from './look-back.ts';
import { requireSettlementRole } from './role.ts';

/**
 * Books the money of one settlement (fen) that came back after it was paid: nobody took it, the bank sent it back, or it went to the wrong
 * person. It lies in the box or the bank again, the member is owed it again, and the batch can pay it once more. Refuses `settlement_unknown`
 * and `not_paid`.
 */
export function returnPayment(context: CommandContext, input: ParsedInputOf<'settlement.returnPayment'>): OutputOf<'settlement.returnPayment'> {
  requireSettlementRole(context);
  const settlement = findSettlement(context.tx, input.id);
  if (settlement.payoutId === null || settlement.paidFen === 0) refuse('not_paid', { name: settlement.payeeName });
  const payout = payoutWay.one(context.tx, { ulid: settlement.payoutId });
  const amountFen = settlement.paidFen;
  const document = openDocument(context, { type: 'payout_return', reason: input.reason });
  document.add('payout_return', { document_id: document.id, payout_id: payout.id, settlement_id: settlement.id, amount_fen: amountFen });
  if (payout.cashBoxUlid !== null) moveCash(context, document, { box: findCashBox(context.tx, payout.cashBoxUlid), fen: amountFen, purpose: 'reversal', note: payout.number });
  const paid = postPayoutSheet([{ partyId: settlement.memberId, partyKind: settlement.partyKind, openItem: null, fen: amountFen }], payout.method);
  writeJournal(context, document, postReversal(paid), { memberRowId: () => settlement.memberRowId });
  dropPayoutClaim.run(context.tx, { settlementId: settlement.id });
  document.seal({ payload: { payout: payout.number, settlement: settlement.ulid, amountFen, reason: input.reason } });
  const batch = batchOf(context.tx, settlement.batchRowId);
  if (batch.state === 'paid') addTransition(context, batch, 'partly_paid', input.reason);
  if (payout.method === 'cash') queueFirstPapers(context, { documentId: document.id, paper: 'voucher', lotIds: [] });
  return { id: document.ulid, number: document.number, amountFen };
}
