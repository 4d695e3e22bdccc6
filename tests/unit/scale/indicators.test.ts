import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, only, statuses, weightsOfBeginnings } from './each-way.ts';
import { weightsOf } from './feeding.ts';

const hexOf = (text: string): string => [...Buffer.from(text, 'latin1')].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

describe('dini-argeo', () => {
  const KEY = 'dini-argeo';
  const line = (value: string, { address = '', state = 'ST', shows = 'GS', unit = 'kg' } = {}): string => `${address}${state},${shows},${value.padStart(8)},${unit.padStart(2)}\r\n`;
  const extended = (net: string, tare: string, { state = 'ST', typed = '  ', unit = 'kg' } = {}): string => `1,${state},${net.padStart(10)},${typed}${tare.padStart(10)},         0,         0,${unit}\r\n`;

  it('reads the example', () => {
    const text = 'ST,GS,    7.86,kg';
    expect(only(KEY, `${text}\r\n`)).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw: hexOf(text) });
  });

  it('reads net, moving and negative weights', () => {
    expect(only(KEY, line('-1.250', { state: 'US', shows: 'NT' }))).toMatchObject({ status: 'ok', value: '-1.250', stable: false, net: true, grams: '-1250' });
    expect(only(KEY, line('-   0.25'))).toMatchObject({ status: 'ok', value: '-0.25' });
    expect(only(KEY, line('1.2', { unit: 't' }))).toMatchObject({ status: 'ok', unit: 't', grams: '1200000' });
  });

  it('reads the long answer with its tare', () => {
    expect(only(KEY, extended('6.66', '1.20', { typed: 'PT' }))).toMatchObject({ status: 'ok', value: '6.66', tare: '1.20', net: true, stable: true });
    expect(only(KEY, extended('7.86', '0.00', { state: 'US' }))).toMatchObject({ status: 'ok', value: '7.86', net: false, stable: false });
    expect(only(KEY, extended('7.86', 'x'))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it.each([['OL', 'overload'], ['UL', 'underload'], ['ER', 'error']])('never turns the digits of %s into a weight', (state, status) => {
    for (const value of ['7.86', '99999999', '-9999999']) expect(only(KEY, line(value, { state }))).toMatchObject({ status, value: null, grams: null });
    expect(only(KEY, extended('7.86', '0.00', { state }))).toMatchObject({ status, value: null });
  });

  it('takes ERR01 to ERR04 for errors', () => {
    for (const error of ['ERR01', 'ERR02', 'ERR03', 'ERR04', '05ERR04']) expect(only(KEY, `${error}\r\n`)).toMatchObject({ status: 'error', value: null });
  });

  it('takes the weight of the address of the site and no other', () => {
    expect(statuses(eachWay(KEY, `${line('7.86', { address: '05' })}${line('9.99', { address: '06' })}${line('9.99')}`, { address: 5 }))).toEqual(['ok', 'wrong_address', 'wrong_address']);
    expect(only(KEY, line('7.86', { address: '05' }))).toMatchObject({ status: 'ok' });
    expect(protocolOf(KEY)?.pollFor?.({ address: 5 })?.bytes).toEqual(Buffer.from('05READ\r\n'));
  });

  it('gives no weight for pieces, percent, foreign units and broken numbers', () => {
    expect(only(KEY, line('12', { unit: 'pc' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, line('45.2', { unit: '%' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, line('7.86', { unit: 'ct' }))).toMatchObject({ status: 'bad_unit', value: null });
    for (const value of ['7.8.6', '7 86', '']) expect(only(KEY, line(value))).toMatchObject({ status: 'bad_frame', value: null });
    for (const state of ['TR', 'QT', 'SL']) expect(only(KEY, line('7.86', { state }))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, line('1.20', { shows: 'TR' }))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('gives no weight for any beginning of an answer and finds one behind noise', () => {
    const good = line('23.45');
    expect(weightsOfBeginnings(KEY, good, good.length - 2)).toEqual([]);
    expect(only(KEY, good.slice(0, -2))).toMatchObject({ status: 'ok', value: '23.45' });
    const long = extended('23.45', '1.20');
    expect(weightsOfBeginnings(KEY, long, long.length - 2)).toEqual([]);
    expect(statuses(eachWay(KEY, `\u00feST,${good}${good.slice(0, 12)}${good}${good.slice(0, 15)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });
});

describe('condec', () => {
  const KEY = 'condec';
  const frame = (value: string, { sign = ' ', unit = 'K', shows = 'G', state = ' ' } = {}): string => `\u0002${sign}${value.padStart(7)}${unit}${shows}${state}\r\n`;

  it('reads a frame by position', () => {
    expect(only(KEY, frame('7.86'))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw: '02 20 20 20 20 37 2E 38 36 4B 47 20 0D' });
  });

  it('reads net, moving and negative weights in each unit', () => {
    expect(only(KEY, frame('1.250', { sign: '-', shows: 'N', state: 'M' }))).toMatchObject({ status: 'ok', value: '-1.250', net: true, stable: false, grams: '-1250' });
    for (const [letter, unit] of [['L', 'lb'], ['G', 'g'], ['O', 'oz']]) expect(only(KEY, frame('7.86', { unit: letter }))).toMatchObject({ status: 'ok', unit });
  });

  it('buys nothing in tons that may be of two kinds', () => {
    expect(only(KEY, frame('1.2', { unit: 'T' }))).toMatchObject({ status: 'bad_unit', value: null, grams: null });
  });

  it.each([['O', ' ', 'overload'], ['O', '-', 'underload'], ['U', ' ', 'underload'], ['I', ' ', 'not_ready'], ['D', ' ', 'not_ready'], ['X', ' ', 'not_ready']])('gives no weight in state %s with sign %j', (state, sign, status) => {
    for (const value of ['7.86', '9999999', '']) expect(only(KEY, frame(value, { state, sign }))).toMatchObject({ status, value: null, grams: null });
  });

  it('gives no weight for foreign letters and broken numbers', () => {
    for (const value of ['7.8.6', '7 86', '']) expect(only(KEY, frame(value))).toMatchObject({ status: 'bad_frame', value: null });
    for (const wrong of [frame('7.86', { unit: 'P' }), frame('7.86', { shows: 'T' }), frame('7.86', { state: 'Q' }), frame('^^^^^^^'), frame('-7.86')]) expect(statuses(eachWay(KEY, wrong))).not.toContain('ok');
  });

  it('gives no weight for any beginning of a frame and finds one behind noise and a cut one', () => {
    const good = frame('23.45');
    expect(weightsOfBeginnings(KEY, good, good.length - 2)).toEqual([]);
    expect(only(KEY, good.slice(0, -2))).toMatchObject({ status: 'ok', value: '23.45' });
    expect(statuses(eachWay(KEY, `\u00fe\u0002 1${good}${good.slice(0, 9)}${good}${good.slice(0, 11)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });
});

describe('pt200', () => {
  const KEY = 'pt200';
  const plain = (value: string, { sign = ' ', state = 'G' } = {}): string => `\u0002${sign}${value.padStart(7)}${state}\u0003`;
  const withUnit = (value: string, { sign = ' ', states = 'G   ', unit = 'kg' } = {}): string => `\u0002${sign}${value.padStart(7)}${states}${unit.padStart(3)}\u0003`;

  it('reads the short form, with the unit of the site', () => {
    const raw = '02 20 20 20 20 37 2E 38 36 47 03';
    expect(only(KEY, plain('7.86'), { unit: 'kg' })).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw });
    expect(only(KEY, plain('7.86'))).toMatchObject({ status: 'ok', unit: null, grams: null });
  });

  it('reads net, moving and negative weights', () => {
    expect(only(KEY, plain('1.25', { sign: '-', state: 'N' }), { unit: 'kg' })).toMatchObject({ status: 'ok', value: '-1.25', net: true, grams: '-1250' });
    expect(only(KEY, plain('7.86', { state: 'M' }))).toMatchObject({ status: 'ok', value: '7.86', stable: false, net: null });
  });

  it('reads the long form, where a blank unit means motion', () => {
    expect(only(KEY, withUnit('7.86'))).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', stable: true, net: false });
    expect(only(KEY, withUnit('7.86', { states: 'N   ' }))).toMatchObject({ status: 'ok', net: true });
    expect(only(KEY, withUnit('7.86', { unit: '' }), { unit: 'kg' })).toMatchObject({ status: 'ok', value: '7.86', stable: false, grams: '7860' });
    expect(only(KEY, withUnit('7.86', { states: 'GM  ' }))).toMatchObject({ status: 'ok', stable: false });
    expect(only(KEY, withUnit('0.00', { states: 'G Z ' }))).toMatchObject({ status: 'ok', grams: '0', stable: true });
  });

  it.each([['O', 'overload'], ['U', 'underload'], ['E', 'error']])('never turns the digits of state %s into a weight', (state, status) => {
    for (const value of ['7.86', '9999999', '']) {
      expect(only(KEY, plain(value, { state }), { unit: 'kg' })).toMatchObject({ status, value: null, grams: null });
      expect(only(KEY, withUnit(value, { states: `${state}   ` }))).toMatchObject({ status, value: null, grams: null });
    }
  });

  it('gives no weight for pieces, foreign units and broken numbers', () => {
    expect(only(KEY, withUnit('12', { unit: 'pcs' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, withUnit('7.86', { unit: 'ct' }))).toMatchObject({ status: 'bad_unit', value: null });
    for (const value of ['7.8.6', '7 86', '']) expect(only(KEY, plain(value))).toMatchObject({ status: 'bad_frame', value: null });
    expect(statuses(eachWay(KEY, `${plain('^^^^^^^')}${plain('7.86', { state: 'X' })}`))).not.toContain('ok');
  });

  it('gives no weight for any beginning of a frame and finds one behind noise and a cut one', () => {
    for (const good of [plain('23.45'), withUnit('23.45')]) {
      expect(weightsOfBeginnings(KEY, good)).toEqual([]);
      expect(statuses(eachWay(KEY, `\u00fe\u0002 1${good}${good.slice(0, 8)}${good}${good.slice(0, 10)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
    }
  });
});

describe('gram-pc0', () => {
  const KEY = 'gram-pc0';
  const GROSS = 0x01;
  const TARED = 0x02;
  const ZERO = 0x08;
  const STABLE = 0x40;
  const frame = (value: string, { bits = STABLE | GROSS, sign = ' ', unit = 'kg' } = {}): string => `\u0002${String.fromCharCode(0x20 + bits)}${sign}${value.padStart(7)}${unit.padStart(2)}\r\u0003`;

  it('reads a frame by position', () => {
    expect(only(KEY, frame('7.86'))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw: '02 61 20 20 20 20 37 2E 38 36 6B 67 0D 03' });
  });

  it('reads each bit of the status', () => {
    expect(only(KEY, frame('7.86', { bits: GROSS }))).toMatchObject({ status: 'ok', stable: false, net: false });
    expect(only(KEY, frame('1.25', { bits: STABLE | TARED, sign: '-' }))).toMatchObject({ status: 'ok', value: '-1.25', stable: true, net: true, grams: '-1250' });
    expect(only(KEY, frame('0.00', { bits: STABLE | GROSS | ZERO }))).toMatchObject({ status: 'ok', grams: '0', net: false });
    expect(only(KEY, frame('7.86', { bits: 0 }))).toMatchObject({ status: 'ok', stable: false, net: true });
    expect(only(KEY, frame('786', { unit: 'g' }))).toMatchObject({ status: 'ok', unit: 'g', grams: '786' });
  });

  it('gives no weight for carets, underscores, dashes, pieces, foreign units and broken numbers', () => {
    expect(only(KEY, frame('^^^^^^^'))).toMatchObject({ status: 'overload', value: null });
    expect(only(KEY, frame('_______'))).toMatchObject({ status: 'underload', value: null });
    expect(only(KEY, frame('12', { unit: 'pc' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, frame('7.86', { unit: 'ct' }))?.value ?? null).toBeNull();
    for (const value of ['-------', '7.8.6', '7 86', '']) expect(only(KEY, frame(value))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('gives no weight for any beginning of a frame and finds one behind noise and a cut one', () => {
    const good = frame('23.45');
    expect(weightsOfBeginnings(KEY, good)).toEqual([]);
    const readings = eachWay(KEY, `\u00fe\u0002a 1${good}${good.slice(0, 9)}${good}${good.slice(0, 13)}`);
    expect(statuses(readings)).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
    expect(weightsOf(readings)).toEqual(['23.45 kg', '23.45 kg']);
  });
});
