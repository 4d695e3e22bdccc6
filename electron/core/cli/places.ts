import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openForReading } from '../../../db/connection.ts';
import { folderRow } from '../../../db/queries/books.queries.ts';
import { asStorageError } from '../../../db/storage-error.ts';
import { applicationFolder, configFolder } from '../../contract/folders.ts';
import type { FolderKind, StationPaths } from '../station.ts';
import { databaseName } from '../start.ts';
import type { CommandOptions } from './options.ts';

export interface CommandPlaces {
  readonly paths: StationPaths;
  readonly kind: FolderKind;
  /** The project's folder in a checkout; null in the packaged program. */
  readonly checkout: string | null;
}

/** Where the files of the program lie, told from the script that runs: the bundle, or the source of the command line. */
function programPlaces(script: string): { resources: string; worker: string; checkout: string | null } {
  const folder = dirname(script);
  const named = process.env['STATION_RESOURCES'];
  if (script.endsWith('.ts')) {
    const checkout = resolve(folder, '../../..');
    return { resources: named ?? join(checkout, 'resources'), worker: join(checkout, 'electron/core/worker.ts'), checkout };
  }
  return { resources: named ?? resolve(folder, '../../resources'), worker: join(folder, 'worker.cjs'), checkout: null };
}

/**
 * The folders of this call: `--data`, else STATION_DATA, else the same folder of this user as the application. Without `--training`
 * an existing folder says itself what kind it is; the kind matters for a new one.
 */
export function commandPlaces(options: CommandOptions, script = process.argv[1] ?? ''): CommandPlaces {
  const surroundings = { platform: process.platform, home: homedir(), env: process.env };
  const wanted: FolderKind = options.has('training') ? 'training' : 'live';
  const named = options.value('data') ?? (process.env['STATION_DATA'] || undefined);
  const data = named === undefined ? join(applicationFolder(surroundings), wanted) : resolve(named);
  const { resources, worker, checkout } = programPlaces(script);
  const kind = options.has('training') ? wanted : kindOfFolder(data) ?? wanted;
  return { paths: { data, resources, worker, config: configFolder(surroundings) }, kind, checkout };
}

/** What the database says it is; null when there is none, or none that can be read: opening it for real will say why. */
export function kindOfFolder(data: string): FolderKind | null {
  const path = join(data, databaseName);
  if (!existsSync(path)) return null;
  try {
    const db = openForReading(path);
    try {
      return (folderRow.first(db, {})?.kind as FolderKind | undefined) ?? null;
    } finally {
      db.close();
    }
  } catch (error) {
    if (asStorageError(error) || (error instanceof Error && error.message.startsWith('no such table'))) return null;
    throw error;
  }
}
