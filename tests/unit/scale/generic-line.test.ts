import { describe, expect, it } from 'vitest';
import { siteExpression } from '../../../electron/core/devices/scale/protocols/site/site-expression.ts';
import { decodeText, weightsOf } from './feeding.ts';

const KEY = 'generic-line';

describe('any line without a rule of the site', () => {
  it.each([['7.86 kg\r\n', '7.86 kg'], ['\u0002+0007.86kg\u0003\r\n', '7.86 kg'], ['  - 1.20 kg\r\n', '-1.20 kg'], ['15.72 jin\n', '15.72 jin'], ['7.86 kg', '7.86 kg']])('reads %j', (text, weight) => {
    expect(weightsOf(decodeText(KEY, text))).toEqual([weight]);
  });

  it('takes unit and comma of the site', () => {
    expect(decodeText(KEY, '7,86\r\n', { unit: 'kg', decimal: ',' })).toMatchObject([{ status: 'ok', value: '7.86', grams: '7860', stable: null }]);
    expect(decodeText(KEY, '7.86\r\n')).toMatchObject([{ status: 'ok', unit: null, grams: null }]);
  });

  it.each([['ERR 12\r\n', 'error'], ['12 pcs\r\n', 'bad_frame'], ['7.86 L\r\n', 'bad_frame'], ['No. 12\r\n', 'bad_frame'], ['1.2.3 kg\r\n', 'bad_frame'], ['7.8', 'incomplete']])('gives no weight for %j', (text, status) => {
    expect(decodeText(KEY, text, { unit: 'kg' })).toMatchObject([{ status, grams: null }]);
  });
});

describe('a rule of the site', () => {
  const expression = '^W:(?<value>[ \\d.]+)(?<unit>kg)(?: (?<stable>S)|(?<moving>M))?$';

  it('names value, unit and rest', () => {
    expect(decodeText(KEY, 'W:  7.86kg S\r\nW:  7.80kg\r\nX 9.99kg\r\n', { expression }).map(({ status, value, stable }) => [status, value, stable])).toEqual([['ok', '7.86', true], ['ok', '7.80', false], ['bad_frame', null, null]]);
  });

  it('takes the first group where none is named', () => {
    expect(weightsOf(decodeText(KEY, 'N 7.86 G\r\n', { expression: 'N (\\d+\\.\\d\\d)', unit: 'kg' }))).toEqual(['7.86 kg']);
  });

  it.each([['[', 'syntax'], ['\\d+', 'no_value'], ['(?:\\d)', 'no_value']])('%s is refused as %s', (text, problem) => {
    expect(siteExpression(text)).toEqual({ problem });
    expect(weightsOf(decodeText(KEY, '7.86 kg\r\n', { expression: text }))).toEqual([]);
  });

  it.each(['(a+)+$', '(?<value>(?:\\d{1,2})*)x', '(?<value>(?:\\d|\\d\\d)*)x', '(?<value>(\\d?\\d)*)x', '(?<value>(\\d{1,20}){1,20})x', '(?<value>\\d)?.*.*.*.*x', '(?<value>\\d)(\\d)\\1+', '(?<!a)(?<value>\\d)'])('%s is refused because it could search for long', (text) => {
    expect(siteExpression(text)).toEqual({ problem: 'too_slow' });
  });

  it('searches no line that is longer than a scale writes', () => {
    expect(weightsOf(decodeText(KEY, `${'1'.repeat(100)} 7.86 kg\r\n`, { expression: '(?<value>[\\d.]+) (?<unit>kg)' }))).toEqual([]);
  });
});
