import type { Fen } from './money.ts';
import type { PartyKind } from './ticket-owners.ts';
import type { PurchaseMode } from './ticket.ts';
import { sumFen } from './money.ts';
import { RuleError, nonNegativeInteger, safeInteger } from './rule-error.ts';

/** What an account is for. The codes of the accounting system are rows of the account table, never constants. */
export const ACCOUNT_ROLES = [
  'cash', 'bank', 'member_current', 'other_payable', 'produce', 'consigned_goods', 'sales', 'cost_of_sales', 'owner_funds_transfer',
] as const;

/** Role of an account in a posting. */
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** One journal line; exactly one side is above zero. `openItem` names what the line opens or settles on a party's account. */
export interface JournalLine {
  readonly role: AccountRole;
  readonly partyId: string | null;
  readonly openItem: string | null;
  readonly debitFen: Fen;
  readonly creditFen: Fen;
}

/** A party with its side of the books; members and others are accounted separately (Cooperatives Law art. 41). */
export interface PostedParty {
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly openItem: string | null;
}

/** Where cash paid out or in comes from or goes to. */
export type CashCounterpart = 'bank' | 'owner_funds_transfer';

function debit(role: AccountRole, fen: Fen, party: PostedParty | null = null): JournalLine {
  return { role, partyId: party?.partyId ?? null, openItem: party?.openItem ?? null, debitFen: fen, creditFen: 0 };
}

function credit(role: AccountRole, fen: Fen, party: PostedParty | null = null): JournalLine {
  return { role, partyId: party?.partyId ?? null, openItem: party?.openItem ?? null, debitFen: 0, creditFen: fen };
}

/** Members have one current account for both sides; debts of others stand on the payable account, so that set-off needs no entry. */
function partyRole(partyKind: PartyKind): AccountRole {
  return partyKind === 'member' ? 'member_current' : 'other_payable';
}

/** Leaves out lines of nothing and checks the rest before anybody writes them. */
function entry(lines: readonly JournalLine[]): JournalLine[] {
  const kept = lines.filter((line) => line.debitFen !== 0 || line.creditFen !== 0);
  assertBalanced(kept);
  return kept;
}

/**
 * Asserts that an entry balances to zero and that each line has one side above zero. A failure is a bug of the program, so it throws a
 * plain error and the transaction rolls back.
 */
export function assertBalanced(lines: readonly JournalLine[]): void {
  for (const line of lines) {
    const isOneSided = (line.debitFen > 0 && line.creditFen === 0) || (line.creditFen > 0 && line.debitFen === 0);
    if (!isOneSided || !Number.isSafeInteger(line.debitFen) || !Number.isSafeInteger(line.creditFen)) {
      throw new Error(`journal line of ${line.role} has not exactly one side: ${line.debitFen} / ${line.creditFen}`);
    }
  }
  const difference = sumFen(lines.map((line) => line.debitFen)) - sumFen(lines.map((line) => line.creditFen));
  if (difference !== 0) throw new Error(`journal entry is out of balance by ${difference} fen`);
}

/** Goods of a ticket: debit goods (bought, or held for sale), credit each owner's payable. Refuses negative amounts. */
export function postTicket(parts: readonly (PostedParty & { readonly mode: PurchaseMode; readonly fen: Fen })[]): JournalLine[] {
  const checked = parts.map((part, index) => ({ ...part, fen: nonNegativeInteger(part.fen, `parts[${index}].fen`) }));
  const totalOf = (mode: PurchaseMode): Fen => sumFen(checked.filter((part) => part.mode === mode).map((part) => part.fen));
  return entry([
    debit('produce', totalOf('outright')),
    debit('consigned_goods', totalOf('consignment')),
    ...checked.map((part) => credit(partyRole(part.partyKind), part.fen, part)),
  ]);
}

/** The entry that cancels another: every line with its sides exchanged. */
export function postReversal(lines: readonly JournalLine[]): JournalLine[] {
  return entry(lines.map((line) => ({ ...line, debitFen: line.creditFen, creditFen: line.debitFen })));
}

/** Seed, film or fertiliser sold on account; with its cost when the goods were in stock. Refuses negative amounts. */
export function postInputCreditSale(party: PostedParty, fen: Fen, costFen: Fen = 0): JournalLine[] {
  nonNegativeInteger(fen, 'fen');
  nonNegativeInteger(costFen, 'cost_fen');
  return entry([
    debit(partyRole(party.partyKind), fen, party),
    credit('sales', fen),
    debit('cost_of_sales', costFen),
    credit('produce', costFen),
  ]);
}

/** Cash handed to a party before the harvest. Refuses negative amounts. */
export function postCashAdvance(party: PostedParty, fen: Fen): JournalLine[] {
  nonNegativeInteger(fen, 'fen');
  return entry([debit(partyRole(party.partyKind), fen, party), credit('cash', fen)]);
}

/** Cash a party pays in against what it owes. Refuses negative amounts. */
export function postCashRepayment(party: PostedParty, fen: Fen): JournalLine[] {
  return postReversal(postCashAdvance(party, fen));
}

/** Money put into the cash box from the bank or from the cooperative's safe. Refuses negative amounts. */
export function postCashFloatIn(fen: Fen, from: CashCounterpart): JournalLine[] {
  nonNegativeInteger(fen, 'fen');
  return entry([debit('cash', fen), credit(from, fen)]);
}

/** Money taken out of the cash box to the bank or to the cooperative's safe. Refuses negative amounts. */
export function postCashFloatOut(fen: Fen, to: CashCounterpart): JournalLine[] {
  nonNegativeInteger(fen, 'fen');
  return entry([debit(to, fen), credit('cash', fen)]);
}

/** Cash paid out of a settlement. Refuses negative amounts. */
export function postCashPayout(party: PostedParty, fen: Fen): JournalLine[] {
  nonNegativeInteger(fen, 'fen');
  return entry([debit(partyRole(party.partyKind), fen, party), credit('cash', fen)]);
}

/** A settlement paid by bank transfer. Refuses negative amounts. */
export function postBankPayout(party: PostedParty, fen: Fen): JournalLine[] {
  nonNegativeInteger(fen, 'fen');
  return entry([debit(partyRole(party.partyKind), fen, party), credit('bank', fen)]);
}

/**
 * A later change of price for posted lines: upwards to the party's credit, downwards to its debit. Goods already sold are adjusted in
 * their cost. Refuses an adjustment of nothing (`adjustment_empty`).
 */
export function postPriceAdjustment(party: PostedParty, fen: Fen, goods: 'produce' | 'consigned_goods' | 'cost_of_sales'): JournalLine[] {
  if (safeInteger(fen, 'fen') === 0) throw new RuleError('adjustment_empty', 'fen');
  const size = Math.abs(fen);
  const upwards = [debit(goods, size), credit(partyRole(party.partyKind), size, party)];
  return fen > 0 ? entry(upwards) : postReversal(upwards);
}
