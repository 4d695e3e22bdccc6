import type { WriteConnection } from '../../db/connection.ts';
import type { ScaleSearch } from './devices/scale/detection/scale-search.ts';
import type { ScaleDesk } from './devices/scale/scale-desk.ts';
import type { CoreHost } from './host/core-host.ts';
import type { Clock } from './platform/clock.ts';
import type { Ids } from './platform/ids.ts';
import type { ScryptCost } from './platform/passwords.ts';
import type { KeyKeeping } from './platform/key-store.ts';
import type { FieldProtection } from './platform/protected-field.ts';
import type { SigningKey } from './platform/signing.ts';
import type { CustomerDisplay } from './services/display/customer-display.ts';
import type { SpoolService } from './services/printing/spool-service.ts';
import type { ClockGuard } from './platform/clock-guard.ts';
import type { WorkerPool } from './jobs/worker-pool.ts';
import type { SettlementRuns } from './services/settlement/run-driver.ts';
import type { StatementRuns } from './services/sheet/statement-runs.ts';
import type { Watch } from './services/system/watch.ts';
import type { PendingIncarnation } from './services/system/incarnation.ts';
import type { Logger } from 'pino';

/** Where things lie; handed in by whoever runs core, never guessed. */
export interface StationPaths {
  /** The data folder (database, kept papers, backups, log). */
  readonly data: string;
  /** The program's own files: fonts, locales, seeds. */
  readonly resources: string;
  /** The user's configuration folder; the wrapped data key lies here, never in the data folder. */
  readonly config: string;
  /** The script worker threads start from. */
  readonly worker: string;
}

export type FolderKind = 'live' | 'training';

/** This computer's identity in the chain of events, from its first start or its last incarnation. */
export interface DeviceIdentity {
  readonly ulid: string;
  readonly stationCode: string;
  readonly deskLetter: string;
  readonly publicKey: string;
}

/** The folder's keys; absent where the data key cannot be had. */
export interface StationKeys {
  readonly keeping: KeyKeeping;
  readonly dataKey: Uint8Array;
  readonly fields: FieldProtection;
  readonly signing: SigningKey;
}

/** Everything a service may use. Made once at start; `device` and `keys` appear with the first run. */
export interface Station {
  readonly kind: FolderKind;
  readonly db: WriteConnection;
  readonly paths: StationPaths;
  readonly clock: Clock;
  readonly clockGuard: ClockGuard;
  readonly ids: Ids;
  readonly log: Logger;
  readonly host: CoreHost;
  readonly version: string;
  /** What a guess at a PIN costs; the stored text names it, so that it may rise without anybody's PIN being asked again. */
  readonly pinCost: ScryptCost;
  readonly folderUlid: string;
  device: DeviceIdentity | null;
  keys: StationKeys | null;
  /** Set while a restored or moved folder has not begun its life on this computer. */
  pendingIncarnation: PendingIncarnation | null;
  /** Tells every window that something happened; windows ask again for what they show. */
  emit(name: string, payload: unknown): void;
  /** Services that live as long as core does, by name; filled in by `start.ts`. */
  readonly live: LiveServices;
}

/** Long-lived parts a handler may reach: each area declares its own by extending this interface in its file. */
export interface LiveServices {
  /** Threads for heavy reads and drawing. */
  readonly workers: WorkerPool;
  /** Goes through settlement runs in small steps. */
  readonly settlementRuns: SettlementRuns;
  /** Draws the statements of a batch while the desk works. */
  readonly statementRuns: StatementRuns;
  readonly spool: SpoolService;
  /** Looks after the books: heads, checks, backups. */
  readonly watch: Watch;
  /** The scales of the station. */
  readonly scales: ScaleDesk;
  /** Looks for what a scale speaks. */
  readonly scaleSearch: ScaleSearch;
  /** What the farmer sees. */
  readonly display: CustomerDisplay;
}
