import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { calcVerb, isCalcRule, runCalc } from '../../../electron/core/cli/calc.ts';
import cases from '../../fixtures/vectors/calculator.json' with { type: 'json' };

describe('the calculator answers the worked examples exactly', () => {
  it.each(cases)('$rule: $tells', ({ rule, given, answer }) => {
    expect(JSON.parse(runCalc(rule, JSON.stringify(given)))).toEqual(answer);
  });

  it('knows every rule that the examples use', () => {
    expect(cases.every(({ rule }) => isCalcRule(rule))).toBe(true);
    expect(new Set(cases.map(({ rule }) => rule)).size).toBe(9);
  });
});

describe('the calculator on a stream', () => {
  async function calculate(rule: string, input: string): Promise<string[]> {
    const out = new PassThrough();
    const answers = text(out);
    await calcVerb(rule, Readable.from([input]), out);
    out.end();
    return (await answers).split('\n').filter((line) => line !== '');
  }

  it('goes on with the next line after a wrong one, in order', async () => {
    const answers = await calculate('amount-words', '{"fen":5}\nnonsense\r\n\n[1]\n{"fen":80}');
    expect(answers).toEqual([
      '{"words":"伍分"}',
      '{"error":{"code":"not_json","field":"line"}}',
      '{"error":{"code":"not_an_object","field":"line"}}',
      '{"words":"捌角整"}',
    ]);
  });

  it('answers a rule it does not know with an error on each line', async () => {
    expect(await calculate('guess', '{}\n{}')).toEqual(Array(2).fill('{"error":{"code":"unknown_rule","field":"rule"}}'));
  });

  it('waits for a slow reader and loses no line of thousands', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => JSON.stringify({ fen: index })).join('\n');
    expect(await calculate('amount-words', lines)).toHaveLength(5000);
  });

  it('does not take inherited names of objects for fields', () => {
    expect(JSON.parse(runCalc('line-amount', '{"__proto__":{"net_g":1,"price_e4":1}}'))).toEqual({ error: { code: 'missing', field: 'net_g' } });
  });
});
