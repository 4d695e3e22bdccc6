import type { ReadHandle, WriteHandle } from '../../../db/connection.ts';
import type { OperationName, OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import type { Station } from '../station.ts';
import type { Session, SessionUser } from './session.ts';

/** What every handler knows: the station, the moment, who asks. */
export interface BaseContext {
  readonly station: Station;
  readonly session: Session;
  /** Milliseconds UTC, read once for the whole call. */
  readonly now: number;
  readonly businessDate: string;
  readonly user: SessionUser | null;
  /** The second person, checked, when a consent came with the call. */
  readonly approver: SessionUser | null;
}

export interface QueryContext extends BaseContext {
  readonly db: ReadHandle;
}

export interface CommandContext extends QueryContext {
  readonly tx: WriteHandle;
  /** Runs once the transaction is committed, never when it is rolled back. */
  afterCommit(work: () => void): void;
}

export interface TaskContext extends QueryContext {
  readonly commandId: string;
  /** Opens a transaction of the task's own. Device work, files and waiting stay outside. */
  transact<T>(work: (context: CommandContext) => T): T;
}

type Ask<N extends OperationName> = (context: QueryContext, input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;
type Change<N extends OperationName, P> = (context: CommandContext, input: ParsedInputOf<N>, prepared: P) => OutputOf<N>;
type Prepare<N extends OperationName, P> = (context: QueryContext, input: ParsedInputOf<N>) => Promise<P>;
type Task<N extends OperationName> = (context: TaskContext, input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;

export interface HandlerOptions {
  /** False for keystrokes and secrets: the reply is not kept, and only refusals and faults are audited. */
  readonly once?: boolean;
}

/** A question: answers from the read side, may wait (worker threads). */
export interface AskHandler<N extends OperationName> { readonly form: 'ask'; readonly run: Ask<N> }
/** A change: one synchronous transaction together with its audit line and its stored reply; `prepare` does the waiting before it. */
export interface ChangeHandler<N extends OperationName> { readonly form: 'change'; readonly run: Change<N, unknown>; readonly prepare: Prepare<N, unknown> | null; readonly once: boolean }
/** A change with device or file work in it, or a long run; opens its own transactions. */
export interface TaskHandler<N extends OperationName> { readonly form: 'task'; readonly run: Task<N>; readonly once: boolean }

export type Handler<N extends OperationName> = AskHandler<N> | ChangeHandler<N> | TaskHandler<N>;
/** Core must fill every operation of the contract. */
export type HandlerTable = { readonly [N in OperationName]: Handler<N> };
/** The handlers of one business area: `const handlers = { … } satisfies HandlersOf<'member.list' | …>`. */
export type HandlersOf<N extends OperationName> = { readonly [K in N]: Handler<K> };

export const ask = <N extends OperationName>(run: Ask<N>): AskHandler<N> => ({ form: 'ask', run });
export const change = <N extends OperationName>(run: Change<N, undefined>, options: HandlerOptions = {}): ChangeHandler<N> =>
  ({ form: 'change', run: (context, input) => run(context, input, undefined), prepare: null, once: options.once ?? true });
export const changeAfter = <N extends OperationName, P>(prepare: Prepare<N, P>, run: Change<N, P>, options: HandlerOptions = {}): ChangeHandler<N> =>
  ({ form: 'change', run: (context, input, prepared) => run(context, input, prepared as P), prepare, once: options.once ?? true });
export const task = <N extends OperationName>(run: Task<N>, options: HandlerOptions = {}): TaskHandler<N> => ({ form: 'task', run, once: options.once ?? true });

/** The person behind a call that needs a sign-in; the dispatcher has already refused anybody else. */
export function signedIn(context: BaseContext): SessionUser {
  if (!context.user) throw new Error('the operation ran without a person');
  return context.user;
}
