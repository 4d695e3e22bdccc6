import { describe, expect, it } from 'vitest';
import type { DecoderConfig } from '../../../electron/contract/scale-profile.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import { siteExpression } from '../../../electron/core/devices/scale/protocols/site/site-expression.ts';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, only, statuses, weightsOfBeginnings } from './each-way.ts';
import { decodeText, weightsOf } from './feeding.ts';

const KEY = 'generic-line';
const readLines = (config: DecoderConfig, lines: readonly string[]): Reading[] => decodeText(KEY, lines.map((line) => `${line}\r\n`).join(''), config);

describe('generic-line without an expression', () => {
  it('reads one signed number with its unit alone on the line', () => {
    expect(only(KEY, '7.86 kg\r\n')).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: null, net: null, tare: null, status: 'ok', raw: '37 2E 38 36 20 6B 67' });
    expect(only(KEY, '  +0007.860kg \r\n')).toMatchObject({ status: 'ok', value: '7.860', grams: '7860' });
    expect(only(KEY, '-  1.25 lb\n')).toMatchObject({ status: 'ok', value: '-1.25', unit: 'lb' });
    expect(only(KEY, '786 g\r')).toMatchObject({ status: 'ok', grams: '786' });
  });

  it('takes the unit of the site where the scale sends none, and the one sent before it', () => {
    expect(only(KEY, '7.86\r\n', { unit: 'jin' })).toMatchObject({ status: 'ok', value: '7.86', unit: 'jin', grams: '3930' });
    expect(only(KEY, '7.86\r\n')).toMatchObject({ status: 'ok', value: '7.86', unit: null, grams: null });
    expect(only(KEY, '7.86 kg\r\n', { unit: 'jin' })).toMatchObject({ status: 'ok', unit: 'kg', grams: '7860' });
  });

  it('reads a decimal comma only where the site says so', () => {
    expect(only(KEY, '7,86 kg\r\n', { decimal: ',' })).toMatchObject({ status: 'ok', value: '7.86', grams: '7860' });
    expect(only(KEY, '7,86 kg\r\n')).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, '7.86 kg\r\n', { decimal: ',' })).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, '1.234,5 kg\r\n', { decimal: ',' })).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('strips STX and ETX', () => {
    expect(only(KEY, '\u00027.86 kg\u0003\r\n')).toMatchObject({ status: 'ok', value: '7.86', raw: '02 37 2E 38 36 20 6B 67 03' });
  });

  it.each(['ERR 12', 'Err', 'err 7.86 kg', '\u0002ERR 01\u0003', 'ERROR 5'])('takes %j for an error', (line) => {
    expect(only(KEY, `${line}\r\n`)).toMatchObject({ status: 'error', value: null, grams: null });
  });

  it.each(['12 pcs', '45.2 %', '7.86 ct', '7.86 L', '7.8.6 kg', '7 86 kg', '99,999,9 kg', 'ST,GS, 7.86,kg', 'G 7.86 kg', '7.86 kg 2', '^^^^^', 'OL', '+', '12345678901 kg', '1e3 kg'])('reads no weight from %j', (line) => {
    expect(only(KEY, `${line}\r\n`, { unit: 'kg' })).toMatchObject({ status: 'bad_frame', value: null, grams: null });
  });

  it('takes a line with characters that no scale sends for noise', () => {
    expect(statuses(eachWay(KEY, '\u0000\u00fe7.86 kg\r\n7.86 kg\r\n'))).toEqual(['garbage', 'ok']);
    expect(statuses(eachWay(KEY, `${'7'.repeat(200)} kg\r\n7.86 kg\r\n`))).toEqual(['garbage', 'garbage', 'ok']);
  });

  it('gives no weight for any beginning of a line, since a cut number looks like a number', () => {
    expect(weightsOfBeginnings(KEY, '23.45 kg', undefined, { unit: 'kg' })).toEqual([]);
    expect(weightsOfBeginnings(KEY, '23.45\r\n', 6, { unit: 'kg' })).toEqual([]);
    expect(only(KEY, '23.45', { unit: 'kg' })).toMatchObject({ status: 'incomplete', value: null });
    expect(only(KEY, '23.45 kg')).toMatchObject({ status: 'ok', value: '23.45' });
  });

  it('asks nothing and never says of itself that the weight has settled', () => {
    expect(protocolOf(KEY)).toMatchObject({ safePolls: [], tellsStability: false });
  });
});

describe('generic-line with an expression of the site', () => {
  const EXPRESSION = '^(?:(?<stable>S)|(?<moving>D)):(?<value>[+-]?\\d+\\.\\d+)(?<unit>[a-z%]+)';

  it('reads the groups it names', () => {
    expect(only(KEY, 'S:7.86kg #4\r\n', { expression: EXPRESSION })).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', grams: '7860', stable: true });
    expect(only(KEY, 'D:-7.86kg\r\n', { expression: EXPRESSION })).toMatchObject({ status: 'ok', value: '-7.86', stable: false });
    expect(only(KEY, 'D:12.0pcs\r\n', { expression: EXPRESSION })).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, 'D:12.0xy\r\n', { expression: EXPRESSION })).toMatchObject({ status: 'bad_unit', value: null });
    expect(only(KEY, 'X:7.86kg\r\n', { expression: EXPRESSION })).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('reads the first group where none is named, and does not know then whether the weight has settled', () => {
    expect(only(KEY, 'W=0007.86;N=4\r\n', { expression: 'W=(\\d+\\.\\d+)', unit: 'kg' })).toMatchObject({ status: 'ok', value: '7.86', grams: '7860', stable: null });
    expect(only(KEY, 'W=7,86\r\n', { expression: 'W=([\\d,]+)', unit: 'kg', decimal: ',' })).toMatchObject({ status: 'ok', value: '7.86' });
    expect(only(KEY, 'W=..\r\n', { expression: 'W=([\\d.]+)', unit: 'kg' })).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('calls a weight still where only the mark of motion is named and missing', () => {
    const expression = '^(?<value>\\d+\\.\\d+)(?<moving>\\?)?';
    expect(statuses(eachWay(KEY, '7.86\r\n7.86?\r\n', { expression, unit: 'kg' }))).toEqual(['ok', 'ok']);
    expect(eachWay(KEY, '7.86\r\n7.86?\r\n', { expression, unit: 'kg' }).map(({ stable }) => stable)).toEqual([true, false]);
  });

  it('still takes ERR for an error', () => {
    expect(only(KEY, 'ERR 12\r\n', { expression: '(\\d+)', unit: 'kg' })).toMatchObject({ status: 'error', value: null });
  });

  it('shows on lines as they come what each would be read as', () => {
    expect(weightsOf(readLines({ expression: EXPRESSION }, ['S:7.86kg', 'noise', 'D:1.20kg']))).toEqual(['7.86 kg', '1.20 kg']);
    expect(statuses(readLines({ expression: EXPRESSION }, ['S:7.86kg', 'noise', 'ERR 1']))).toEqual(['ok', 'bad_frame', 'error']);
    expect(statuses(readLines({ expression: '(' }, ['7.86 kg']))).toEqual(['bad_frame']);
  });
});

describe('an expression of the site', () => {
  it.each([['(', 'syntax'], ['[', 'syntax'], ['(?<value>\\d+', 'syntax'], ['\\d+', 'no_value'], ['^(?:\\d+)$', 'no_value'], ['(?=\\d+)', 'no_value'], ['\\(\\d+\\)', 'no_value'], ['[(]\\d+', 'no_value']])('%j is refused: %s', (text, problem) => {
    expect(siteExpression(text)).toEqual({ problem });
    expect(only(KEY, '7.86 kg\r\n', { expression: text })).toMatchObject({ status: 'bad_frame', value: null });
  });

  it.each(['^(\\d+)$', '(?<value>[+-]?\\d+\\.?\\d*)\\s*(?<unit>kg)?', '^W:\\s*(?<value>\\d{1,6}\\.\\d{2})\\s*(?:kg|g|t)$', '^(?:S:\\s*|D:\\s*)(\\d+\\.\\d+)$', '^(?:ST|US),(?:GS|NT),(?<value>[ \\d.-]{8})(?<unit>kg)?'])('%j is taken', (text) => {
    expect(siteExpression(text)).toHaveProperty('pattern');
  });

  const many = (part: string, times: number): string => part.repeat(times);
  it.each([
    '(a+)+$', '^(a+)+$', '(a*)*$', '(a|a)*$', '(a|aa)+$', '^((a+))+$', '(?:a?){40}(\\d)', '^(?<value>\\d+)+\\k<value>x', '(\\d+)\\1+x', '(.*)*(.*)*x', '(a{1,9}){1,30}$', '(?<=a*a*)(a)',
    '(.*.*.*.*.*.*x)', `^${many('a?', 30)}a{30}(\\d)`, `${many('.?', 60)}(\\d)x`, `^${many('(?:a|a)', 40)}(\\d)`, `^${many('(a|.)', 60)}x`, `^${many('(?:a|a|a)', 20)}(\\d)`,
    '^a*a*a*a*a?a?a?a?a?(\\d)', '^x|a*a*a*a*(\\d)', `^a*${many('a?', 17)}(\\d)`,
  ])('%j is refused, and no line is searched with it', (text) => {
    expect(siteExpression(text)).toEqual({ problem: 'too_slow' });
    expect(weightsOf(readLines({ expression: text, unit: 'kg' }, ['a'.repeat(64), '1'.repeat(64), 'a'.repeat(120)]))).toEqual([]);
  });

  it.each(['^.*.*.*.*(\\d)x', '.*.*.*(\\d)x', '^a*a*a*a*a?a?a?a?(\\d)', 'a*a*a*a?a?a?a?(\\d)', '^a?a?a?a?a*a*a*a*(\\d)', 'a{1,64}a{1,64}a{1,64}(\\d)', `^${many('a?', 20)}a{20}(\\d)`, `^a*${many('(?:a|a)', 16)}(\\d)`])('%j is among the slowest that are taken, and reads nothing of the longest line', (text) => {
    expect(siteExpression(text)).toHaveProperty('pattern');
    expect(weightsOf(readLines({ expression: text }, ['a'.repeat(64)]))).toEqual([]);
  });
});
