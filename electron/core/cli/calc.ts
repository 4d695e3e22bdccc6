import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readFields } from '../../domain/json-shape.ts';
import { RuleError } from '../../domain/rule-error.ts';
import { CALC_RULES } from './calc-rules.ts';

function answer(rule: string, line: string): unknown {
  const compute = CALC_RULES.get(rule);
  if (compute === undefined) throw new RuleError('unknown_rule', 'rule');
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuleError('not_json', 'line');
    throw error;
  }
  return compute(readFields(parsed));
}

/**
 * Computes one line of the calculator: a JSON object in, a JSON text without line break out. An input that breaks a rule answers
 * `{"error":{"code","field"}}`; nothing else is caught, because anything else is a bug.
 */
export function runCalc(rule: string, line: string): string {
  try {
    return JSON.stringify(answer(rule, line));
  } catch (error) {
    if (error instanceof RuleError) return JSON.stringify({ error: { code: error.code, field: error.field } });
    throw error;
  }
}

/** True for a rule the calculator knows. */
export function isCalcRule(rule: string): boolean {
  return CALC_RULES.has(rule);
}

/** Answers every line of `stdin` with one line on `stdout`, in order; empty lines are passed over and a wrong line does not stop the next. */
export async function calcVerb(rule: string, stdin: Readable, stdout: Writable): Promise<void> {
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    // A slow reader at the other end of a pipe must not make the answers pile up in memory.
    if (!stdout.write(`${runCalc(rule, line)}\n`)) await once(stdout, 'drain');
  }
}
