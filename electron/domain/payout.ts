import type { Fen } from './money.ts';
import { sumFen } from './money.ts';
import type { JournalLine, PostedParty } from './posting.ts';
import { assertBalanced, postBankPayout, postCashPayout } from './posting.ts';

/**
 * The entry of one payout to many payees: a debit for each, and one credit of the cash box or the bank with their sum. Parts of
 * nothing are left out; nothing to pay at all gives no lines. Refuses negative amounts.
 */
export function postPayoutSheet(parts: readonly (PostedParty & { readonly fen: Fen })[], method: 'cash' | 'bank'): JournalLine[] {
  const single = parts.flatMap((part) => (method === 'cash' ? postCashPayout(part, part.fen) : postBankPayout(part, part.fen)));
  const debits = single.filter((line) => line.debitFen > 0);
  const credit = single.find((line) => line.creditFen > 0);
  const lines = credit === undefined ? [] : [...debits, { ...credit, creditFen: sumFen(debits.map((line) => line.debitFen)) }];
  assertBalanced(lines);
  return lines;
}
