import type { Operation } from '../../contract/define.ts';
import type { OperationName, Operations } from '../../contract/operations.ts';
import type { Handler, HandlerTable } from './handler.ts';

/** An operation of the contract and what answers it. */
export interface Entry {
  readonly name: OperationName;
  readonly operation: Operation;
  readonly handler: Handler<OperationName>;
}

/** Finds what a caller names; null when there is no such operation. Rejects when the part of core that answers it cannot be opened. */
export interface Catalogue {
  find(op: string): Promise<Entry | null>;
}

type Tables<N extends OperationName> = { readonly operations: Pick<Operations, N>; readonly handlers: Pick<HandlerTable, N> };

/** The entry of one of these operations; null for any other name. */
export function entryOf<N extends OperationName>({ operations, handlers }: Tables<N>, op: string): Entry | null {
  if (!Object.hasOwn(operations, op)) return null;
  const name = op as N;
  return { name, operation: operations[name], handler: handlers[name] as Handler<OperationName> };
}
