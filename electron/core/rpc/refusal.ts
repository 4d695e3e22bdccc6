import type { RefusalParams } from '../../contract/envelope.ts';

/** The business says no. Thrown inside a handler so that its transaction rolls back, and turned into a value by the dispatcher. */
export class Refusal extends Error {
  readonly code: string;
  readonly params: RefusalParams;

  constructor(code: string, params: RefusalParams = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}

/** Refuses with a code that the operation declares in the contract; an undeclared one is reported as a bug. */
export function refuse(code: string, params: RefusalParams = {}): never {
  throw new Refusal(code, params);
}
