import type Database from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CompiledQuery, RawBuilder } from 'kysely';
import type { ReadHandle, WriteHandle } from './connection.ts';
import type { Tables } from './schema.ts';

/** Stands in the built query where a value will be bound later. */
class ParameterSlot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Writes constants as literals and hides each bound value behind a unary plus. SQLite looks into a bare `?` of an ordered, limited or
 * joined query to choose its plan, and then compiles that statement anew at every run, which costs ten times the lookup itself; a
 * literal it may look into as often as it likes (partial indexes need that).
 */
class StablePlanCompiler extends SqliteQueryCompiler {
  protected override appendValue(parameter: unknown): void {
    if (!(parameter instanceof ParameterSlot)) {
      this.appendImmediateValue(parameter);
      return;
    }
    this.append('+');
    super.appendValue(parameter);
  }
}

/** Builds SQL text only; nothing is ever run through it. */
export const sqlBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new StablePlanCompiler(),
  },
});

export type Slots<P> = <K extends keyof P & string>(name: K) => P[K];
type Bindable = string | number | bigint | Uint8Array | null;
interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

/** A query whose SQL was built once; each connection prepares it once. */
class Statement<P> {
  readonly sql: string;
  readonly #order: readonly ParameterSlot[];
  readonly #prepared = new WeakMap<Database.Database, Database.Statement<Bindable[]>>();

  constructor(compiled: CompiledQuery<unknown>) {
    this.sql = compiled.sql;
    this.#order = compiled.parameters as readonly ParameterSlot[];
  }

  on(handle: ReadHandle): Database.Statement<Bindable[]> {
    let statement = this.#prepared.get(handle.file);
    if (!statement) {
      statement = handle.file.prepare<Bindable[]>(this.sql);
      this.#prepared.set(handle.file, statement);
    }
    return statement;
  }

  bind(params: P): Bindable[] {
    const values: Bindable[] = [];
    for (const slot of this.#order) values.push(params[slot.name as keyof P] as Bindable);
    return values;
  }
}

export interface Query<P, R> {
  readonly sql: string;
  all(handle: ReadHandle, params: P): R[];
  first(handle: ReadHandle, params: P): R | undefined;
  /** Exactly one row; anything else is a bug. */
  one(handle: ReadHandle, params: P): R;
  each(handle: ReadHandle, params: P): IterableIterator<R>;
}

export interface Command<P> {
  readonly sql: string;
  /** Returns the number of rows changed. */
  run(tx: WriteHandle, params: P): number;
  /** Runs and returns the row id of the inserted row. */
  insert(tx: WriteHandle, params: P): number;
}

const compileOnce = <P, R>(build: (k: typeof sqlBuilder, slot: Slots<P>) => Compilable<R>): (() => Statement<P>) => {
  let statement: Statement<P> | undefined;
  return () => (statement ??= new Statement<P>(build(sqlBuilder, ((name: string) => new ParameterSlot(name)) as unknown as Slots<P>).compile()));
};

/** Declares a question: `query<{ id: number }>()((k, slot) => k.selectFrom('member')….where('id', '=', slot('id')))`. */
export const query = <P extends object>() => <R>(build: (k: typeof sqlBuilder, slot: Slots<P>) => Compilable<R>): Query<P, R> => {
  const statement = compileOnce<P, R>(build);
  const first = (handle: ReadHandle, params: P): R | undefined => statement().on(handle).get(...statement().bind(params)) as R | undefined;
  return {
    get sql() {
      return statement().sql;
    },
    all: (handle, params) => statement().on(handle).all(...statement().bind(params)) as R[],
    first,
    one(handle, params) {
      const row = first(handle, params);
      if (row === undefined) throw new Error(`no row for: ${statement().sql}`);
      return row;
    },
    each: (handle, params) => statement().on(handle).iterate(...statement().bind(params)) as IterableIterator<R>,
  };
};

/** Declares a change: the same shape as `query`, run inside a transaction only. */
export const command = <P extends object>() => (build: (k: typeof sqlBuilder, slot: Slots<P>) => Compilable<unknown>): Command<P> => {
  const statement = compileOnce<P, unknown>(build);
  return {
    get sql() {
      return statement().sql;
    },
    run: (tx, params) => statement().on(tx).run(...statement().bind(params)).changes,
    insert: (tx, params) => Number(statement().on(tx).run(...statement().bind(params)).lastInsertRowid),
  };
};

/** A question too odd for the builder, as an `sql` template: `textQuery<{ day: string }, { n: number }>((slot) => sql`SELECT … ${slot('day')}`)`. */
export const textQuery = <P extends object, R>(build: (slot: Slots<P>) => RawBuilder<R>): Query<P, R> =>
  query<P>()((k, slot) => ({ compile: () => build(slot).compile(k) as CompiledQuery<R> }));
