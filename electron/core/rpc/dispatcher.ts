import type { CallRequest, Envelope } from '../../contract/envelope.ts';
import { requestSchema } from '../../contract/envelope.ts';
import { commonRefusals } from '../../contract/define.ts';
import type { Operation } from '../../contract/define.ts';
import type { OperationName } from '../../contract/operations.ts';
import { mayRole } from '../../contract/permission.ts';
import { businessDate } from '../../domain/business-date.ts';
import type { Station } from '../station.ts';
import { checkApproval } from './approval.ts';
import { writeAudit } from './audit.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { mayDisplayAsk } from './customer-scope.ts';
import type { ChangeHandler, CommandContext, QueryContext, TaskContext, TaskHandler } from './handler.ts';
import { earlierReply, inputDigest, keepReply } from './once-only.ts';
import { failedEnvelope } from './outcome.ts';
import { standingUser } from './people.ts';
import { refuse } from './refusal.ts';
import type { Session } from './session.ts';

/** The one door to core: look up, validate, authorise, once-only, transaction, audit, reply. */
export interface Dispatcher {
  call(session: Session, request: CallRequest): Promise<Envelope<unknown>>;
}

interface Call { readonly op: OperationName; readonly commandId: string; readonly hash: string; readonly userId: number | null }

export interface DispatcherOptions {
  /** Checks every answer against the contract; on in tests and development. */
  readonly checkReplies?: boolean;
}

function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  return refuse('invalid_input', { field: first?.path.join('.') ?? '', problem: first?.code ?? 'invalid' });
}

/** A role that was taken away, or a person no longer active, counts at once, on every window that is still open. */
function lookUpPerson(station: Station, session: Session): void {
  if (session.user) session.user = standingUser(station.db, session.user.rowId);
}

function authorise(op: OperationName, operation: Operation, session: Session): void {
  if (session.scope === 'customer' && !mayDisplayAsk(op)) refuse('not_permitted', { permission: operation.permission });
  if (operation.permission === 'public') return;
  if (!session.user) refuse('not_signed_in');
  if (!mayRole(session.user.role, operation.permission)) refuse('not_permitted', { permission: operation.permission });
}

export function createDispatcher(station: Station, catalogue: Catalogue, options: DispatcherOptions = {}): Dispatcher {
  const running = new Map<string, Promise<unknown>>();

  function runChange(context: QueryContext, call: Call, body: (command: CommandContext) => unknown, keep: boolean): unknown {
    const after: Array<() => void> = [];
    const data = station.db.transact((tx) => {
      const answer = body({ ...context, tx, afterCommit: (work) => after.push(work) });
      if (context.approver) writeAudit(tx, { at: context.now, userId: context.approver.rowId, op: `approval:${call.op}`, outcome: 'ok', code: null, commandId: call.commandId, correlationId: null });
      if (keep) {
        keepReply(tx, call, answer, context.now);
        writeAudit(tx, { at: context.now, userId: call.userId, op: call.op, outcome: 'ok', code: null, commandId: call.commandId, correlationId: null });
      }
      return answer;
    });
    for (const work of after) work();
    return data;
  }

  async function runCommand(context: QueryContext, handler: ChangeHandler<OperationName> | TaskHandler<OperationName>, call: Call, input: never): Promise<unknown> {
    if (handler.form === 'change') {
      const prepared = handler.prepare ? await handler.prepare(context, input) : undefined;
      return runChange(context, call, (command) => handler.run(command, input, prepared), handler.once);
    }
    const taskContext: TaskContext = { ...context, commandId: call.commandId, transact: (work) => runChange(context, call, work, false) as never };
    const answer = await handler.run(taskContext, input);
    if (handler.once) runChange(context, call, () => answer, true);
    return answer;
  }

  /** The same command sent twice while the first is still under way waits for the first. */
  async function onceAtATime(call: Call, work: () => Promise<unknown>): Promise<unknown> {
    const key = `${call.commandId} ${call.hash} ${call.userId ?? 0}`;
    const under = running.get(key);
    if (under) return under;
    const promise = work();
    running.set(key, promise);
    try {
      return await promise;
    } finally {
      running.delete(key);
    }
  }

  async function answer(session: Session, request: CallRequest, { name, operation, handler }: Entry): Promise<unknown> {
    const input = parseInput(operation, request.input) as never;
    lookUpPerson(station, session);
    authorise(name, operation, session);
    const now = station.clock.now();
    const context: QueryContext = { station, session, db: station.db, now, businessDate: businessDate(now), user: session.user, approver: null };
    if (handler.form === 'ask') return handler.run(context, input);
    const { commandId } = request;
    if (commandId === undefined) refuse('command_id_missing');
    const call: Call = { op: name, commandId, hash: inputDigest(station, name, input), userId: session.user?.rowId ?? null };
    return onceAtATime(call, async () => {
      const earlier = handler.once ? earlierReply(station, call) : null;
      if (earlier) return earlier.data;
      const approver = await checkApproval(station, name, operation, session.user, request.approval);
      const data = await runCommand({ ...context, approver }, handler, call, input);
      if (handler.once) station.emit('changed', { op: name });
      return data;
    });
  }

  return {
    async call(session, request) {
      const shape = requestSchema.safeParse(request);
      const op = shape.success ? shape.data.op : '';
      const declared: string[] = [...commonRefusals];
      const failed = { op: op || 'unknown', userId: session.user?.rowId ?? null, commandId: shape.success ? shape.data.commandId ?? null : null, declared, isQuestion: false };
      try {
        if (!shape.success) refuse('invalid_input', { field: String(shape.error.issues[0]?.path.join('.') ?? ''), problem: 'request' });
        const entry = await catalogue.find(op);
        if (entry === null) refuse('unknown_operation', { op });
        declared.push(...entry.operation.refusals);
        failed.isQuestion = entry.operation.kind === 'query';
        const data = await answer(session, shape.data, entry);
        if (options.checkReplies) entry.operation.output.parse(data);
        return { ok: true, data };
      } catch (error) {
        return failedEnvelope(station, failed, error);
      }
    },
  };
}
