import type { FullRow } from '../../../../db/insert.ts';
import { insertRow } from '../../../../db/insert.ts';
import { forgetMasters } from '../../../../db/remembered.ts';
import { lastMasterVersion } from '../../../../db/queries/books.queries.ts';
import { updateMaster } from '../../../../db/queries/masters.queries.ts';
import type { MasterTable } from '../../../../db/queries/masters.queries.ts';
import { canonicalText } from '../../platform/canonical-text.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { appendEvent } from './event-log.ts';

/** The columns a service fills; identity and version are kept here. */
export type MasterFields<T extends MasterTable> = Omit<FullRow<T>, 'ulid' | 'version'>;

/** Every change of a master passes here, so here what was remembered of the old row is forgotten. */
function noteVersion<T extends MasterTable>(context: CommandContext, entity: T, row: { readonly ulid: string; readonly version: number }): void {
  forgetMasters(context.tx.file);
  const payload = canonicalText(row);
  insertRow(context.tx, 'master_version', { entity, entity_ulid: row.ulid, version: row.version, at: context.now, user_id: context.user?.rowId ?? null, payload });
  appendEvent(context, { type: `${entity}.saved`, docType: 'master', docId: `${entity}:${row.ulid}@${row.version}`, docHash: sha256Hex(payload), payload: {} });
}

/** Writes the first version of a master record and its current row; returns the row id and ULID. */
export function createMaster<T extends MasterTable>(context: CommandContext, entity: T, fields: MasterFields<T>, ulid: string = context.station.ids.ulid()): { id: number; ulid: string } {
  const row = { ...fields, ulid, version: 1 } as unknown as FullRow<T>;
  const id = insertRow(context.tx, entity, row);
  noteVersion(context, entity, row as unknown as { ulid: string; version: number });
  return { id, ulid };
}

/**
 * Writes the next version of a master record. `expected` is the version the person was looking at: another one in the meantime
 * is refused as `version_changed`, so that nobody's work is overwritten unseen.
 */
export function reviseMaster<T extends MasterTable>(context: CommandContext, entity: T, ulid: string, fields: MasterFields<T>, expected?: number): void {
  const last = lastMasterVersion.first(context.tx, { entity, ulid });
  if (!last) throw new Error(`no ${entity} ${ulid}`);
  if (expected !== undefined && expected !== last.version) refuse('version_changed');
  const row = { ...fields, ulid, version: last.version + 1 } as unknown as FullRow<T>;
  if (updateMaster(context.tx, entity, row) !== 1) throw new Error(`no current row of ${entity} ${ulid}`);
  noteVersion(context, entity, row as unknown as { ulid: string; version: number });
}
