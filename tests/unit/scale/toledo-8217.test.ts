import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { eachWay, fromHex, only, statuses } from './each-way.ts';
import { weightsOf } from './feeding.ts';

const KEY = 'toledo-8217';

describe('toledo-8217', () => {
  it('reads the example as stable kilograms', () => {
    const raw = '02 30 37 2E 38 36 30 0D';
    expect(only(KEY, fromHex(raw))).toEqual({ value: '7.860', unit: 'kg', grams: '7860', stable: true, net: false, tare: null, status: 'ok', raw });
  });

  it('marks a net weight and allows blanks in front', () => {
    expect(only(KEY, '\u000207.860N\r')).toMatchObject({ status: 'ok', value: '7.860', net: true });
    expect(only(KEY, '\u0002  7.860\r')).toMatchObject({ status: 'ok', value: '7.860' });
  });

  it('leaves the unit of other decimals to the site', () => {
    expect(only(KEY, '\u000212.34\r')).toMatchObject({ status: 'ok', value: '12.34', unit: null, grams: null });
    expect(only(KEY, '\u000212.34\r', { unit: 'lb' })).toMatchObject({ unit: 'lb' });
  });

  it.each([
    [0x41, 'unstable', false], [0x42, 'overload', null], [0x44, 'underload', null], [0x43, 'overload', false], [0x48, 'not_ready', null], [0x61, 'unstable', false],
    [0xe2, 'overload', null], [0x01, 'unstable', false], [0x40, 'not_ready', null], [0x02, 'overload', null], [0x0d, 'underload', false],
  ])('reads status byte %i as %s', (bits, status, stable) => {
    expect(only(KEY, `\u0002?${String.fromCharCode(bits)}\r`)).toMatchObject({ status, stable, value: null, grams: null });
  });

  it.each(['7860', '-0.500', '07.86.0', '07,860', '07.860G', 'ERR12', ''])('gives no weight for %j', (text) => {
    expect(only(KEY, `\u0002${text}\r`)).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('knows the answer to the probe of other drivers and the echo of a cut line', () => {
    expect(statuses(eachWay(KEY, '\u0002E\rhello\u000207.860\r'))).toEqual(['not_weight', 'garbage', 'ok']);
    expect(only(KEY, '\u000207.86')).toMatchObject({ status: 'incomplete', value: null });
    expect(weightsOf(eachWay(KEY, '\u0002\u000207.8\u000207.860\r\u00ff\u000207.860\r'))).toEqual(['7.860 kg', '7.860 kg']);
  });

  it('asks with W alone', () => {
    expect(protocolOf(KEY)?.safePolls.map((poll) => [...poll.bytes])).toEqual([[0x57]]);
  });
});

describe('stx-decimal-cr', () => {
  it('reads digits with a point and knows neither unit nor stability', () => {
    expect(only('stx-decimal-cr', '\u00020007.86\r')).toEqual({ value: '7.86', unit: null, grams: null, stable: null, net: null, tare: null, status: 'ok', raw: '02 30 30 30 37 2E 38 36 0D' });
    expect(only('stx-decimal-cr', '\u0002  7.86\r\n', { unit: 'kg' })).toMatchObject({ status: 'ok', grams: '7860' });
  });

  it.each(['786', '7.8.6', '7.86kg', '-7.86', '7.', '.86', 'OL'])('gives no weight for %j', (text) => {
    expect(only('stx-decimal-cr', `\u0002${text}\r`, { unit: 'kg' })).toMatchObject({ status: 'bad_frame', value: null, grams: null });
  });

  it('drops what is cut and what never ends', () => {
    expect(only('stx-decimal-cr', '\u00027.8')).toMatchObject({ status: 'incomplete' });
    expect(weightsOf(eachWay('stx-decimal-cr', '\u00021234567.\u00027.86\r\u000200000000000000000000.86\r\u00027.86\r'))).toEqual(['7.86', '7.86']);
  });
});

describe('ricelake-485', () => {
  const frame = (text: string): string => `\u0002${text}\r\n\u0003\r`;

  it('reads value and unit behind the address', () => {
    expect(only('ricelake-485', frame('1   7.86 kg'))).toEqual({
      value: '7.86', unit: 'kg', grams: '7860', stable: null, net: null, tare: null, status: 'ok', raw: '02 31 20 20 20 37 2E 38 36 20 6B 67 0D 0A 03 0D',
    });
    expect(only('ricelake-485', frame('A -1.20 lb'))).toMatchObject({ status: 'ok', value: '-1.20', unit: 'lb' });
    expect(only('ricelake-485', frame('1    1020 kg'))).toMatchObject({ value: '1020' });
  });

  it('never takes the address for a digit', () => {
    expect(only('ricelake-485', frame('17.86 kg'))).toMatchObject({ value: '7.86' });
  });

  it('takes the frames of the address of the site and no others', () => {
    expect(statuses(eachWay('ricelake-485', `${frame('1 7.86 kg')}${frame('2 9.99 kg')}`, { address: 1 }))).toEqual(['ok', 'wrong_address']);
  });

  it('gives no weight for pieces, foreign units and text', () => {
    expect(only('ricelake-485', frame('1   12 pcs'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only('ricelake-485', frame('1   7.86 L'))).toMatchObject({ status: 'bad_unit', value: null });
    expect(only('ricelake-485', frame('1   ------ kg'))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only('ricelake-485', frame('1   7.86kg'))).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('demands the whole end, but for one that the stream cut off', () => {
    const good = frame('1 7.86 kg');
    expect(weightsOf(eachWay('ricelake-485', `\u00021 9.99 kg\r\r${good}`))).toEqual(['7.86 kg']);
    expect(only('ricelake-485', good.slice(0, -1))).toMatchObject({ status: 'ok', value: '7.86' });
    expect(only('ricelake-485', good.slice(0, -5))).toMatchObject({ status: 'incomplete' });
    expect(statuses(eachWay('ricelake-485', `\u0003\r${good.slice(0, 5)}${good}`))).toEqual(['garbage', 'ok']);
  });
});
