import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readFields } from '../../domain/json-shape.ts';
import { RuleError } from '../../domain/rule-error.ts';
import { CALC_RULES } from './calc-rules.ts';

/** What one line gave: its JSON text, and the rule that it broke. */
interface CalcAnswer {
  readonly text: string;
  readonly refused: RuleError | null;
}

function compute(rule: string, line: string): unknown {
  const computeRule = CALC_RULES.get(rule);
  if (computeRule === undefined) throw new RuleError('unknown_rule', 'rule');
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) throw new RuleError('not_json', 'line');
    throw error;
  }
  return computeRule(readFields(parsed));
}

function answerOf(rule: string, line: string): CalcAnswer {
  try {
    return { text: JSON.stringify(compute(rule, line)), refused: null };
  } catch (error) {
    if (error instanceof RuleError) return { text: JSON.stringify({ error: { code: error.code, field: error.field } }), refused: error };
    throw error;
  }
}

/**
 * Computes one line of the calculator: a JSON object in, a JSON text without line break out. An input that breaks a rule answers
 * `{"error":{"code","field"}}`; nothing else is caught, because anything else is a bug.
 */
export function runCalc(rule: string, line: string): string {
  return answerOf(rule, line).text;
}

/** True for a rule the calculator knows. */
export function isCalcRule(rule: string): boolean {
  return CALC_RULES.has(rule);
}

/**
 * Answers every line of `stdin` with one line on `stdout`, in order; empty lines are passed over and a wrong line does not stop the next.
 * `onRefused` hears of each wrong line with its number, counted from 1 over all lines.
 */
export async function calcVerb(rule: string, stdin: Readable, stdout: Writable, onRefused: (line: number, refused: RuleError) => void = () => undefined): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { text, refused } = answerOf(rule, line);
    if (refused !== null) onRefused(number, refused);
    // A slow reader at the other end of a pipe must not make the answers pile up in memory.
    if (!stdout.write(`${text}\n`)) await once(stdout, 'drain');
  }
}
