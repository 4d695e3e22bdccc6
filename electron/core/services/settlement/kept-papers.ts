import { insertRow } from '../../../../db/insert.ts';
import type { FullRow } from '../../../../db/insert.ts';
import { keptPaper } from '../../../../db/queries/settlement.queries.ts';
import { layoutNumber } from '../../documents/layout-number.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { Fault } from '../../platform/fault.ts';
import { signRows } from '../../platform/row-signature.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { keptRows } from '../books/kept-rows.ts';

/** Which paper of which document or settlement. */
export interface PaperOrder {
  readonly documentId: number | null; readonly settlementId: number | null; readonly paper: 'payout_sheet' | 'payout_sheet_accounts';
  readonly format: 'xlsx' | 'csv'; readonly layout: string; readonly op: 'settlement.payoutSheet';
}
interface KeptBytes { readonly bytes: Buffer; readonly sha256: string; readonly first: boolean }

/**
 * Gives the paper that was made at the first print, or makes and keeps it now, sealed with the folder's key; the bytes are the same
 * ever after. Each time it is handed out stands in the audit. Faults: `key_missing` where the folder's key cannot be had,
 * `protected_damaged` where the kept bytes were changed.
 */
export async function givePaper(context: TaskContext, order: PaperOrder, make: () => Promise<Uint8Array>): Promise<KeptBytes> {
  const { station } = context;
  const fields = station.keys?.fields;
  if (!fields) throw new Fault('key_missing');
  const key = { documentId: order.documentId, settlementId: order.settlementId, paper: order.paper, format: order.format };
  const made = keptPaper.first(context.db, key) ? null : Buffer.from(await make());
  return context.transact(({ tx, now }): KeptBytes => {
    const user = signedIn(context);
    writeAudit(tx, { at: now, userId: user.rowId, op: order.op, outcome: 'ok', code: order.paper, commandId: context.commandId, correlationId: null });
    const kept = keptPaper.first(tx, key);
    if (kept) {
      const bytes = fields.openBytes('account', kept.bytes, kept.ulid);
      if (sha256Hex(bytes) !== kept.sha256) throw new Fault('protected_damaged', { what: order.paper });
      return { bytes, sha256: kept.sha256, first: false };
    }
    if (!made) throw new Error('a kept paper went away');
    const ulid = station.ids.ulid();
    const sha256 = sha256Hex(made);
    const row = {
      ulid, print_job_id: null, document_id: order.documentId, settlement_id: order.settlementId, lot_id: null, paper: order.paper, format: order.format, locale: 'zh', layout_version: layoutNumber(order.layout),
      sha256, sealed: 1, bytes: fields.sealBytes('account', made, ulid), at: now, user_id: user.rowId,
    } satisfies Omit<FullRow<'kept_paper'>, 'signature'>;
    insertRow(tx, 'kept_paper', { ...row, signature: signRows(station.keys?.signing, keptRows(row)) });
    return { bytes: made, sha256, first: true };
  });
}
