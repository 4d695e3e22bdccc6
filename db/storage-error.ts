/** What the file itself may do to us. Core turns each kind into a fault with a plain sentence. */
export type StorageKind = 'locked' | 'full' | 'corrupt' | 'read_only' | 'not_a_database' | 'from_future' | 'migration_failed' | 'unopenable' | 'io';

export class StorageError extends Error {
  readonly kind: StorageKind;

  constructor(kind: StorageKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StorageError';
    this.kind = kind;
  }
}

const kinds: ReadonlyArray<readonly [prefix: string, kind: StorageKind]> = [
  ['SQLITE_BUSY', 'locked'], ['SQLITE_LOCKED', 'locked'], ['SQLITE_FULL', 'full'], ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_READONLY', 'read_only'], ['SQLITE_NOTADB', 'not_a_database'], ['SQLITE_CANTOPEN', 'unopenable'], ['SQLITE_IOERR', 'io'],
];

/** The storage error behind an error of SQLite, or null when the error is something else (a bug, a broken rule). */
export function asStorageError(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found = kinds.find(([prefix]) => code.startsWith(prefix));
  return found && error instanceof Error ? new StorageError(found[1], error.message, error) : null;
}
