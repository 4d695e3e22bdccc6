import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../../electron/core/cli/calc.ts';
import { calcCommand } from '../../../electron/core/cli/calc-command.ts';
import { CALC_RULES } from '../../../electron/core/cli/calc-rules.ts';
import { calcList, refusedLine, ruleSentence } from '../../../electron/core/cli/calc-words.ts';
import { readOptions } from '../../../electron/core/cli/options.ts';
import { RuleError } from '../../../electron/domain/rule-error.ts';
import cases from '../../fixtures/vectors/intake.json' with { type: 'json' };
import type { PlainTerm } from '../../support/terms-arithmetic.ts';
import { plainFen, plainPrice, plainWeight } from '../../support/terms-arithmetic.ts';

const calculate = (rule: string, given: unknown): unknown => JSON.parse(runCalc(rule, JSON.stringify(given)));

describe('the calculator knows what the intake desk knows', () => {
  it.each(cases)('$rule: $tells', ({ rule, given, answer }) => {
    expect(calculate(rule, given)).toEqual(answer);
  });

  const tenths = (value: number): string => `${Math.floor(value / 10)}.${value % 10}`;
  const row = fc.record({ gap: fc.integer({ min: 1, max: 40 }), step: fc.integer({ min: 1, max: 12 }), takes: fc.integer({ min: 0, max: 60 }) });
  const term = fc.record({ acts: fc.constantFrom('weight' as const, 'price_share' as const, 'price_amount' as const), base: fc.integer({ min: 0, max: 150 }), rows: fc.array(row, { minLength: 1, maxLength: 3 }), over: fc.integer({ min: -20, max: 120 }) })
    .map(({ acts, base, rows, over }): PlainTerm => {
      let at = base;
      return { acts, method: 'step_table', base, measured: Math.max(0, base + over), rows: rows.map(({ gap, step, takes }, index) => ({ at: (at += index === 0 ? 0 : gap), step, takes })) };
    });
  const published = (each: PlainTerm, index: number): unknown => ({
    factor: `f${index}`, acts: each.acts, method: each.method, base_pct: tenths(each.base), rows: each.rows.map(({ at, step, takes }) => ({ at_pct: tenths(at), step_pct: tenths(step), takes })),
  });

  it('takes off what plain fractions take off, from weight and price, added or in turn', () => {
    fc.assert(fc.property(fc.array(term, { maxLength: 4 }), fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 900_000 }), fc.boolean(), (terms, net, price, inTurn) => {
      const given = { net_g: net, price_e4: price, order: inTurn ? 'in_turn' : 'added', terms: terms.map(published), measures: Object.fromEntries(terms.map(({ measured }, index) => [`f${index}`, tenths(measured)])) };
      const [grams, priceE4] = [plainWeight(net, terms, inTurn), plainPrice(price, terms, inTurn)];
      const expected = grams === null ? { error: { code: 'deduction_above_net' } } : priceE4 === null ? { error: { code: 'discount_above_price' } } : { settlement_g: grams, price_e4: priceE4, amount_fen: plainFen(grams, priceE4) };
      expect(calculate('terms', given)).toMatchObject(expected);
    }));
  });
});

describe('what the calculator refuses is said in words', () => {
  const electron = resolve(import.meta.dirname, '../../../electron');
  const sources = ['domain', 'core/cli'].flatMap((folder) => readdirSync(join(electron, folder)).map((name) => readFileSync(join(electron, folder, name), 'utf8'))).join('\n');
  const thrown = [...sources.matchAll(/RuleError\('([a-z_]+)'/g)].map((match) => match[1] ?? '');
  const findings = [...(/type TermFindingCode =([^;]+);/.exec(sources)?.[1] ?? '').matchAll(/'([a-z_]+)'/g)].map((match) => match[1] ?? '');
  const problems = [...(/problem: ([^;]+);/.exec(sources)?.[1] ?? '').matchAll(/'([a-z_]+)'/g)].map((match) => match[1] ?? '');

  it('in both languages, for every rule of the business', () => {
    expect([thrown.length, findings.length, problems.length]).toEqual([expect.toSatisfy((count: number) => count > 60), 16, 3]);
    const silent = [...thrown, ...findings, ...problems].filter((code) => ruleSentence('zh', code) === null || ruleSentence('en', code) === null);
    expect([...new Set(silent)]).toEqual([]);
  });

  it('with the line and the field it stands in', () => {
    expect(refusedLine('en', 3, new RuleError('negative', 'parts[0].net_g'))).toBe('line 3, parts[0].net_g: It cannot be below zero.');
    expect(refusedLine('zh', 3, new RuleError('takes_fall', 'terms[1]'))).toMatch(/^第 3 行 terms\[1\]：.+。$/u);
  });

  it('also where a file cannot be read or the rule is not known', async () => {
    expect(await calcCommand(readOptions(['terms', '--file', '/no/such/file.json']), Readable.from([]))).toBe(2);
    expect(await calcCommand(readOptions(['guess']), Readable.from([]))).toBe(1);
  });

  it('and every rule is listed with what it computes and its fields', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(calcList(language).map(({ rule }) => rule)).toEqual([...CALC_RULES.keys()]);
      expect(calcList(language).filter(({ computes, fields }) => computes === '' || fields === '')).toEqual([]);
    }
  });
});
