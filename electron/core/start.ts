import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openForWriting } from '../../db/connection.ts';
import type { WriteConnection } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { lastEventMoment } from '../../db/queries/books.queries.ts';
import type { CoreHost } from './host/core-host.ts';
import { firstAnswers } from './first-answers.ts';
import { keepMigrationBackup } from './jobs/migration-backup.ts';
import { createClockGuard } from './platform/clock-guard.ts';
import type { Clock } from './platform/clock.ts';
import { systemClock } from './platform/clock.ts';
import { Fault } from './platform/fault.ts';
import { finishInterruptedRestore } from './platform/backup-restore.ts';
import { lockFolder } from './platform/folder-lock.ts';
import type { FolderLock } from './platform/folder-lock.ts';
import type { Ids } from './platform/ids.ts';
import type { ScryptCost } from './platform/passwords.ts';
import { standardCost } from './platform/passwords.ts';
import { systemIds } from './platform/ids.ts';
import { openLogs } from './platform/logger.ts';
import { asFault } from './rpc/outcome.ts';
import type { Channel } from './rpc/channel.ts';
import { mayDisplayHear } from './rpc/customer-scope.ts';
import type { Catalogue } from './rpc/catalogue.ts';
import { entryOf } from './rpc/catalogue.ts';
import { createDispatcher } from './rpc/dispatcher.ts';
import type { Dispatcher } from './rpc/dispatcher.ts';
import type { Session } from './rpc/session.ts';
import { linkWindow } from './rpc/window-link.ts';
import type { WindowLink } from './rpc/window-link.ts';
import { answerCommandLine } from './cli/local-line.ts';
import { findPendingIncarnation } from './services/system/incarnation.ts';
import { gateIncarnation } from './services/system/incarnation-gate.ts';
import { ensureFolder, loadIdentity } from './services/identity.ts';
import type { StartedLater } from './started-later.ts';
import { startedLater } from './started-later.ts';
import type { RestOfCore } from './rest-of-core.ts';
import type { FolderKind, Station, StationPaths } from './station.ts';

export interface CoreConfig {
  readonly paths: StationPaths;
  readonly kind: FolderKind;
  readonly host: CoreHost;
  readonly version?: string;
  readonly clock?: Clock;
  /** The clock the watch over jumps looks at; its monotonic time counts sleep. The same as `clock` when left out. */
  readonly guardClock?: Clock;
  readonly ids?: Ids;
  /** Cost of a new PIN's hash; the standard one when left out. Tests that sign in hundreds of times take a cheap one. */
  readonly pinCost?: ScryptCost;
  /** Checks every answer against the contract; tests do. */
  readonly checkReplies?: boolean;
  /** True in the application: answers the command line over the local socket, checks the books and makes backups of its own accord. */
  readonly isAtWork?: boolean;
  /**
   * Answers what a window asks first before the rest of core is loaded, which then follows of its own accord; whoever asks for more
   * meanwhile waits for it. Is told when the rest cannot be started. Without it core stands whole when the start is over.
   */
  readonly restFailed?: (error: unknown) => void;
}

/** A running core: it holds its folder until it is stopped. */
export interface Core {
  readonly station: Station;
  readonly dispatcher: Dispatcher;
  readonly lock: FolderLock;
  /** Answers one window until the returned function is called. */
  serve(channel: Channel, window: { readonly scope: Session['scope']; readonly locale: string }): () => void;
  /** Ends everything in order; calling it again waits for the same end. */
  stop(): Promise<void>;
}

/** A first answer leaves the window this long to paint; a window that never asks must not keep scales and printers waiting. */
const afterFirstAnswerMs = 250;
const atLatestMs = 2_000;

/** Name of the database inside the data folder. */
export const databaseName = 'station.sqlite';

function openDatabase(paths: StationPaths, clock: Clock): WriteConnection {
  const file = join(paths.data, databaseName);
  try {
    const db = openForWriting(file);
    migrate(db, () => keepMigrationBackup(db, paths.data, clock.now()));
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
  await finishInterruptedRestore(config.paths.data);
  mkdirSync(config.paths.data, { recursive: true });
  const lock = lockFolder(config.paths.data);
  let db: WriteConnection | null = null;
  try {
    db = openDatabase(config.paths, clock);
    return await openStation(config, db, lock, clock);
  } catch (error) {
    db?.close();
    lock.release();
    throw asFault(error) ?? error;
  }
}

function catalogueOf(rest: StartedLater<RestOfCore>): Catalogue {
  return {
    async find(op) {
      const first = entryOf(firstAnswers, op);
      if (first === null) return (await rest.now()).find(op);
      rest.within(afterFirstAnswerMs);
      return first;
    },
  };
}

async function openStation(config: CoreConfig, db: WriteConnection, lock: FolderLock, clock: Clock): Promise<Core> {
  const ids = config.ids ?? systemIds(clock);
  const folder = ensureFolder(db, config.kind, ids, clock);
  if (folder.kind !== config.kind) throw new Fault('folder_kind', { folder: folder.kind, asked: config.kind });
  const windows = new Set<WindowLink>();
  const logs = openLogs({ folder: join(config.paths.data, 'logs') });
  const identity = await loadIdentity(db, config.paths, config.host, folder.ulid);
  const station: Station = {
    kind: config.kind, db, paths: config.paths, clock, ids, host: config.host, version: config.version ?? '0.1.0', pinCost: config.pinCost ?? standardCost, folderUlid: folder.ulid,
    log: logs.root, device: identity.device, keys: identity.keys,
    pendingIncarnation: await findPendingIncarnation(config.paths, config.host, folder.ulid, identity.device),
    clockGuard: createClockGuard(config.guardClock ?? clock, lastEventMoment.first(db, {})?.at ?? null),
    emit: (name, payload) => {
      for (const window of windows) if (window.session.scope !== 'customer' || mayDisplayHear(name)) window.event(name, payload);
    },
    live: undefined as never,
  };
  const rest = startedLater(async () => (await import('./rest-of-core.ts')).startRestOfCore(station, config.isAtWork ?? false), config.restFailed ?? (() => {}));
  const catalogue = catalogueOf(rest);
  const dispatcher: Dispatcher = gateIncarnation(station, catalogue, createDispatcher(station, catalogue, { checkReplies: config.checkReplies ?? false }));
  // The folder is locked from here on, so whoever comes by the command line must be answered, and waits for the rest like a window.
  const callers = config.isAtWork ? await answerCommandLine(station, dispatcher, lock) : null;
  if (config.restFailed === undefined) await rest.now();
  else rest.within(atLatestMs);
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await callers?.stop();
    await (await rest.end()?.catch(() => null))?.stop();
    for (const window of windows) window.close();
    db.checkpoint();
    db.close();
    logs.close();
    lock.release();
  };
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
    stop: () => (stopping ??= stop()),
  };
}
