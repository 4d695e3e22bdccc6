import { folderRow } from '../../../../db/queries/books.queries.ts';
import { keepRecoveryWrap } from '../../../../db/queries/folder.queries.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { rewrap } from '../../platform/key-store.ts';
import { openWithRecoveryCode, wrapWithNewCode } from '../../platform/recovery-wrap.ts';
import type { RecoveryWrap } from '../../platform/recovery-wrap.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../rpc/handler.ts';
import { auditAside } from '../../rpc/audit.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { appendEvent } from '../books/event-log.ts';
import { keyPlace, loadIdentity } from '../identity.ts';

/** The slow derivation before the transaction. Refuses `key_missing`. */
export async function prepareNewCode({ station }: QueryContext): Promise<RecoveryWrap> {
  return wrapWithNewCode((station.keys ?? refuse('key_missing')).dataKey);
}

/** Replaces the wrap in the database: the old code opens only older backups from now on. */
export function replaceCode(context: CommandContext, made: RecoveryWrap): { recoveryCode: string } {
  keepRecoveryWrap.run(context.tx, { wrap: made.wrap });
  appendEvent(context, { type: 'recovery.renewed', docType: 'folder', docId: context.station.folderUlid, docHash: sha256Hex(made.wrap), payload: {} });
  return { recoveryCode: made.code };
}

/**
 * Opens the data key with the printed code and keeps it on this computer. Refuses `key_present`, `recovery_code_mistyped` (with the
 * group that cannot be right) and `recovery_code_wrong`.
 */
export async function bringKey(station: Station, typed: string): Promise<void> {
  if (station.keys) refuse('key_present');
  const wrap = folderRow.one(station.db, {}).recovery_wrap ?? refuse('recovery_code_wrong');
  const opened = await openWithRecoveryCode(wrap, typed);
  if (!opened.ok) return opened.why === 'code_mistyped' ? refuse('recovery_code_mistyped', { group: opened.group }) : refuse('recovery_code_wrong');
  await rewrap(keyPlace(station.paths, station.host, station.folderUlid), opened.dataKey);
  const { keys } = await loadIdentity(station.db, station.paths, station.host, station.folderUlid);
  Object.assign(station, { keys });
}

export async function enterCode({ station, now, user, commandId }: TaskContext, { code }: { readonly code: string }): Promise<Record<string, never>> {
  await bringKey(station, code);
  auditAside(station, { at: now, userId: user?.rowId ?? null, op: 'recovery.enter', outcome: 'ok', code: null, commandId, correlationId: null });
  return {};
}
