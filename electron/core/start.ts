import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openForWriting } from '../../db/connection.ts';
import type { WriteConnection } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { lastEventMoment } from '../../db/queries/books.queries.ts';
import type { CoreHost } from './host/core-host.ts';
import { handlers } from './handlers.ts';
import { keepMigrationBackup } from './jobs/migration-backup.ts';
import { createClockGuard } from './platform/clock-guard.ts';
import type { Clock } from './platform/clock.ts';
import { systemClock } from './platform/clock.ts';
import { Fault } from './platform/fault.ts';
import { lockFolder } from './platform/folder-lock.ts';
import type { FolderLock } from './platform/folder-lock.ts';
import type { Ids } from './platform/ids.ts';
import { systemIds } from './platform/ids.ts';
import { openLogs } from './platform/logger.ts';
import { asFault } from './rpc/outcome.ts';
import type { Channel } from './rpc/channel.ts';
import { createDispatcher } from './rpc/dispatcher.ts';
import type { Dispatcher } from './rpc/dispatcher.ts';
import type { Session } from './rpc/session.ts';
import { linkWindow } from './rpc/window-link.ts';
import type { WindowLink } from './rpc/window-link.ts';
import { startLiveServices } from './live-services.ts';
import { ensureFolder, loadIdentity } from './services/identity.ts';
import type { FolderKind, Station, StationPaths } from './station.ts';

export interface CoreConfig {
  readonly paths: StationPaths;
  readonly kind: FolderKind;
  readonly host: CoreHost;
  readonly version?: string;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Checks every answer against the contract; tests do. */
  readonly checkReplies?: boolean;
}

/** A running core: it holds its folder until it is stopped. */
export interface Core {
  readonly station: Station;
  readonly dispatcher: Dispatcher;
  readonly lock: FolderLock;
  /** Answers one window until the returned function is called. */
  serve(channel: Channel, window: { readonly scope: Session['scope']; readonly locale: string }): () => void;
  stop(): Promise<void>;
}

/** Name of the database inside the data folder. */
export const databaseName = 'station.sqlite';

function openDatabase(paths: StationPaths): WriteConnection {
  const file = join(paths.data, databaseName);
  try {
    const db = openForWriting(file);
    migrate(db, () => keepMigrationBackup(db, paths.data));
    return db;
  } catch (error) {
    throw asFault(error) ?? error;
  }
}

/**
 * Opens a data folder and everything that lives on it. Faults: `folder_in_use`, `folder_kind` (a training folder opened as a live one
 * or the other way round), `database_from_future`, `database_corrupt`, `database_locked`, `database_read_only`, `migration_failed`, `disk_full`.
 */
export async function startCore(config: CoreConfig): Promise<Core> {
  const clock = config.clock ?? systemClock;
  mkdirSync(config.paths.data, { recursive: true });
  const lock = lockFolder(config.paths.data);
  let db: WriteConnection | null = null;
  try {
    db = openDatabase(config.paths);
    return await openStation(config, db, lock, clock);
  } catch (error) {
    db?.close();
    lock.release();
    throw asFault(error) ?? error;
  }
}

async function openStation(config: CoreConfig, db: WriteConnection, lock: FolderLock, clock: Clock): Promise<Core> {
  const ids = config.ids ?? systemIds(clock);
  const folder = ensureFolder(db, config.kind, ids, clock);
  if (folder.kind !== config.kind) throw new Fault('folder_kind', { folder: folder.kind, asked: config.kind });
  const windows = new Set<WindowLink>();
  const logs = openLogs({ folder: join(config.paths.data, 'logs') });
  const identity = await loadIdentity(db, config.paths, config.host, folder.ulid);
  const station: Station = {
    kind: config.kind, db, paths: config.paths, clock, ids, host: config.host, version: config.version ?? '0.1.0', folderUlid: folder.ulid,
    log: logs.root, device: identity.device, keys: identity.keys,
    clockGuard: createClockGuard(clock, lastEventMoment.one(db, {}).at ?? null),
    emit: (name, payload) => {
      for (const window of windows) window.event(name, payload);
    },
    live: undefined as never,
  };
  const live = await startLiveServices(station);
  Object.assign(station, { live: live.services });
  const dispatcher = createDispatcher(station, handlers, { checkReplies: config.checkReplies ?? false });
  return {
    station, dispatcher, lock,
    serve(channel, window) {
      const link = linkWindow(channel, window.scope, dispatcher);
      windows.add(link);
      const end = (): void => {
        windows.delete(link);
      };
      channel.onClose(end);
      return end;
    },
    async stop() {
      await live.stop();
      for (const window of windows) window.close();
      db.checkpoint();
      db.close();
      logs.close();
      lock.release();
    },
  };
}
