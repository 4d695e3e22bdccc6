import type { OperationName } from '../../contract/operations.ts';

/** All that a customer's display may ask: it stands open to every eye and hand in the hall. */
const operations: ReadonlySet<string> = new Set<OperationName>(['display.state']);

/** All that it is told: its sheet and the live weight, not who did what at the desk. */
const events: ReadonlySet<string> = new Set(['display.sheet', 'scale.live']);

export const mayDisplayAsk = (op: string): boolean => operations.has(op);
export const mayDisplayHear = (event: string): boolean => events.has(event);
