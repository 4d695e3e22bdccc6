import { crateLines, shiftCrates } from '../../../../db/queries/crate.queries.ts';
import type { Fen } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import type { OpenDocument } from '../books/documents.ts';

export interface CrateRow {
  readonly memberRowId: number;
  readonly containerRowId: number;
  readonly outCount: number;
  readonly inCount: number;
  readonly depositFen: Fen;
  readonly reason: 'delivery' | 'lent' | 'returned' | 'lost' | 'count';
}

/** Writes the comings and goings of crates into a document and moves the members' balances with them. */
export function writeCrates(context: CommandContext, document: OpenDocument, rows: readonly CrateRow[]): void {
  rows.forEach((row, index) => {
    document.add('crate_line', {
      document_id: document.id, line_no: index + 1, member_id: row.memberRowId, container_id: row.containerRowId, out_count: row.outCount, in_count: row.inCount, deposit_fen: row.depositFen, reason: row.reason,
    });
    shiftCrates.run(context.tx, { memberId: row.memberRowId, containerId: row.containerRowId, count: row.outCount - row.inCount, depositFen: row.depositFen });
  });
}

/** The crates of a reversed ticket or crate slip go back to where they were, with what was left for them. */
export function mirrorCrates(context: CommandContext, document: OpenDocument, originalId: number): void {
  writeCrates(context, document, crateLines.all(context.tx, { documentId: originalId }).map((line) => ({
    memberRowId: line.member_id, containerRowId: line.container_id, outCount: -line.out_count, inCount: -line.in_count, depositFen: -line.deposit_fen, reason: line.reason as CrateRow['reason'],
  })));
}
