import { settlementRole } from '../../../../db/queries/settlement.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { openDocument } from '../books/documents.ts';

/** Exactly one computer of a station settles and pays; the others refuse. A restored or moved folder must take the role again. */
export function requireSettlementRole({ db, station }: Pick<QueryContext, 'db' | 'station'>): void {
  if (settlementRole.first(db, {})?.device !== station.device?.ulid) refuse('settlement_role_elsewhere');
}

/** Takes the settlement role over by a document with a second person. Refuses `role_held` when this computer has it already. */
export function takeRole(context: CommandContext, input: { readonly reason: string }): OutputOf<'settlement.takeRole'> {
  const previous = settlementRole.first(context.tx, {})?.device ?? null;
  const device = context.station.device?.ulid ?? refuse('setup_needed');
  if (previous === device) refuse('role_held');
  const document = openDocument(context, { type: 'settlement_role', reason: input.reason });
  document.add('settlement_role', { document_id: document.id, device, previous_device: previous });
  document.seal({ payload: { device, previous } });
  return { number: document.number };
}
