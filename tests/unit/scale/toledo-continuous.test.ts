import { describe, expect, it } from 'vitest';
import { encodeToledoBare, encodeToledoChecked } from '../../../electron/core/devices/simulator/scale-encoder-toledo.ts';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';
import { decodeHex, decodeInPieces, weightsOf } from './feeding.ts';

const gross = '02 2C 30 20 20 20 20 37 38 36 20 20 20 20 20 30 0D 20';
const moving = '02 2C 3B 20 20 20 20 31 32 30 20 20 20 20 33 35 0D 0F';
const shown = (digits: number, rest: Partial<ScaleDisplay> = {}): ScaleDisplay =>
  ({ digits, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false, ...rest });
const stream = (frames: readonly Uint8Array[]): Uint8Array => Buffer.concat(frames);

describe('toledo-continuous', () => {
  it('reads a stable gross weight', () => {
    expect(decodeHex('toledo-continuous', gross)).toEqual([
      { value: '7.86', unit: 'kg', grams: '7860', stable: true, net: false, tare: '0.00', status: 'ok', raw: gross },
    ]);
  });

  it('reads a negative net weight in motion with its tare', () => {
    expect(decodeHex('toledo-continuous', moving)).toMatchObject([{ value: '-1.20', stable: false, net: true, tare: '0.35', status: 'ok', grams: '-1200' }]);
  });

  it('finds out by itself that no check byte is sent', () => {
    const frames = Array.from({ length: 200 }, (_, index) => encodeToledoBare(shown(index * 7)));
    const readings = decodeInPieces('toledo-continuous', stream(frames), [5]);
    expect(readings.every((reading) => reading.status === 'ok')).toBe(true);
    expect(readings.map((reading) => Number(reading.grams))).toEqual(Array.from({ length: 200 }, (_, index) => index * 70));
  });

  it('finds out by itself that a check byte is sent, also where it equals the start byte', () => {
    const frames = Array.from({ length: 2000 }, (_, index) => encodeToledoChecked(shown(index * 3, { tareDigits: (index * 613) % 10 ** (1 + (index % 5)), net: index % 3 === 0 })));
    expect(frames.some((frame) => frame[17] === 0x02)).toBe(true);
    expect(frames.some((frame) => frame[17] === 0x0d)).toBe(true);
    const readings = decodeInPieces('toledo-continuous', stream(frames), [7]);
    expect(readings.map((reading) => reading.status).filter((status) => status !== 'ok')).toEqual([]);
    expect(readings.map((reading) => Number(reading.grams))).toEqual(Array.from({ length: 2000 }, (_, index) => index * 30));
  });

  it('gives a bare frame as soon as its carriage return has come, once two have shown that no check byte follows', () => {
    const frames = [1, 2, 3, 4].map((digits) => encodeToledoBare(shown(digits)));
    const readings = decodeInPieces('toledo-continuous', stream(frames));
    expect(weightsOf(readings)).toEqual(['0.01 kg', '0.02 kg', '0.03 kg', '0.04 kg']);
  });

  it('gives no weight for a wrong check byte, also while it does not know yet whether one is sent', () => {
    expect(decodeHex('toledo-continuous', moving.replace('31 32 30', '31 32 31'))).toMatchObject([{ status: 'bad_checksum', value: null, grams: null }]);
    expect(decodeHex('toledo-continuous', `${gross} ${gross} ${gross} ${moving.replace('31 32 30', '31 33 30')} ${gross}`).map((reading) => reading.status))
      .toEqual(['ok', 'ok', 'ok', 'bad_checksum', 'ok']);
  });

  it('obeys the site about the check byte', () => {
    const bare = gross.slice(0, -3);
    expect(decodeHex('toledo-continuous', bare, { checksum: true }).map((reading) => reading.status)).toEqual(['incomplete']);
    expect(decodeHex('toledo-continuous', `${bare} ${bare}`, { checksum: false }).map((reading) => reading.status)).toEqual(['ok', 'ok']);
    expect(decodeHex('toledo-continuous', `${bare} 55 ${bare} 55`, { checksum: false }).map((reading) => reading.status)).toEqual(['ok', 'ok']);
  });

  it('accepts makes that end with carriage return and line feed', () => {
    const bare = gross.slice(0, -3);
    expect(weightsOf(decodeHex('toledo-continuous', `${bare} 0A ${bare} 0A ${bare} 0A`))).toEqual(['7.86 kg', '7.86 kg', '7.86 kg']);
  });

  it('never turns the digits of an overload into a weight', () => {
    const over = decodeInPieces('toledo-continuous', stream([encodeToledoChecked(shown(999999, { overload: true })), encodeToledoChecked(shown(12, { underload: true }))]));
    expect(over).toMatchObject([{ status: 'overload', value: null, grams: null }, { status: 'underload', value: null, grams: null }]);
  });

  it('takes the six digits as they stand, and times ten only where the site says so', () => {
    const fixedZero = '02 31 30 20 30 30 31 32 33 30 30 30 30 30 30 30 0D';
    expect(decodeHex('toledo-continuous', fixedZero)).toMatchObject([{ value: '1230', grams: '1230000' }]);
    expect(decodeHex('toledo-continuous', fixedZero, { fixed_zero_x10: true })).toMatchObject([{ value: '12300', grams: '12300000' }]);
  });

  it('reads pounds and grams by their status bits, and refuses a pennyweight', () => {
    expect(decodeInPieces('toledo-continuous', encodeToledoChecked(shown(100, { unit: 'lb' })))).toMatchObject([{ unit: 'lb', grams: '453.59237' }]);
    expect(decodeInPieces('toledo-continuous', encodeToledoChecked(shown(100, { unit: 'g', decimals: 0 })))).toMatchObject([{ unit: 'g', grams: '100' }]);
    expect(decodeHex('toledo-continuous', '02 2C 30 25 20 20 20 37 38 36 20 20 20 20 20 30 0D')).toMatchObject([{ status: 'bad_unit', value: null }]);
  });

  it('gives no weight before the scale was zeroed after power-up, nor from an expanded display', () => {
    expect(decodeHex('toledo-continuous', '02 2C 70 20 20 20 20 37 38 36 20 20 20 20 20 30 0D')).toMatchObject([{ status: 'not_ready', value: null }]);
    expect(decodeHex('toledo-continuous', '02 2C 30 30 20 20 20 37 38 36 20 20 20 20 20 30 0D')).toMatchObject([{ status: 'not_weight', value: null }]);
  });
});
