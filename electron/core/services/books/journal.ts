import type { ReadHandle } from '../../../../db/connection.ts';
import { accountRoles } from '../../../../db/queries/accounts.queries.ts';
import { journalRows } from '../../../../db/queries/ticket.queries.ts';
import type { JournalLine } from '../../../domain/posting.ts';
import { assertBalanced } from '../../../domain/posting.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import type { OpenDocument } from './documents.ts';

/** How the parties and open items of the rules are found in the database. */
export interface JournalTargets {
  memberRowId(partyId: string): number;
  openItemRowId?(openItem: string): number;
}

/** The chart is laid down when the books are founded and never changed, so each open file is asked once. */
const known = new WeakMap<ReadHandle['file'], ReadonlyMap<string, number>>();

function accountsOf(db: ReadHandle): ReadonlyMap<string, number> {
  const accounts = known.get(db.file) ?? new Map(accountRoles.all(db, {}).map((row) => [row.role, row.accountId]));
  known.set(db.file, accounts);
  return accounts;
}

/** Writes the balanced journal lines of a document. An unbalanced entry is a bug and rolls everything back. */
export function writeJournal(context: CommandContext, document: OpenDocument, lines: readonly JournalLine[], targets: JournalTargets): void {
  assertBalanced(lines);
  const accounts = accountsOf(context.tx);
  lines.forEach((line, index) => {
    const accountId = accounts.get(line.role);
    if (accountId === undefined) throw new Error(`no account for ${line.role}`);
    document.add('journal_line', {
      document_id: document.id, line_no: index + 1, account_id: accountId,
      member_id: line.partyId === null ? null : targets.memberRowId(line.partyId),
      open_item_id: line.openItem === null ? null : targets.openItemRowId?.(line.openItem) ?? null,
      debit_fen: line.debitFen, credit_fen: line.creditFen,
    });
  });
}

/** Every journal line of another document with its sides exchanged. */
export function mirrorJournal(context: CommandContext, document: OpenDocument, originalId: number): void {
  for (const line of journalRows.all(context.tx, { documentId: originalId })) {
    document.add('journal_line', { ...line, document_id: document.id, debit_fen: line.credit_fen, credit_fen: line.debit_fen });
  }
}
