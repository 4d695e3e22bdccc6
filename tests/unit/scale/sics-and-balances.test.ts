import { describe, expect, it } from 'vitest';
import type { DecoderConfig } from '../../../electron/contract/scale-profile.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import { decodeHex, decodeText } from './feeding.ts';

const one = (key: string, text: string, config: DecoderConfig = {}): Reading | undefined => decodeText(key, text, config)[0];
const statusOf = (key: string, text: string): string | undefined => one(key, text)?.status;

describe.each(['mt-sics', 'kern-kcp'])('%s', (key) => {
  it('reads the example byte by byte as written down', () => {
    const raw = '53 20 53 20 20 20 20 20 20 20 37 2E 38 36 20 6B 67 0D 0A';
    expect(decodeHex(key, raw)).toEqual([{ value: '7.86', unit: 'kg', grams: '7860', stable: true, net: null, tare: null, status: 'ok', raw: raw.slice(0, -6) }]);
  });

  it.each([['S D     -1.20 kg\r\n', '-1.20', false], ['S S   1500 g\r\n', '1500', true], ['S S      7.86 kg', '7.86', true]])('reads %j', (text, value, stable) => {
    expect(one(key, text)).toMatchObject({ status: 'ok', value, stable });
  });

  it.each([
    ['S I\r\n', 'busy'], ['S +\r\n', 'overload'], ['S -\r\n', 'underload'], ['ES\r\n', 'error'], ['ET\r\n', 'error'], ['EL\r\n', 'error'], ['S S Error 10b\r\n', 'error'],
    ['S S       12 pcs\r\n', 'not_weight'], ['S S    50.00 %\r\n', 'not_weight'], ['S S     7.86 L\r\n', 'bad_unit'], ['T S     0.35 kg\r\n', 'tare'], ['I4 A "123456"\r\n', 'not_weight'], ['S S     7.8', 'incomplete'],
  ])('gives no weight for %j', (text, status) => {
    expect(one(key, text)).toMatchObject({ status, grams: status === 'tare' ? '350' : null });
  });

  it('finds the frame behind a cut one', () => {
    expect(decodeText(key, 'S S      9.8S S      7.86 kg\r\n').map(({ status, value }) => [status, value])).toEqual([['garbage', null], ['ok', '7.86']]);
  });
});

describe('ohaus', () => {
  it.each([
    ['   7.860 kg    G\r\n', { value: '7.860', stable: true, net: false }], ['   7.860 kg ?  G\r\n', { value: '7.860', stable: false }], ['  -1.200 kg    NET\r\n', { value: '-1.200', net: true }],
    ['   7.860 kg   ?G\r\n', { stable: false, net: false }], ['   7.860 kg     \r\n', { stable: true, net: null }],
  ])('reads %j', (text, expected) => {
    expect(one('ohaus', text)).toMatchObject({ status: 'ok', ...expected });
  });

  it.each([['   0.350 kg    T\r\n', 'tare'], ['      12 PCS   G\r\n', 'not_weight'], ['   50.0 %     G\r\n', 'not_weight'], ['   7.860 L     G\r\n', 'bad_unit'], ['ES\r\n', 'error'], ['^^^^^^\r\n', 'overload'], ['x 7.860 kg G\r\n', 'bad_frame'], ['   7.86', 'incomplete']])('gives no weight for %j', (text, status) => {
    expect(statusOf('ohaus', text)).toBe(status);
  });
});

describe('sartorius-sbi', () => {
  it.each([
    ['+     7.86 kg \r\n', { value: '7.86', unit: 'kg', stable: true, net: null }], ['-     1.20 kg \r\n', { value: '-1.20' }], ['+   7.8[6] kg \r\n', { value: '7.86' }],
    ['N     +     7.86 kg \r\n', { value: '7.86', net: true }], ['G#    +     7.86 kg \r\n', { value: '7.86', net: false }],
  ])('reads %j', (text, expected) => {
    expect(one('sartorius-sbi', text)).toMatchObject({ status: 'ok', ...expected });
  });

  it('calls a blank unit not stable, and takes the unit of the site', () => {
    expect(one('sartorius-sbi', '+     7.86    \r\n', { unit: 'kg' })).toMatchObject({ status: 'ok', stable: false, unit: 'kg', grams: '7860' });
    expect(one('sartorius-sbi', '+     7.86    \r\n')).toMatchObject({ status: 'ok', stable: false, unit: null, grams: null });
  });

  it.each([['     High     \r\n', 'overload'], ['     Low      \r\n', 'underload'], ['      --      \r\n', 'not_ready'], ['     Cal.     \r\n', 'busy'], ['   Err 101    \r\n', 'error'], ['T1    +     0.35 kg \r\n', 'tare'], ['Qnt   +       12 pcs\r\n', 'not_weight'], ['+       12 pcs\r\n', 'not_weight'], ['+    7.86 kg \r\n', 'bad_frame']])('gives no weight for %j', (text, status) => {
    expect(statusOf('sartorius-sbi', text)).toBe(status);
  });
});

describe('radwag', () => {
  const line = (mark: string, sign: string, value: string, unit = 'kg '): string => `S  ${mark} ${sign}${value.padStart(9)} ${unit}\r\n`;

  it('reads stable and moving weights', () => {
    expect(one('radwag', line(' ', ' ', '7.86'))).toMatchObject({ status: 'ok', value: '7.86', stable: true, grams: '7860' });
    expect(one('radwag', line('?', '-', '1.20'))).toMatchObject({ status: 'ok', value: '-1.20', stable: false });
  });

  it.each([[line('^', ' ', '7.86'), 'overload'], [line('v', ' ', '7.86'), 'underload'], ['S A\r\n', 'busy'], ['S I\r\n', 'busy'], ['S E\r\n', 'not_ready'], ['ES\r\n', 'error'], [line(' ', ' ', '12', 'pcs'), 'not_weight'], [line(' ', ' ', '50.0', '%  '), 'not_weight']])('gives no weight for %j', (text, status) => {
    expect(statusOf('radwag', text)).toBe(status);
  });
});
