import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, fromHex, only, statuses, weightsOfBeginnings } from './each-way.ts';

describe('sma', () => {
  const KEY = 'sma';
  const answer = (value: string, { state = ' ', range = '1', shows = 'G', motion = ' ', unit = 'kg' } = {}): string => `\n${state}${range}${shows}${motion} ${value.padStart(10)}${unit.padEnd(3)}\r`;

  it('reads the example', () => {
    const raw = '0A 20 31 47 20 20 20 20 20 20 20 20 37 2E 38 36 6B 67 20 0D';
    expect(answer('7.86')).toBe(fromHex(raw));
    expect(only(KEY, fromHex(raw))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw });
  });

  it('reads net, moving and negative weights, zero and other ranges', () => {
    expect(only(KEY, answer('-1.250', { shows: 'N', motion: 'M', range: '2' }))).toMatchObject({ status: 'ok', value: '-1.250', net: true, stable: false, grams: '-1250' });
    expect(only(KEY, answer('0.00', { state: 'Z' }))).toMatchObject({ status: 'ok', value: '0.00', grams: '0' });
    expect(only(KEY, answer('10.5', { unit: 'lb' }))).toMatchObject({ status: 'ok', unit: 'lb' });
  });

  it.each([['O', 'overload'], ['U', 'underload'], ['E', 'error'], ['I', 'not_ready'], ['T', 'error']])('gives no weight in state %s, whatever stands in the field', (state, status) => {
    for (const value of ['7.86', '9999999999', '----------', '']) expect(only(KEY, answer(value, { state }))).toMatchObject({ status, value: null, grams: null });
  });

  it('gives no weight for dashes, a tare, tenfold resolution and a refused command', () => {
    expect(only(KEY, answer('----------'))).toMatchObject({ status: 'not_ready', value: null });
    expect(only(KEY, answer('1.20', { shows: 'T' }))).toMatchObject({ status: 'tare', value: '1.20', tare: '1.20' });
    for (const shows of ['g', 'n']) expect(only(KEY, answer('7.862', { shows }))).toMatchObject({ status: 'not_weight', value: null });
    expect(statuses(eachWay(KEY, `\n?\r${answer('7.86')}\n?\r`))).toEqual(['error', 'ok', 'error']);
  });

  it('gives no weight for pieces, percent, foreign units and broken numbers', () => {
    expect(only(KEY, answer('12', { unit: 'pcs' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, answer('45.2', { unit: '%' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, answer('7.86', { unit: 'ct' }))).toMatchObject({ status: 'bad_unit', value: null });
    for (const value of ['7.8.6', '7 86', '', '7-86']) expect(only(KEY, answer(value))).toMatchObject({ status: 'bad_frame', value: null });
    expect(statuses(eachWay(KEY, answer('7.86', { shows: 'X' })))).not.toContain('ok');
  });

  it('gives no weight for any beginning of an answer and finds one behind noise and a cut one', () => {
    const good = answer('23.45');
    expect(weightsOfBeginnings(KEY, good, good.length - 1)).toEqual([]);
    expect(only(KEY, good.slice(0, -1))).toMatchObject({ status: 'ok', value: '23.45' });
    expect(statuses(eachWay(KEY, `\u00fe\n 1${good}${good.slice(0, 14)}${good}${good.slice(0, 16)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });

  it('asks for the weight now', () => {
    expect(protocolOf(KEY)?.safePolls.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual(['\nW\r']);
  });
});

describe('nci', () => {
  const KEY = 'nci';
  const answer = (shown: string, status = '00', newer = ''): string => `\n${shown}\r\n${newer}${status}\r\u0003`;
  /** Status bytes from their flags; the fixed bits are added. */
  const flags = (...bytes: number[]): string => String.fromCharCode(...bytes.map((byte) => 0x30 | byte));

  it('reads the example', () => {
    const raw = '0A 30 30 30 37 2E 38 36 6B 67 0D 0A 30 30 0D 03';
    expect(only(KEY, fromHex(raw))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw });
  });

  it('reads moving, negative and net weights, the newer form and three or four status bytes', () => {
    expect(only(KEY, answer('0007.86kg', flags(0x01, 0)))).toMatchObject({ status: 'ok', value: '7.86', stable: false });
    expect(only(KEY, answer('-007.86lb', flags(0, 0)))).toMatchObject({ status: 'ok', value: '-7.86', unit: 'lb' });
    expect(only(KEY, answer('0000.00kg', flags(0x02, 0)))).toMatchObject({ status: 'ok', value: '0.00', grams: '0' });
    expect(only(KEY, answer('   7.86kg', '00', 'S'))).toMatchObject({ status: 'ok', value: '7.86', net: null });
    expect(only(KEY, answer('0007.86kg', flags(0, 0x40, 0x04)))).toMatchObject({ status: 'ok', net: true, stable: true });
    expect(only(KEY, answer('0007.86kg', flags(0x01, 0x40, 0x01)))).toMatchObject({ status: 'ok', net: false, stable: false });
    expect(only(KEY, answer('0007.86kg', flags(0, 0x40, 0x40, 0)))).toMatchObject({ status: 'ok', value: '7.86', net: false });
  });

  it.each([
    ['over capacity', flags(0, 0x02), 'overload'], ['under zero', flags(0, 0x01), 'underload'], ['RAM', flags(0x04, 0), 'error'], ['EEPROM', flags(0x08, 0), 'error'],
    ['ROM', flags(0, 0x04), 'error'], ['calibration', flags(0, 0x08), 'error'], ['no zero at the start', flags(0, 0x40, 0x08), 'not_ready'],
  ])('gives no weight where the status says %s, whatever the digits', (_, status, expected) => {
    for (const shown of ['0007.86kg', '9999.99kg', '-007.86kg']) expect(only(KEY, answer(shown, status))).toMatchObject({ status: expected, value: null, grams: null });
  });

  it('gives no weight for carets, underscores and dashes, also where the status says nothing', () => {
    expect(only(KEY, answer('^^^^^^^kg'))).toMatchObject({ status: 'overload', value: null });
    expect(only(KEY, answer('_______kg'))).toMatchObject({ status: 'underload', value: null });
    expect(only(KEY, answer('-------kg'))).toMatchObject({ status: 'not_ready', value: null });
  });

  it('tells a refused command, and a status that comes without a weight', () => {
    expect(only(KEY, '\n?\r\u0003')).toMatchObject({ status: 'error', value: null });
    expect(only(KEY, `\n${flags(0x01, 0)}\r\u0003`)).toMatchObject({ value: null, stable: false });
    expect(only(KEY, `\n${flags(0, 0x01)}\r\u0003`)).toMatchObject({ status: 'underload', value: null });
  });

  it('gives no weight for pieces, percent, foreign units, broken numbers and a wrong status', () => {
    expect(only(KEY, answer('     12pcs'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, answer('   45.2%'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, answer('0007.86ct'))).toMatchObject({ status: 'bad_unit', value: null });
    for (const frame of [answer('007.8.6kg'), answer('0007 86kg'), answer('kg'), answer('0007.86kg', 'p0'), answer('0007.86kg', '0'), answer('0007.86kg', '  '), answer('0007.86kg', flags(0, 0x40))]) {
      expect(statuses(eachWay(KEY, frame))).not.toContain('ok');
    }
  });

  it('gives no weight for any beginning of an answer and finds one behind noise and a cut one', () => {
    const good = answer('0023.45kg');
    expect(weightsOfBeginnings(KEY, good)).toEqual([]);
    expect(statuses(eachWay(KEY, `\u00fe\n00${good}${good.slice(0, 9)}${good}${good.slice(0, 14)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });

  it('reads seven data bits with even parity in the eighth, and asks for the weight alone', () => {
    const even = [...Buffer.from(answer('0007.86kg'), 'latin1')].map((byte) => byte | ([...byte.toString(2)].filter((bit) => bit === '1').length % 2) << 7);
    expect(only(KEY, String.fromCharCode(...even), { strip_parity: true })).toMatchObject({ status: 'ok', value: '7.86' });
    expect(protocolOf(KEY)?.safePolls.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual(['W\r']);
  });
});
