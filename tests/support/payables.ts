import { businessDate } from '../../electron/domain/business-date.ts';
import { postTicket } from '../../electron/domain/posting.ts';
import type { CommandContext } from '../../electron/core/rpc/handler.ts';
import { openDocument } from '../../electron/core/services/books/documents.ts';
import { writeJournal } from '../../electron/core/services/books/journal.ts';
import { createMaster } from '../../electron/core/services/books/masters.ts';
import { dropClaims } from '../../electron/core/services/settlement/claims.ts';
import { sessionOf } from './signed-in.ts';
import type { TestStation } from './station.ts';

/** A member with a payee, as rows; for tests that need many. */
export interface Seller { readonly id: string; readonly rowId: number; readonly payeeRowId: number; readonly code: string; readonly kind: 'member' | 'non_member' }
export interface GivenTicket { readonly id: string; readonly rowId: number; readonly number: string; readonly payableIds: readonly number[]; readonly fen: number }

/** Runs the work in one transaction of the test station, in the clerk's name and at the hand clock's time. */
export function inTransaction<T>(station: TestStation, work: (context: CommandContext) => T): T {
  const core = station.core.station;
  const session = sessionOf(station, 'clerk');
  const now = station.clock.now();
  const after: Array<() => void> = [];
  const result = core.db.transact((tx) => work({ station: core, session, now, businessDate: businessDate(now), user: session.user, approver: null, db: tx, tx, afterCommit: (done) => after.push(done) }));
  for (const done of after) done();
  return result;
}

export function addSeller(context: CommandContext, code: string, options: { readonly kind?: Seller['kind']; readonly channel?: 'cash' | 'bank'; readonly account?: string; readonly named?: { readonly name: string; readonly pinyin: string; readonly initials: string } } = {}): Seller {
  const kind = options.kind ?? 'member';
  const { name, pinyin, initials } = options.named ?? { name: `社员${code}`, pinyin: 'sheyuan', initials: 'sy' };
  const none = { phone_sealed: null, phone_hash: null, phone_tail_hash: null, phone_masked: null, resident_sealed: null, resident_hash: null, resident_tail_hash: null, resident_masked: null };
  const member = createMaster(context, 'member', { code, name, nickname: null, house_group: null, kind, status: 'active', pinyin, initials, ...none, birth_date: null, own_grown: 1, note: null, left_reason: null });
  const payee = createMaster(context, 'payee', { member_id: member.id, name, channel: options.channel ?? 'cash', active: 1 });
  if (options.account !== undefined) {
    const fields = context.station.keys?.fields;
    const ulid = context.station.ids.ulid();
    createMaster(context, 'payee_account', {
      payee_id: payee.id, bank_name: '农信社', cnaps_code: null, kind: 'card', account_sealed: fields?.sealText('account', options.account, ulid) ?? '', account_hash: fields?.lookupHash('account', options.account) ?? '',
      account_masked: `****${options.account.slice(-4)}`, active: 1,
    }, ulid);
  }
  return { id: member.ulid, rowId: member.id, payeeRowId: payee.id, code, kind };
}

export const givenSeller = (station: TestStation, code: string, options: Parameters<typeof addSeller>[2] = {}): Seller => inTransaction(station, (context) => addSeller(context, code, options));

const firstId = (context: CommandContext, table: 'product' | 'price' | 'user'): number => (context.tx.file.prepare(`SELECT id FROM ${table} ORDER BY id LIMIT 1`).get() as { id: number }).id;

/** A ticket of today with these amounts as its payables, written like a posted one: rows, journal, digest, event. `owners` names whose each amount is. */
export function addTicket(context: CommandContext, seller: Seller, amounts: readonly number[], owners: readonly Seller[] = []): GivenTicket {
  const [productId, priceId, userId] = [firstId(context, 'product'), firstId(context, 'price'), firstId(context, 'user')];
  const total = amounts.reduce((sum, fen) => sum + fen, 0);
  const document = openDocument(context, { type: 'ticket' });
  const grams = 1_000 * amounts.length;
  document.add('ticket', {
    document_id: document.id, draft_ulid: context.station.ids.ulid(), product_id: productId, scheme_id: null, mode: 'outright', party_kind: seller.kind, gross_g: grams, tare_g: 0, net_g: grams,
    returned_g: 0, sorting_loss_g: 0, settlement_g: grams, total_fen: total, typed: 0, overridden: 0, baskets: 1, paper_no: null, note: null,
  });
  const named = owners.length > 0 ? owners : [seller];
  named.forEach((owner, index) => document.add('ticket_owner', { document_id: document.id, owner_no: index + 1, member_id: owner.rowId, payee_id: owner.payeeRowId, party_kind: owner.kind, share: 1 }));
  const payableIds = amounts.map((fen, index) => {
    const owner = owners[index] ?? seller;
    document.add('ticket_line', {
      document_id: document.id, line_no: index + 1, product_id: productId, grade: 'A', proposed_grade: null, proposal: 'none', override_reason: null, graded_by: userId, price_id: priceId, quota_part: 'board', mode: 'outright',
      net_g: 1_000, deduction_bp: 0, settlement_g: 1_000, price_e4: 10_000, amount_fen: fen, lot_id: null,
    });
    return document.add('payable', {
      ulid: context.station.ids.ulid(), document_id: document.id, line_no: index + 1, owner_no: named.indexOf(owner) + 1, kind: 'line', payee_id: owner.payeeRowId, member_id: owner.rowId, party_kind: owner.kind, product_id: productId,
      business_date: context.businessDate, settlement_g: 1_000, amount_fen: fen,
    });
  });
  const parts = amounts.map((fen, index) => ({ partyId: (owners[index] ?? seller).id, partyKind: (owners[index] ?? seller).kind, openItem: null, mode: 'outright' as const, fen }));
  writeJournal(context, document, postTicket(parts), { memberRowId: (id) => [...owners, seller].find((owner) => owner.id === id)?.rowId ?? 0 });
  document.seal({ payload: { totalFen: total } });
  return { id: document.ulid, rowId: document.id, number: document.number, payableIds, fen: total };
}

export const givenTicket = (station: TestStation, seller: Seller, amounts: readonly number[]): GivenTicket => inTransaction(station, (context) => addTicket(context, seller, amounts));

/** Takes a given ticket back as a reversal does: unsettled payables are void, settled ones become corrections. */
export function takeBack(station: TestStation, seller: Seller, ticket: GivenTicket): void {
  inTransaction(station, (context) => {
    const settled = new Set(dropClaims(context, ticket.payableIds).settled);
    const document = openDocument(context, { type: 'ticket', reverses: { id: ticket.rowId, number: ticket.number }, reason: '称错' });
    const amounts = context.tx.file.prepare('SELECT id, line_no AS lineNo, amount_fen AS fen, product_id AS productId FROM payable WHERE document_id = ? ORDER BY id').all(ticket.rowId) as Array<{ id: number; lineNo: number; fen: number; productId: number }>;
    for (const payable of amounts.filter((row) => settled.has(row.id))) {
      document.add('payable', {
        ulid: context.station.ids.ulid(), document_id: document.id, line_no: payable.lineNo, owner_no: 1, kind: 'correction', payee_id: seller.payeeRowId, member_id: seller.rowId, party_kind: seller.kind,
        product_id: payable.productId, business_date: context.businessDate, settlement_g: -1_000, amount_fen: -payable.fen,
      });
    }
    for (const payable of amounts.filter((row) => !settled.has(row.id))) document.add('payable_void', { payable_id: payable.id, document_id: document.id });
    const forward = postTicket([{ partyId: seller.id, partyKind: seller.kind, openItem: null, mode: 'outright', fen: ticket.fen }]);
    writeJournal(context, document, forward.map((line) => ({ ...line, debitFen: line.creditFen, creditFen: line.debitFen })), { memberRowId: () => seller.rowId });
    document.seal({ payload: {} });
  });
}

/** Puts money into the first cash box without asking anybody. */
export function givenCash(station: TestStation, fen: number): { readonly cashBoxId: string } {
  return inTransaction(station, (context) => {
    const box = context.tx.file.prepare('SELECT id, ulid FROM cash_box ORDER BY id LIMIT 1').get() as { id: number; ulid: string };
    const document = openDocument(context, { type: 'cash_movement' });
    document.add('cash_line', { document_id: document.id, line_no: 1, cash_box_id: box.id, purpose: 'float_in', amount_fen: fen, note: null });
    document.seal({ payload: {} });
    context.tx.file.prepare('INSERT INTO cash_balance (cash_box_id, balance_fen) VALUES (?, ?) ON CONFLICT DO UPDATE SET balance_fen = balance_fen + excluded.balance_fen').run(box.id, fen);
    return { cashBoxId: box.ulid };
  });
}
