import { ulid } from 'ulid';
import type { Approval, CallRequest } from '../../electron/contract/envelope.ts';
import { createCoreLine } from './core-line.ts';
import type { InputOf, OperationName, ReplyOf } from './operation-types.ts';

/** The window's one line to core. */
export const coreLine = createCoreLine();

export interface CallOptions {
  /** A second person's consent. */
  readonly approval?: Approval;
  /** Made before sending; give the same one to send the same command again. */
  readonly commandId?: string;
}

/** A new id for a command; the same command keeps it however often it is sent. */
export function newCommandId(): string {
  return ulid();
}

/**
 * Asks core. Resolves to the answer, the business's refusal or the world's fault; rejects only for a bug. With a `commandId` the
 * operation runs once, however often it is asked.
 */
export async function call<Name extends OperationName>(op: Name, input: InputOf<Name>, options: CallOptions = {}): Promise<ReplyOf<Name>> {
  const request: CallRequest = { op, input };
  if (options.commandId !== undefined) request.commandId = options.commandId;
  if (options.approval !== undefined) request.approval = options.approval;
  // Core validates every answer against the contract before it leaves, so the shape is known here.
  return await coreLine.ask(request) as ReplyOf<Name>;
}
