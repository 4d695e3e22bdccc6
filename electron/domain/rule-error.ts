/**
 * A rule of the cooperative was broken by the input. The dispatcher turns it into a refusal, the calculator into an error line.
 * `code` names the rule (texts live in the locales), `field` names the input that broke it, in the caller's own spelling.
 */
export class RuleError extends Error {
  readonly code: string;
  readonly field: string;

  constructor(code: string, field: string) {
    super(`${code} (${field})`);
    this.name = 'RuleError';
    this.code = code;
    this.field = field;
  }
}

/** Returns `value` when it is an integer within ±(2^53 − 1); otherwise refuses with `not_an_integer` or `out_of_range`. */
export function safeInteger(value: number, field: string): number {
  if (!Number.isInteger(value)) throw new RuleError('not_an_integer', field);
  if (!Number.isSafeInteger(value)) throw new RuleError('out_of_range', field);
  // Minus zero would print as "-0" and is the one integer that is not equal to itself in a stored text.
  return value === 0 ? 0 : value;
}

/** Like `safeInteger`, and refuses a negative value with `negative`. */
export function nonNegativeInteger(value: number, field: string): number {
  const checked = safeInteger(value, field);
  if (checked < 0) throw new RuleError('negative', field);
  return checked;
}

/** Brings an exact result back to a plain number; refuses with `out_of_range` what a number cannot hold exactly. */
export function toSafeNumber(value: bigint, field: string): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) throw new RuleError('out_of_range', field);
  return Number(value);
}

/** Returns a rate in basis points between 0 and 10,000 (100 %); refuses anything else with `rate_out_of_range`. */
export function basisPoints(value: number, field: string): number {
  const checked = safeInteger(value, field);
  if (checked < 0 || checked > 10_000) throw new RuleError('rate_out_of_range', field);
  return checked;
}
