import Database from 'better-sqlite3';
import type { ReadHandle } from './connection.ts';
import { StorageError, asStorageError } from './storage-error.ts';

/** What a database file says about itself, read from the file alone. */
export interface DatabaseFacts {
  readonly schemaVersion: number;
  /** Null before the first run has named the folder. */
  readonly folder: { readonly ulid: string; readonly kind: 'live' | 'training' } | null;
  /** The device that writes in this folder now. */
  readonly device: string | null;
  readonly documents: number;
  /** The last event of each device, ordered by device. */
  readonly heads: ReadonlyArray<{ readonly device: string; readonly seq: number; readonly hash: string }>;
}

export type DatabaseInspection =
  | { readonly ok: true; readonly facts: DatabaseFacts }
  /** `detail` is the first complaint of SQLite's own check. */
  | { readonly ok: false; readonly detail: string };

/**
 * Writes a consistent copy of a database, running or not, into a file that does not exist yet, and packs it. Reads from its own
 * connection: the writer goes on. It blocks the calling thread until done, so a long one belongs into a worker.
 * The copy is one plain file without a log beside it. It is not yet synced to the disk. Throws StorageError.
 */
export function copyDatabase(from: string, to: string): void {
  withFile(from, { readonly: true, fileMustExist: true, timeout: 5_000 }, (file) => {
    file.prepare('VACUUM INTO ?').run(to);
  });
}

/** Opens a file for reading, lets SQLite check every page, index and foreign key, and reads its facts. Throws only what is not the file's fault. */
export function inspectDatabase(path: string): DatabaseInspection {
  try {
    return withFile(path, { readonly: true, fileMustExist: true, timeout: 5_000 }, (file) => {
      const complaint = file.pragma('integrity_check(1)', { simple: true });
      if (complaint !== 'ok') return { ok: false, detail: String(complaint) };
      const orphan = file.prepare('SELECT "table" AS name FROM pragma_foreign_key_check LIMIT 1').get() as { name: string } | undefined;
      return orphan === undefined ? { ok: true, facts: factsOf(file) } : { ok: false, detail: `foreign key in ${orphan.name}` };
    });
  } catch (error) {
    if (error instanceof StorageError && error.kind !== 'locked') return { ok: false, detail: error.message };
    throw error;
  }
}

/** A picture that a sealed ticket names: the ticket's number, and what the sealed file must hash to. */
export interface NamedPhoto { readonly id: string; readonly number: string; readonly fileSha256: string }

/** Every picture that the tickets of a database file name; none where the file is older than pictures. Throws StorageError. */
export function photosNamedIn(path: string): NamedPhoto[] {
  return withFile(path, { readonly: true, fileMustExist: true, timeout: 5_000 }, (file) => (hasTable(file, 'ticket_photo')
    ? file.prepare('SELECT p.ulid AS id, d.number, p.file_sha256 AS fileSha256 FROM ticket_photo p JOIN document d ON d.id = p.document_id ORDER BY p.id').all() as NamedPhoto[]
    : []));
}

function withFile<T>(path: string, options: Database.Options, work: (file: Database.Database) => T): T {
  let file: Database.Database | undefined;
  try {
    file = new Database(path, options);
    return work(file);
  } catch (error) {
    throw asStorageError(error) ?? error;
  } finally {
    file?.close();
  }
}

/** The tables asked here have been the same since the first shape. */
function factsOf(file: Database.Database): DatabaseFacts {
  const schemaVersion = file.pragma('user_version', { simple: true }) as number;
  if (!hasTable(file, 'folder') || !hasTable(file, 'event')) return { schemaVersion, folder: null, device: null, documents: 0, heads: [] };
  const folder = file.prepare('SELECT ulid, kind FROM folder').get() as DatabaseFacts['folder'] | undefined;
  const device = file.prepare('SELECT ulid FROM device ORDER BY id DESC LIMIT 1').get() as { ulid: string } | undefined;
  const documents = file.prepare('SELECT count(*) AS n FROM document').get() as { n: number };
  const heads = file.prepare(`
    SELECT device, seq, hash FROM event AS e
    WHERE seq = (SELECT max(seq) FROM event WHERE device = e.device) ORDER BY device`).all() as DatabaseFacts['heads'];
  return { schemaVersion, folder: folder ?? null, device: device?.ulid ?? null, documents: documents.n, heads };
}

function hasTable(file: Database.Database, name: string): boolean {
  return file.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

/** Copies what an open connection sees into a new file. Not yet synced to the disk. */
export function copyInto(handle: ReadHandle, to: string): void {
  handle.file.prepare('VACUUM INTO ?').run(to);
}
