import { z } from 'zod';
import { defineOperation } from './define.ts';
import { basisPoints, businessDay, done, fen, grams, line, moment, nothing, page, partyKind, purchaseMode, positiveFen, ulid } from './fields.ts';

const settlementRow = z.object({
  id: ulid, number: z.string().nullable(), batchId: ulid, batchNumber: z.string(), payeeName: z.string(), memberId: ulid, memberCode: z.string(), partyKind,
  grossFen: fen, recoveredFen: fen, paidFen: fen, tickets: z.number().int(), payoutNumber: z.string().nullable(), payoutId: ulid.nullable(), channel: z.enum(['cash', 'bank']),
  /** Its amount was released instead of paid: it is owed anew, and `payoutNumber` is the number of the release. */
  released: z.boolean(),
  /** How it was paid; null while it is not. `channel` is the payee's usual way. */
  paidBy: z.enum(['cash', 'bank']).nullable(),
});
export type SettlementRow = z.infer<typeof settlementRow>;

const batchState = z.enum(['open', 'calculating', 'calculated', 'stale', 'reviewed', 'approved', 'partly_paid', 'paid', 'cancelled']);
const batchRow = z.object({
  id: ulid, number: z.string(), title: z.string(), mode: purchaseMode, dateFrom: businessDay, dateTo: businessDay, state: batchState, payees: z.number().int(), grossFen: fen, recoveredFen: fen, paidFen: fen,
  createdAt: moment, createdBy: z.string(), approvedBy: z.string().nullable(), progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(), capBp: basisPoints, businessDate: businessDay,
});
export type BatchRow = z.infer<typeof batchRow>;

/** A settlement that is not paid: a ticket in it was reversed since the batch was approved, and no later settlement has taken the correction yet. */
const heldBack = z.object({ settlementId: ulid, payeeName: z.string(), ticketNumber: z.string(), paidFen: fen });

/** A payee of the period who gets no settlement: more is to be taken back than is owed, so both wait for the next one. */
const leftOut = z.object({ payeeName: z.string(), memberCode: z.string(), owedFen: fen, takenBackFen: fen });

/** A ticket of the period that nobody has countersigned: it stays for a later batch. */
const waitingTicket = z.object({ ticketNumber: z.string(), payeeName: z.string(), owedFen: fen });

const batchId = z.object({ id: ulid }).strict();

export const settlementOperations = {
  /** What is owed and not yet in a settlement, one row per payee and way of taking the goods, with ageing; bought and consigned goods are never added. `owedFen` is what the payee owes, on each of their rows. */
  'settlement.unsettled': defineOperation({
    kind: 'query', permission: 'settlement.read', input: z.object({ dateTo: businessDay.optional() }).strict(),
    output: z.object({ outrightFen: fen, consignedFen: fen, tickets: z.number().int(), rows: z.array(z.object({ payeeId: ulid, memberId: ulid, memberCode: z.string(), name: z.string(), partyKind, channel: z.enum(['cash', 'bank']), mode: purchaseMode, tickets: z.number().int(), oldest: businessDay, fen, owedFen: fen })),
      ageing: z.array(z.object({ bucket: z.enum(['today', 'to_7', 'to_30', 'over_30']), outrightFen: fen, consignedFen: fen, tickets: z.number().int() })) }), refusals: [],
  }),
  /** Pays today's tickets of one member, or one ticket, at once from a cash box: settlement and payout in one transaction. */
  'settlement.payNow': defineOperation({
    kind: 'command', permission: 'settlement.pay_now',
    input: z.object({ memberId: ulid.optional(), ticketId: ulid.optional(), cashBoxId: ulid, capBp: basisPoints.optional(), expectedPaidFen: fen.optional() }).strict(),
    output: z.object({ batchId: ulid, settlementId: ulid, settlementNumber: z.string(), payoutId: ulid, payoutNumber: z.string(), grossFen: fen, recoveredFen: fen, paidFen: fen, awaitingCountersign: z.boolean() }),
    refusals: ['nothing_to_settle', 'member_unknown', 'ticket_unknown', 'cash_box_unknown', 'cash_short', 'settlement_role_elsewhere', 'amount_changed', 'negative_settlement', 'one_of_member_or_ticket', 'paid_after_sale'],
    approval: { permission: 'approve.money', required: false },
  }),
  'settlement.quote': defineOperation({
    kind: 'query', permission: 'settlement.pay_now', input: z.object({ memberId: ulid.optional(), ticketId: ulid.optional(), capBp: basisPoints.optional() }).strict(),
    output: z.object({ grossFen: fen, recoveredFen: fen, paidFen: fen, tickets: z.array(z.object({ number: z.string(), businessDate: businessDay, fen })), recoveries: z.array(z.object({ number: z.string(), kind: z.enum(['cash_advance', 'input_credit']), fen, leftFen: fen })) }),
    refusals: ['nothing_to_settle', 'member_unknown', 'ticket_unknown', 'negative_settlement', 'one_of_member_or_ticket', 'paid_after_sale'],
  }),
  'settlement.createBatch': defineOperation({
    kind: 'command', permission: 'settlement.write', input: z.object({ title: line(80), mode: purchaseMode.default('outright'), dateFrom: businessDay, dateTo: businessDay, productId: ulid.nullable(), capBp: basisPoints }).strict(),
    output: z.object({ id: ulid, number: z.string() }), refusals: ['period_invalid', 'product_unknown', 'settlement_role_elsewhere'],
  }),
  /** Starts the run; it goes on in small steps while the desk works. Same inputs give the same figures. */
  'settlement.calculate': defineOperation({ kind: 'command', permission: 'settlement.write', input: batchId, output: z.object({ runId: ulid }), refusals: ['batch_unknown', 'batch_state', 'nothing_to_settle', 'ticket_waits', 'settlement_role_elsewhere'] }),
  'settlement.cancelRun': defineOperation({ kind: 'command', permission: 'settlement.write', input: batchId, output: done, refusals: ['batch_unknown', 'batch_state'] }),
  'settlement.review': defineOperation({ kind: 'command', permission: 'settlement.write', input: batchId, output: done, refusals: ['batch_unknown', 'batch_state'] }),
  'settlement.approve': defineOperation({
    kind: 'command', permission: 'settlement.write', input: batchId, output: z.object({ settlements: z.number().int(), paidFen: fen }), refusals: ['batch_unknown', 'batch_state', 'nothing_to_settle', 'all_left_out', 'ticket_waits', 'settlement_role_elsewhere'], approval: { permission: 'approve.money', required: true },
  }),
  'settlement.pay': defineOperation({
    kind: 'command', permission: 'settlement.write', input: z.object({ id: ulid, method: z.enum(['cash', 'bank']), cashBoxId: ulid.nullable() }).strict(), output: z.object({ payoutId: ulid, payoutNumber: z.string(), lines: z.number().int(), totalFen: fen, heldBack: z.array(heldBack) }),
    refusals: ['batch_unknown', 'batch_state', 'cash_box_unknown', 'cash_short', 'nothing_to_pay', 'payment_held_back', 'account_missing', 'settlement_role_elsewhere'], approval: { permission: 'approve.money', required: true },
  }),
  /** Books money of one paid settlement that came back (nobody took it, it went to the wrong person): it is owed again and can be paid anew. */
  'settlement.returnPayment': defineOperation({
    kind: 'command', permission: 'settlement.write', input: z.object({ id: ulid, reason: line(200) }).strict(), output: z.object({ id: ulid, number: z.string(), amountFen: fen }),
    refusals: ['settlement_unknown', 'not_paid', 'settlement_role_elsewhere'], approval: { permission: 'approve.money', required: true },
  }),
  /** Lets the amount of a settlement that is held back be owed anew, to be paid with the next settlement less the correction. */
  'settlement.release': defineOperation({
    kind: 'command', permission: 'settlement.write', input: z.object({ id: ulid, reason: line(200) }).strict(), output: z.object({ id: ulid, number: z.string(), amountFen: fen }),
    refusals: ['settlement_unknown', 'batch_state', 'not_held_back', 'settlement_role_elsewhere'], approval: { permission: 'approve.money', required: true },
  }),
  'settlement.batches': defineOperation({ kind: 'query', permission: 'settlement.read', input: z.object({ ...page }).strict(), output: z.object({ total: z.number().int(), rows: z.array(batchRow) }), refusals: [] }),
  'settlement.batch': defineOperation({ kind: 'query', permission: 'settlement.read', input: batchId, output: batchRow.extend({ settlements: z.array(settlementRow), heldBack: z.array(heldBack), leftOut: z.array(leftOut), waiting: z.array(waitingTicket) }), refusals: ['batch_unknown'] }),
  'settlement.get': defineOperation({
    kind: 'query', permission: 'settlement.read', input: z.object({ id: ulid }).strict(),
    output: settlementRow.extend({
      lines: z.array(z.object({ ticketId: ulid, ticketNumber: z.string(), businessDate: businessDay, productNameZh: z.string(), productNameEn: z.string(), grade: z.string(), settlementGrams: grams, priceE4: z.number().int().nullable(), amountFen: fen, kind: z.string() })),
      recoveries: z.array(z.object({ number: z.string(), kind: z.enum(['cash_advance', 'input_credit']), amountFen: fen, leftFen: fen })), paidWords: z.string(),
    }), refusals: ['settlement_unknown'],
  }),
  'settlement.payoutSheet': defineOperation({
    kind: 'command', permission: 'settlement.read', input: z.object({ payoutId: ulid, format: z.enum(['xlsx', 'csv']), showAccounts: z.boolean().default(false) }).strict(),
    output: z.object({ name: z.string(), base64: z.string(), sha256: z.string() }), refusals: ['payout_unknown'],
  }),
  'settlement.takeRole': defineOperation({
    kind: 'command', permission: 'settlement.write', input: z.object({ reason: line(200) }).strict(), output: z.object({ number: z.string() }), refusals: ['role_held'], approval: { permission: 'approve.money', required: true },
  }),
} as const;

export const cashOperations = {
  'cash.boxes': defineOperation({ kind: 'query', permission: 'cash.read', input: nothing, output: z.object({ rows: z.array(z.object({ id: ulid, name: z.string(), dayLimitFen: fen, balanceFen: fen, spentTodayFen: fen })) }), refusals: [] }),
  'cash.book': defineOperation({
    kind: 'query', permission: 'cash.read', input: z.object({ cashBoxId: ulid, from: businessDay.optional(), to: businessDay.optional() }).strict(),
    output: z.object({ openingFen: fen, closingFen: fen, rows: z.array(z.object({ documentId: ulid, number: z.string(), at: moment, purpose: z.string(), note: z.string().nullable(), amountFen: fen, balanceFen: fen, user: z.string(), approvedBy: z.string().nullable() })) }), refusals: ['cash_box_unknown'],
  }),
  'cash.float': defineOperation({
    kind: 'command', permission: 'cash.write', input: z.object({ cashBoxId: ulid, direction: z.enum(['in', 'out']), amountFen: positiveFen, note: line(200) }).strict(), output: z.object({ id: ulid, number: z.string(), balanceFen: fen }),
    refusals: ['cash_box_unknown', 'cash_short'], approval: { permission: 'approve.money', required: true },
  }),
  'debt.advance': defineOperation({
    kind: 'command', permission: 'debt.write', input: z.object({ memberId: ulid, cashBoxId: ulid, amountFen: positiveFen, consent: line(200) }).strict(), output: z.object({ id: ulid, number: z.string() }),
    refusals: ['member_unknown', 'member_left', 'cash_box_unknown', 'cash_short'], approval: { permission: 'approve.money', required: true },
  }),
  'debt.inputCredit': defineOperation({
    kind: 'command', permission: 'debt.write', input: z.object({ memberId: ulid, goods: line(200), amountFen: positiveFen, consent: line(200) }).strict(), output: z.object({ id: ulid, number: z.string() }), refusals: ['member_unknown', 'member_left'], approval: { permission: 'approve.money', required: true },
  }),
  /** Cash a member pays in against a debt, whole or in part, with a voucher. */
  'debt.repay': defineOperation({
    kind: 'command', permission: 'debt.write', input: z.object({ id: ulid, cashBoxId: ulid, amountFen: positiveFen }).strict(), output: z.object({ id: ulid, number: z.string(), leftFen: fen }), refusals: ['debt_unknown', 'cash_box_unknown', 'debt_less'],
  }),
  /** Takes back a mistyped float, advance, credit or repayment in full, dated today, with a reason and a second person. */
  'cash.reverse': defineOperation({
    kind: 'command', permission: 'cash.write', input: z.object({ id: ulid, reason: line(200) }).strict(), output: z.object({ id: ulid, number: z.string() }),
    refusals: ['money_unknown', 'money_reversed', 'reversal_of_reversal', 'debt_partly_taken', 'cash_short'], approval: { permission: 'approve.money', required: true },
  }),
  'debt.list': defineOperation({
    kind: 'query', permission: 'cash.read', input: z.object({ memberId: ulid.optional(), open: z.boolean().default(true) }).strict(),
    output: z.object({ totalLeftFen: fen, rows: z.array(z.object({ documentId: ulid, number: z.string(), kind: z.enum(['cash_advance', 'input_credit']), memberId: ulid, memberCode: z.string(), memberName: z.string(), businessDate: businessDay, goods: z.string().nullable(), originalFen: fen, leftFen: fen })) }), refusals: [],
  }),
} as const;
