import { describe, expect, it } from 'vitest';
import { eachWay, only, statuses } from './each-way.ts';
import { weightsOf } from './feeding.ts';

const KEY = 'and-st';

describe('and-st', () => {
  it('reads the example', () => {
    expect(only(KEY, 'ST,+00007.86 kg\r\n')).toEqual({
      value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw: '53 54 2C 2B 30 30 30 30 37 2E 38 36 20 6B 67',
    });
  });

  it('reads moving and negative weights, blanks for zeros and other units of mass', () => {
    expect(only(KEY, 'US,-00001.20 kg\r\n')).toMatchObject({ status: 'ok', value: '-1.20', stable: false });
    expect(only(KEY, 'ST,+   123.4  g\r\n')).toMatchObject({ status: 'ok', value: '123.4', unit: 'g', grams: '123.4' });
    expect(only(KEY, 'ST,+00001.00 lb\r\n')).toMatchObject({ status: 'ok', unit: 'lb', grams: '453.59237' });
  });

  it.each([
    ['OL,+99999999 kg', 'overload'], ['OL,-99999999 kg', 'underload'], ['OL,+9999999E+19', 'overload'],
    ['QT,+00000012 PC', 'not_weight'], ['QT,+00000012 kg', 'not_weight'], ['ST,+00000012 PC', 'not_weight'], ['ST,+00045.20  %', 'not_weight'], ['ST,+00012.50 ct', 'bad_unit'], ['ST,+00012.50 mL', 'bad_unit'],
    ['ST,+0007.8.6 kg', 'bad_frame'], ['ST,+0000---- kg', 'bad_frame'], ['ST,+0007.86 kg', 'bad_frame'], ['WT,+00007.86 kg', 'bad_frame'], ['EC,E02', 'error'], ['ERR 12', 'error'],
  ])('gives no weight for %j: %s', (line, status) => {
    expect(only(KEY, `${line}\r\n`)).toMatchObject({ status, value: null, grams: null });
  });

  it('finds the line behind noise and behind a cut one, and a whole last line without its end', () => {
    expect(statuses(eachWay(KEY, '\u0080\u00ffST,+00007.86 kg\r\nST,+0012ST,+00007.86 kg\r\n7.86 kg\r\nST,+00007.86 kg'))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'bad_frame', 'ok']);
    expect(only(KEY, 'ST,+00007.86 k')).toMatchObject({ status: 'incomplete' });
  });

  it('reads 7E1 taken as 8N1 when the site says so', () => {
    const parity = [...'ST,+00007.86 kg\r\n'].map((character) => {
      const code = character.charCodeAt(0);
      return String.fromCharCode(code.toString(2).replaceAll('0', '').length % 2 === 0 ? code : code | 0x80);
    }).join('');
    expect(weightsOf(eachWay(KEY, parity))).toEqual([]);
    expect(weightsOf(eachWay(KEY, parity, { strip_parity: true }))).toEqual(['7.86 kg']);
  });
});
