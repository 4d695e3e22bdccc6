import { expect } from 'vitest';
import { RuleError } from '../../../electron/domain/rule-error.ts';

/** Expects the call to be refused by a rule of the cooperative with this code, and with this field when one is named. */
export function expectRefusal(call: () => unknown, code: string, field?: string): void {
  let refused: unknown = null;
  try {
    call();
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(RuleError);
  if (!(refused instanceof RuleError)) return;
  expect(refused.code).toBe(code);
  if (field !== undefined) expect(refused.field).toBe(field);
}
