import type Database from 'better-sqlite3';
import type { ReadHandle } from './connection.ts';
import type { Query } from './sql.ts';

/** More masters than a station has at hand in a day; beyond it everything is asked anew. */
const mostKept = 2_000;

type Kept = Map<string, unknown>;

/** What each writing connection was told. A connection that only reads stands beside a writer it never hears of, and remembers nothing. */
const memories = new WeakMap<Database.Database, Kept>();

/** Lets the one connection that writes a file remember its masters: nobody else can change them under it. */
export function startRemembering(file: Database.Database): void {
  memories.set(file, new Map());
}

/** Forgets every master of a connection: one was written, or what was read may have been rolled back. */
export function forgetMasters(file: Database.Database): void {
  memories.get(file)?.clear();
}

/** What is remembered now, to be put back where everything that follows is taken back: then the masters stand as they stood. */
export function memoryNow(file: Database.Database): () => void {
  const memory = memories.get(file);
  const kept: Kept = new Map(memory);
  return () => { if (memory !== undefined) memories.set(file, kept); };
}

export interface RememberedQuery<P, R> {
  readonly sql: string;
  /** The row, as it stands; frozen, for the next one who asks gets the same. */
  first(handle: ReadHandle, params: P): Readonly<R> | undefined;
  /** Exactly one row; anything else is a bug. */
  one(handle: ReadHandle, params: P): Readonly<R>;
}

/**
 * A question for one row of a master (a person, a product, a setting) that is asked with every ticket and answered differently only after
 * a master was saved. `keyOf` names the row among those of this question. Not for rows that change otherwise than through the masters.
 */
export function remembered<P, R extends object>(name: string, asked: Query<P, R>, keyOf: (params: P) => string | number): RememberedQuery<P, R> {
  const first = (handle: ReadHandle, params: P): Readonly<R> | undefined => {
    const memory = memories.get(handle.file);
    if (memory === undefined) return asked.first(handle, params);
    const key = `${name} ${keyOf(params)}`;
    const kept = memory.get(key);
    if (kept !== undefined || memory.has(key)) return kept as Readonly<R> | undefined;
    const row = asked.first(handle, params);
    if (memory.size >= mostKept) memory.clear();
    memory.set(key, row === undefined ? undefined : Object.freeze(row));
    return row;
  };
  return {
    get sql() {
      return asked.sql;
    },
    first,
    one(handle, params) {
      const row = first(handle, params);
      if (row === undefined) throw new Error(`no row for: ${asked.sql}`);
      return row;
    },
  };
}
