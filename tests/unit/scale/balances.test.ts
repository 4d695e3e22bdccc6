import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, only, statuses, weightsOfBeginnings } from './each-way.ts';

const hexOf = (text: string): string => [...Buffer.from(text, 'latin1')].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

describe('ohaus', () => {
  const KEY = 'ohaus';
  const EXAMPLE = '   7.860 kg    G';

  it('reads the example', () => {
    expect(only(KEY, `${EXAMPLE}\r\n`)).toEqual({ value: '7.860', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw: hexOf(EXAMPLE) });
  });

  it('reads net and negative weights and other widths', () => {
    expect(only(KEY, '-  1.250 kg    NET\r\n')).toMatchObject({ status: 'ok', value: '-1.250', net: true, grams: '-1250' });
    expect(only(KEY, '     -12.5 g     N\r\n')).toMatchObject({ status: 'ok', value: '-12.5', unit: 'g', net: true });
    expect(only(KEY, '    10.05 lb\r\n')).toMatchObject({ status: 'ok', unit: 'lb', stable: true, net: null });
  });

  it.each(['   7.860 kg ?  G', '   7.860 kg   ?G', '   7.860 kg ?G', '   7.860 kg ?', '   7.860 kg ?  NET'])('calls %j moving', (line) => {
    expect(only(KEY, `${line}\r\n`)).toMatchObject({ status: 'ok', value: '7.860', stable: false });
  });

  it('never takes the tare for a weighing', () => {
    expect(only(KEY, '   1.200 kg    T\r\n')).toMatchObject({ status: 'tare', value: '1.200', tare: '1.200' });
  });

  it('gives no weight beyond the range, for errors, pieces, percent, foreign units and broken numbers', () => {
    expect(only(KEY, '  ^^^^^^ kg    G\r\n')?.status).not.toBe('ok');
    expect(only(KEY, '  ^^^^^^\r\n')).toMatchObject({ status: 'overload', value: null });
    expect(only(KEY, '  ______\r\n')).toMatchObject({ status: 'underload', value: null });
    expect(only(KEY, 'Err 8.3\r\n')).toMatchObject({ status: 'error', value: null });
    expect(only(KEY, 'ES\r\n')).toMatchObject({ status: 'error', value: null });
    expect(only(KEY, '      12 PCS    G\r\n')).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, '    45.2 %\r\n')).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, '   7.860 ct    G\r\n')).toMatchObject({ status: 'bad_unit', value: null });
    for (const line of ['   7.8.0 kg    G', '   7.860 kg    X', 'Total: 7.860 kg', '   7 860 kg    G', '   7.860kgG 1']) expect(only(KEY, `${line}\r\n`)).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('gives no weight for any beginning of a line: the mark of motion may be in what is missing', () => {
    for (const line of [EXAMPLE, '   7.860 kg ?  G', '   7.860 kg   ?G', '   7.860 kg ?  NET']) expect(weightsOfBeginnings(KEY, line, line.search(/G|NET/))).toEqual([]);
    expect(only(KEY, EXAMPLE)).toMatchObject({ status: 'ok', stable: true });
    expect(only(KEY, '   7.860 kg ?  G')).toMatchObject({ status: 'ok', stable: false });
  });

  it('reads the next line behind noise', () => {
    expect(statuses(eachWay(KEY, `\u00fe\u0080${EXAMPLE}\r\n${EXAMPLE}\r\n\r\n`))).toEqual(['garbage', 'ok']);
  });

  it('is asked for the weight now, and only where the site names it', () => {
    expect(protocolOf(KEY)?.safePolls).toEqual([]);
    expect(protocolOf(KEY)?.pollFor?.({})?.bytes).toEqual(Buffer.from('IP\r\n'));
  });
});

describe('sartorius-sbi', () => {
  const KEY = 'sartorius-sbi';
  const EXAMPLE = '+     7.86 kg ';
  const line = (value: string, { sign = '+', unit = 'kg', shows = '' } = {}): string => `${shows === '' ? '' : shows.padEnd(6)}${sign} ${value.padStart(8)} ${unit.padEnd(3)}\r\n`;
  const special = (text: string): string => `${' '.repeat(6)}${text.padEnd(8)}\r\n`;

  it('reads the example of 16 characters and the same with 22', () => {
    expect(line('7.86')).toBe(`${EXAMPLE}\r\n`);
    expect(only(KEY, line('7.86'))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw: hexOf(EXAMPLE) });
    expect(line('7.86', { shows: 'N' })).toHaveLength(22);
    expect(only(KEY, line('7.86', { shows: 'N' }))).toMatchObject({ status: 'ok', value: '7.86', net: true, stable: true });
    expect(only(KEY, line('7.86', { shows: 'G#', sign: '-' }))).toMatchObject({ status: 'ok', value: '-7.86', net: false, grams: '-7860' });
  });

  it('takes a blank unit for motion, and the unit from the site', () => {
    expect(only(KEY, line('7.86', { unit: '' }), { unit: 'kg' })).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', grams: '7860', stable: false });
    expect(only(KEY, line('7.86', { unit: '', shows: 'N' }))).toMatchObject({ status: 'ok', unit: null, grams: null, stable: false, net: true });
  });

  it('reads a digit in brackets as a digit', () => {
    expect(only(KEY, line('7.8[6]'))).toMatchObject({ status: 'ok', value: '7.86', grams: '7860' });
  });

  it.each([['High', 'overload'], ['Low', 'underload'], ['--', 'not_ready'], ['Cal.', 'busy'], ['Err 054', 'error']])('takes %s for %s and no weight', (text, status) => {
    expect(only(KEY, special(text))).toMatchObject({ status, value: null, grams: null });
    expect(only(KEY, `Stat  ${special(text)}`)).toMatchObject({ status, value: null, grams: null });
  });

  it('never takes a tare for a weighing', () => {
    expect(only(KEY, line('1.20', { shows: 'T1' }))).toMatchObject({ status: 'tare', value: '1.20', tare: '1.20' });
    expect(only(KEY, line('1.20', { shows: 'Qnt' }))).toMatchObject({ status: 'not_weight', value: null });
  });

  it('gives no weight for pieces, percent, foreign units and broken numbers', () => {
    expect(only(KEY, line('12', { unit: 'pcs' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, line('45.2', { unit: '%' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, line('7.86', { unit: 'ct' }))).toMatchObject({ status: 'bad_unit', value: null });
    for (const value of ['7.8.6', '7 86', '', 'A7.86']) expect(only(KEY, line(value))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('gives no weight for any beginning of a line and none for its tail', () => {
    for (const whole of [line('23.45'), line('23.45', { shows: 'N' }), line('23.45', { shows: ' ' }), line('23.45', { unit: '', shows: 'N' })]) {
      expect(weightsOfBeginnings(KEY, whole, whole.length - 2)).toEqual([]);
    }
    expect(only(KEY, EXAMPLE)).toMatchObject({ status: 'ok', value: '7.86' });
    for (let from = 1; from < EXAMPLE.length; from += 1) expect(statuses(eachWay(KEY, `${EXAMPLE.slice(from)}\r\n`))).not.toContain('ok');
  });

  it('reads the next line behind noise', () => {
    expect(statuses(eachWay(KEY, `\u00fe\u0080${EXAMPLE}\r\n${EXAMPLE}\r\n`))).toEqual(['garbage', 'ok']);
  });

  it('is asked with ESC P, and only where the site names it', () => {
    expect(protocolOf(KEY)?.safePolls).toEqual([]);
    expect(protocolOf(KEY)?.pollFor?.({})?.bytes).toEqual(Buffer.of(0x1b, 0x50, 0x0d, 0x0a));
  });
});

describe('radwag', () => {
  const KEY = 'radwag';
  const line = (value: string, { mark = ' ', sign = ' ', unit = 'kg' } = {}): string => `S  ${mark} ${sign}${value.padStart(9)} ${unit.padEnd(3)}\r\n`;

  it('reads an answer of 21 characters by position', () => {
    const text = 'S          7.86 kg ';
    expect(line('7.86')).toBe(`${text}\r\n`);
    expect(line('7.86')).toHaveLength(21);
    expect(only(KEY, line('7.86'))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw: hexOf(text) });
  });

  it('reads moving and negative weights', () => {
    expect(only(KEY, line('7.86', { mark: '?' }))).toMatchObject({ status: 'ok', value: '7.86', stable: false });
    expect(only(KEY, line('0.250', { sign: '-' }))).toMatchObject({ status: 'ok', value: '-0.250', grams: '-250' });
    expect(only(KEY, line('123456.78', { unit: 'g' }))).toMatchObject({ status: 'ok', value: '123456.78' });
  });

  it('never turns the digits of an overload or an underload into a weight', () => {
    expect(only(KEY, line('999999.99', { mark: '^' }))).toMatchObject({ status: 'overload', value: null, grams: null });
    expect(only(KEY, line('7.86', { mark: 'v', sign: '-' }))).toMatchObject({ status: 'underload', value: null });
  });

  it('tells the answers that come before the weight or instead of it', () => {
    expect(statuses(eachWay(KEY, `S A\r\n${line('7.86')}`))).toEqual(['busy', 'ok']);
    expect(only(KEY, 'S I\r\n')).toMatchObject({ status: 'busy', value: null });
    expect(only(KEY, 'S E\r\n')).toMatchObject({ status: 'not_ready', value: null });
    expect(only(KEY, 'ES\r\n')).toMatchObject({ status: 'error', value: null });
  });

  it('gives no weight for pieces, percent, foreign units and broken numbers', () => {
    expect(only(KEY, line('12', { unit: 'pcs' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, line('45.2', { unit: '%' }))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(KEY, line('7.86', { unit: 'ct' }))).toMatchObject({ status: 'bad_unit', value: null });
    for (const value of ['7.8.6', '7 86', '']) expect(only(KEY, line(value))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, 'S      7.86 kg \r\n')).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('gives no weight for any beginning of an answer and finds one behind noise', () => {
    const good = line('23.45');
    expect(weightsOfBeginnings(KEY, good, good.length - 2)).toEqual([]);
    expect(only(KEY, good.slice(0, -2))).toMatchObject({ status: 'ok', value: '23.45' });
    expect(statuses(eachWay(KEY, `\u00feS S${good}${good.slice(0, 12)}${good}${good.slice(0, 15)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'incomplete']);
  });
});
