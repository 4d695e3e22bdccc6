import { describe, expect, it } from 'vitest';
import { decoderConfigSchema } from '../../../electron/contract/scale-profile.ts';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, fromHex, only, statuses, xorOfAll } from './each-way.ts';
import { weightsOf } from './feeding.ts';

describe('shuangjie-14', () => {
  const KEY = 'shuangjie-14';

  it('reads sign, weight and unit by position', () => {
    expect(only(KEY, '+    7.86 kg\r\n')).toEqual({
      value: '7.86', unit: 'kg', grams: '7860', stable: null, net: null, tare: null, status: 'ok', raw: '2B 20 20 20 20 37 2E 38 36 20 6B 67',
    });
    expect(only(KEY, '-  120.50  g\r\n')).toMatchObject({ status: 'ok', value: '-120.50', unit: 'g', grams: '-120.5' });
    expect(only(KEY, '    7.860kg \r\n')).toMatchObject({ status: 'ok', value: '7.860' });
  });

  it.each([['+      12pcs', 'not_weight'], ['+   45.20%  ', 'not_weight'], ['+   12.50 ct', 'bad_unit'], ['+   7.8.6 kg', 'bad_frame'], ['+    ---- kg', 'bad_frame'], ['+   7.86 kg', 'bad_frame'], ['ERR 12', 'bad_frame']])(
    'gives no weight for %j: %s', (line, status) => {
      expect(only(KEY, `${line}\r\n`)).toMatchObject({ status, value: null, grams: null });
    },
  );

  it('finds the line behind noise, but not where a doubled character moved the fields', () => {
    expect(statuses(eachWay(KEY, '\u00ff7+    7.86 kg\r\n'))).toEqual(['garbage', 'ok']);
    expect(weightsOf(eachWay(KEY, '-   12.866 kg\r\n'))).toEqual([]);
    expect(weightsOf(eachWay(KEY, '+   112.86 kg\r\n'))).toEqual([]);
    expect(only(KEY, '+    7.86 k')).toMatchObject({ status: 'incomplete' });
  });

  it('asks with ESC p', () => {
    expect(protocolOf(KEY)?.safePolls.map((poll) => [...poll.bytes])).toEqual([[0x1b, 0x70]]);
  });
});

describe('bcd-ff6', () => {
  const KEY = 'bcd-ff6';
  const bytes = (hex: string, config = {}) => eachWay(KEY, fromHex(hex), config);

  it('reads the packed digits low byte first', () => {
    expect(bytes('FF 42 86 07 00 00')).toEqual([{ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw: 'FF 42 86 07 00 00' }]);
    expect(bytes('FF 21 12 34 56 01')).toMatchObject([{ value: '-56341.2', unit: 'lb', stable: false }]);
    expect(bytes('FF 40 00 12 00 00')).toMatchObject([{ value: '1200' }]);
  });

  it('counts the decimals from 1 where the site says so', () => {
    expect(bytes('FF 43 86 07 00 00', { decimals_from: 1 })).toMatchObject([{ value: '7.86' }]);
    expect(bytes('FF 41 86 07 00 00', { decimals_from: 1 })).toMatchObject([{ value: '786' }]);
    expect(bytes('FF 40 86 07 00 00', { decimals_from: 1 })).toMatchObject([{ status: 'bad_frame', value: null }]);
    expect(bytes('FF 43 86 07 00 00', { decimals: 1 })).toMatchObject([{ value: '7.86' }]);
  });

  it('never makes 786 kg of 7.86 kg because somebody meant to say how many decimals there are', () => {
    expect(protocolOf(KEY)?.configKeys).not.toContain('decimals');
    for (const decimals of [2, 3, 4, 5, 6]) expect(weightsOf(bytes('FF 42 86 07 00 00', { decimals }))).toEqual([]);
    expect(decoderConfigSchema.safeParse({ decimals_from: 2 }).success).toBe(false);
  });

  it('never turns the digits of an overload into a weight', () => {
    expect(bytes('FF C2 99 99 99 00')).toMatchObject([{ status: 'overload', value: null, grams: null }]);
    expect(bytes('FF A2 99 99 99 00')).toMatchObject([{ status: 'underload', value: null }]);
  });

  it('gives no weight for an unknown unit, for digits that are none and for a cut frame', () => {
    expect(bytes('FF 42 86 07 00 02')).toMatchObject([{ status: 'bad_unit', value: null }]);
    expect(bytes('FF 42 8A 07 00 00')).toMatchObject([{ status: 'garbage', value: null }]);
    expect(bytes('FF 46 86 07 00 00')).toMatchObject([{ status: 'bad_frame', value: null }]);
    expect(bytes('FF 42 86 07 00')).toMatchObject([{ status: 'incomplete', value: null }]);
  });

  it('refuses the frame with a doubled byte and reads on', () => {
    // The doubled status byte would show 42 hundredths more digits: 0786.42.
    expect(weightsOf(bytes('FF 42 86 07 00 00 FF 42 42 86 07 00 00 FF 42 86 07 00 00'))).toEqual(['7.86 kg', '7.86 kg']);
    expect(weightsOf(bytes('FF 42 86 07 00 FF 42 86 07 00 00 FF 42 90 07 00 00'))).toEqual(['7.86 kg', '7.90 kg']);
  });

  it('believes six bytes behind noise only when another frame or the end follows', () => {
    expect(weightsOf(bytes('13 FF 42 86 07 00 00 55 AA 55 AA 55 AA'))).toEqual([]);
    expect(weightsOf(bytes('13 FF 42 86 07 00 00'))).toEqual(['7.86 kg']);
  });

  it('finds frames between noise', () => {
    expect(weightsOf(bytes('00 13 FF 42 86 07 00 00 FF 42 86 07 00 00'))).toEqual(['7.86 kg', '7.86 kg']);
    expect(weightsOf(bytes('FF 42 86 07 00 00 AA 55 12 FF 42 90 07 00 00'))).toEqual(['7.86 kg', '7.90 kg']);
  });
});

describe('dibal-tisa', () => {
  const KEY = 'dibal-tisa';
  const answer = (payload: string): string => `${payload}${String.fromCharCode(xorOfAll(payload))}\r\n`;

  it('reads the five digits behind the reception mark in grams', () => {
    expect(only(KEY, '9900031600000004\r\n')).toEqual({
      value: '316', unit: 'g', grams: '316', stable: null, net: null, tare: null, status: 'ok', raw: '39 39 30 30 30 33 31 36 30 30 30 30 30 30 30 34',
    });
    expect(only(KEY, '9900786000000009\r\n')).toMatchObject({ status: 'ok', value: '7860', grams: '7860' });
  });

  it('reads a heavier load beside an amount', () => {
    expect(only(KEY, answer('990234500008207'))).toMatchObject({ status: 'ok', value: '23450', grams: '23450' });
  });

  it('takes zero neither for a weight nor for an empty platform', () => {
    expect(only(KEY, answer('990000000000000'))).toMatchObject({ status: 'not_weight', value: null, grams: null });
  });

  it('gives no weight while the platform moves, below zero, or under a wrong check', () => {
    expect(only(KEY, answer('990     0000000'))).toMatchObject({ status: 'unstable', stable: false, value: null });
    expect(only(KEY, answer('990-07860000000'))).toMatchObject({ status: 'underload', value: null });
    expect(only(KEY, '9900787000000009\r\n')).toMatchObject({ status: 'bad_checksum', value: null });
    expect(only(KEY, answer('990 7 860000000'))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(KEY, '98000001\r\n')).toMatchObject({ status: 'bad_frame' });
  });

  it('finds the answer behind noise, and a whole last one without its end', () => {
    const good = answer('990007860000000');
    expect(statuses(eachWay(KEY, `99\u0080${good}9900078${good}${good.slice(0, 16)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'ok']);
    expect(only(KEY, good.slice(0, 15))).toMatchObject({ status: 'incomplete' });
  });

  it('asks with the price zero and its check character', () => {
    const [poll] = protocolOf(KEY)?.safePolls ?? [];
    const text = Buffer.from(poll?.bytes ?? []).toString('latin1');
    expect(text).toBe('98000001\r\n');
    expect(text[7]).toBe(String.fromCharCode(xorOfAll(text.slice(0, 7))));
  });
});
