import { lastEvent } from '../../../db/queries/books.queries.ts';
import { auditLines, waitingForSecond } from '../../../db/queries/system.queries.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { firstPrev } from '../platform/event-hash.ts';
import { keyIdOf } from '../platform/signing.ts';
import type { HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change, changeAfter, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { askedBackup, listOwnBackups, proveBackup } from './system/backups.ts';
import { countersign } from './system/countersign.ts';
import { enterCode, prepareNewCode, replaceCode } from './system/recovery.ts';
import { publicKeys } from './system/public-keys.ts';
import { sealNow } from './system/sealing.ts';
import { readSettings, saveSetting } from './system/settings.ts';
import { systemStatus } from './system/status.ts';

/** The last event of this computer's chain and the key that seals it. */
function headOf({ station, db }: QueryContext): OutputOf<'system.head'> {
  const device = station.device ?? refuse('setup_needed');
  const last = lastEvent.first(db, { device: device.ulid });
  return { device: device.ulid, seq: last?.seq ?? 0, hash: last?.hash ?? firstPrev, publicKey: device.publicKey, keyId: keyIdOf(device.publicKey) };
}

type Own = 'system.status' | 'system.verify' | 'system.head' | 'system.publicKeys' | 'system.seal' | 'backup.list' | 'backup.create' | 'backup.verify' | 'countersign.list' | 'countersign.sign'
  | 'audit.list' | 'setting.get' | 'setting.save' | 'recovery.newCode' | 'recovery.enter';

export const systemHandlers: HandlersOf<Own> = {
  'system.status': ask(systemStatus),
  'system.verify': ask(({ station, user }, { full }) => station.live.watch.verify(full, user?.locale ?? 'zh')),
  'system.head': ask(headOf),
  'system.publicKeys': ask(publicKeys),
  'system.seal': change(sealNow),
  'backup.list': ask(({ station }) => listOwnBackups(station)),
  'backup.create': task((context, { folder }) => askedBackup(context, folder)),
  'backup.verify': ask((context, { file }) => proveBackup(context, file)),
  'countersign.list': ask(({ db }) => ({ rows: waitingForSecond.all(db, {}) })),
  'countersign.sign': change(countersign),
  'audit.list': ask(({ db }, { from, outcome, limit }) => ({ rows: auditLines.all(db, { from: from ?? 0, outcome: outcome ?? null, limit }) })),
  'setting.get': ask(readSettings),
  'setting.save': change(saveSetting),
  'recovery.newCode': changeAfter(prepareNewCode, (context, _input, made) => replaceCode(context, made), { once: false }),
  'recovery.enter': task(enterCode, { once: false }),
};
