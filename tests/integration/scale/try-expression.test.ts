import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import type { TriedLine } from '../../../electron/contract/scale-expression.ts';
import type { InputOf } from '../../../electron/contract/operations.ts';
import type { SerialCable } from '../../support/pty.ts';
import { openSerialCable } from '../../support/pty.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

/** A number after `W=`, perhaps with its unit, and a mark of motion behind it. */
const EXPRESSION = String.raw`^W=(?<value>[\d.]+)(?<unit>[a-z]*)(?<moving>\?)?`;

let station: TestStation;
beforeEach(async () => {
  station = await testStation();
});
afterEach(() => station.close());

type From = InputOf<'scale.try_expression'>['from'];
const tried = async (expression: string, from: From, options: { readonly unit?: string } = {}): Promise<readonly TriedLine[]> =>
  (await station.must(await station.as('manager'), 'scale.try_expression', { config: { expression, ...options }, from })).lines;
const pasted = (...lines: string[]): From => ({ kind: 'pasted', lines });

describe('lines that somebody pastes', () => {
  it('are answered with the weight in grams, whether it stands still, and the newest first', async () => {
    expect(await tried(EXPRESSION, pasted('W=0007.86kg', 'W=12.5jin?', 'W=0007.86kg'))).toEqual([
      { text: 'W=0007.86kg', times: 2, value: '7.86', unit: 'kg', grams: 7_860, stable: true, why: null },
      { text: 'W=12.5jin?', times: 1, value: '12.5', unit: 'jin', grams: 6_250, stable: false, why: null },
    ]);
    expect(await tried('W=([\\d.]+)', pasted('W=7.86'), { unit: 'jin' })).toMatchObject([{ grams: 3_930, stable: null }]);
  });

  it.each([
    ['N=7.86kg', 'no_match'], ['W=...kg', 'no_number'], ['W=7.86', 'no_unit'], ['W=7.86xy', 'bad_unit'], ['W=12pcs', 'not_mass'], ['ERR 04', 'error'], ['W=7.86\u0000\u00fe', 'noise'], [`W=7.86kg${' '.repeat(90)}`, 'too_long'],
  ])('give no weight from %j, and say why: %s', async (line, why) => {
    expect(await tried(`${EXPRESSION}$`, pasted(line))).toMatchObject([{ grams: null, why }]);
  });

  it('are refused with the sentence of an expression that cannot be used, and only a manager may try', async () => {
    for (const [expression, code] of [['(', 'scale_expression_syntax'], ['\\d+', 'scale_expression_no_value'], ['(a+)+$', 'scale_expression_too_slow']] as const) {
      expect(await station.call(await station.as('manager'), 'scale.try_expression', { config: { expression }, from: pasted('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!') })).toMatchObject({ ok: false, refusal: { code } });
    }
    expect(await station.call(await station.as('clerk'), 'scale.try_expression', { config: {}, from: pasted('1') })).toMatchObject({ ok: false, refusal: { code: 'not_permitted' } });
  });
});

describe('lines of a scale on a cable', () => {
  let cable: SerialCable;
  let sending: NodeJS.Timeout;
  beforeEach(async () => {
    cable = await openSerialCable();
    sending = setInterval(() => cable.write('W=0007.86kg;N=4\r\n'), 100);
  });
  afterEach(async () => {
    clearInterval(sending);
    await station.close();
    await cable.remove();
  });
  const port = () => ({ kind: 'serial', path: cable.stationPath }) as const;

  it('are those that came last, whatever the scale is set up to read', async () => {
    const profile = scaleProfileSchema.parse({ id: 'a', name: '台秤', port: port(), protocol: 'generic-line' });
    await station.must(await station.as('manager'), 'scale.configure', { scales: [profile] });
    await expect.poll(() => tried(EXPRESSION, { kind: 'scale', scaleId: 'a' }), { timeout: 8_000 }).toMatchObject([{ text: 'W=0007.86kg;N=4', value: '7.86', grams: 7_860 }]);
    expect(await tried(`${EXPRESSION}$`, { kind: 'scale', scaleId: 'a' })).toMatchObject([{ grams: null, why: 'no_match' }]);
    expect(await tried(EXPRESSION, { kind: 'scale', scaleId: 'nobody' })).toEqual([]);
  });

  it('are read again from the search under way, also right after another expression was chosen', async () => {
    const manager = await station.as('manager');
    expect(await tried(EXPRESSION, { kind: 'search' })).toEqual([]);
    const listen = (config: { expression?: string }): Promise<unknown> => station.must(manager, 'scale.detect', { port: port(), way: { protocol: 'generic-line', config } });
    await listen({});
    await expect.poll(() => tried(EXPRESSION, { kind: 'search' }), { timeout: 8_000 }).toMatchObject([{ grams: 7_860 }]);
    clearInterval(sending);
    await listen({ expression: EXPRESSION });
    expect(await tried(EXPRESSION, { kind: 'search' })).toMatchObject([{ grams: 7_860 }]);
  });
});
