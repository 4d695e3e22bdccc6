import { describe, expect, it } from 'vitest';
import { eachWay, fromHex, only, statuses, withXorPair } from './each-way.ts';
import { weightsOf } from './feeding.ts';

const WG = 'yaohua-a12e-wg';
const WW = 'yaohua-a12-ww';
const checked = (payload: string): string => `${withXorPair(payload)}\r\n`;

describe('yaohua-a12e-wg', () => {
  it('reads the gross weight of the example', () => {
    const raw = '57 47 30 30 30 37 2E 38 36 6B 67 33 42';
    expect(only(WG, fromHex(`${raw} 0D 0A`))).toEqual({ value: '7.86', unit: 'kg', grams: '7860', stable: null, net: false, tare: null, status: 'ok', raw });
  });

  it('reads net, negative and pointless weights, and pounds', () => {
    expect(only(WG, checked('WN-001.20kg'))).toMatchObject({ status: 'ok', value: '-1.20', net: true });
    expect(only(WG, checked('WG001020 kg'))).toMatchObject({ status: 'ok', value: '1020', grams: '1020000' });
    expect(only(WG, checked('WG000001.lb'))).toMatchObject({ status: 'ok', value: '1', unit: 'lb', grams: '453.59237' });
  });

  it('knows the words for too much and too little', () => {
    expect(checked('         OL')).toBe('         OL23\r\n');
    expect(only(WG, '         OL23\r\n')).toMatchObject({ status: 'overload', value: null });
    expect(only(WG, '         LO23\r\n')).toMatchObject({ status: 'underload', value: null });
  });

  it('gives no weight for a wrong check, a piece count or a foreign unit', () => {
    expect(only(WG, 'WG0007.87kg3B\r\n')).toMatchObject({ status: 'bad_checksum', value: null });
    expect(only(WG, '         OL24\r\n')).toMatchObject({ status: 'bad_checksum' });
    expect(only(WG, checked('WG000012 pc'))).toMatchObject({ status: 'not_weight', value: null });
    expect(only(WG, checked('WG0007.86ml'))).toMatchObject({ status: 'bad_unit', value: null });
    expect(only(WG, checked('WG00.7.86kg'))).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(WG, 'ERR 12\r\n')).toMatchObject({ status: 'bad_frame', value: null });
  });

  it('finds the line behind noise and behind a cut one, and a whole last line without its end', () => {
    const line = checked('WG0007.86kg');
    expect(statuses(eachWay(WG, `\u00fe\u0080${line}${line.slice(0, 8)}${line}07.86kg3B\r\n${line.slice(0, -2)}`))).toEqual(['garbage', 'ok', 'garbage', 'ok', 'bad_frame', 'ok']);
    expect(only(WG, line.slice(0, -3))).toMatchObject({ status: 'incomplete' });
  });
});

describe('yaohua-a12-ww', () => {
  it('reads gross and net, with and without line ends', () => {
    expect(only(WW, 'ww0007.86kg\r\n')).toMatchObject({ status: 'ok', value: '7.86', unit: 'kg', grams: '7860', stable: null, net: false, raw: '77 77 30 30 30 37 2E 38 36 6B 67' });
    expect(only(WW, 'wn-0007.8kg\r\n')).toMatchObject({ status: 'ok', value: '-7.8', net: true });
    expect(only(WW, 'ww0007.86lb')).toMatchObject({ status: 'ok', unit: 'lb' });
    expect(weightsOf(eachWay(WW, 'ww0007.86kgww0007.86kgwn0007.50kg'))).toEqual(['7.86 kg', '7.86 kg', '7.50 kg']);
  });

  it('reads the longer form', () => {
    expect(only(WW, 'ww00007.86kg\r\n')).toMatchObject({ status: 'ok', value: '7.86' });
    expect(only(WW, 'wn-0012.340kg\r\n')).toMatchObject({ status: 'garbage' });
  });

  it('never takes the tare, pieces or a broken number for a weight', () => {
    expect(only(WW, 'wt0000.35kg\r\n')).toMatchObject({ status: 'tare', tare: '0.35', grams: '350' });
    expect(only(WW, 'ww0000012pc\r\n')).toMatchObject({ status: 'not_weight', value: null });
    expect(only(WW, 'ww00.7.86kg\r\n')).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(WW, 'ww00-7.86kg\r\n')).toMatchObject({ status: 'bad_frame', value: null });
    expect(only(WW, 'ww0007.8')).toMatchObject({ status: 'incomplete' });
  });

  it('finds the text behind noise and behind a cut one', () => {
    expect(statuses(eachWay(WW, '7.86kg\r\nww0007.8ww0007.86kg\r\nwww0007.86kg\r\n'))).toEqual(['garbage', 'ok', 'garbage', 'ok']);
  });
});
