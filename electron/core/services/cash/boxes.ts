import type { ReadHandle } from '../../../../db/connection.ts';
import { cashBalance, cashBoxByUlid, openBalance, shiftBalance } from '../../../../db/queries/cash.queries.ts';
import type { Tables } from '../../../../db/schema.ts';
import type { Fen } from '../../../domain/money.ts';
import { yuanText } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { OpenDocument } from '../books/documents.ts';

export interface CashBox { readonly id: number; readonly ulid: string; readonly name: string; readonly dayLimitFen: Fen }

export const findCashBox = (db: ReadHandle, ulid: string): CashBox => cashBoxByUlid.first(db, { ulid }) ?? refuse('cash_box_unknown');

const balanceOf = (db: ReadHandle, cashBoxId: number): Fen => cashBalance.first(db, { cashBoxId })?.balanceFen ?? 0;

/**
 * Writes the cash line of a document and moves the balance of the box (fen; below zero is money going out). Cash never goes below
 * zero: what is not there is refused as `cash_short`, with how much there is. Returns the new balance.
 */
export function moveCash(context: CommandContext, document: OpenDocument, line: { readonly box: CashBox; readonly fen: Fen; readonly purpose: Tables['cash_line']['purpose']; readonly note: string | null }): Fen {
  const before = balanceOf(context.tx, line.box.id);
  if (line.fen === 0) return before;
  if (before + line.fen < 0) refuse('cash_short', { available: yuanText(before), needed: yuanText(-line.fen), box: line.box.name });
  document.add('cash_line', { document_id: document.id, line_no: 1, cash_box_id: line.box.id, purpose: line.purpose, amount_fen: line.fen, note: line.note });
  openBalance.run(context.tx, { cashBoxId: line.box.id });
  shiftBalance.run(context.tx, { cashBoxId: line.box.id, fen: line.fen });
  return before + line.fen;
}
