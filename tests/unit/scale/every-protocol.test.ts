import { describe, expect, it } from 'vitest';
import { protocolOf, scaleProtocols } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import { gramsText, rangeOf } from './display-ranges.ts';
import { decodeInPieces } from './feeding.ts';

const shown = (digits: number, rest: Partial<ScaleDisplay> = {}): ScaleDisplay =>
  ({ digits, decimals: 3, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false, ...rest });
const frame = (key: string, display: ScaleDisplay): Uint8Array => scaleEncoders[key]?.(display) ?? new Uint8Array(0);
const decode = (key: string, stream: Uint8Array, sizes: readonly number[] = []): Reading[] => decodeInPieces(key, stream, sizes, { unit: 'kg' });
const decodeOne = (key: string, display: ScaleDisplay): Reading | undefined => decode(key, frame(key, display))[0];

/** Nothing is known of what these send beyond their range: the simulator falls silent, as some of them are seen to do. */
const silentBeyond: ReadonlySet<string> = new Set([
  'yaohua-tf0', 'yaohua-cmd-reply', 'yaohua-eq-lsb', 'yaohua-eq-msb', 'yaohua-eq-price', 'yaohua-a12-ww', 'stx-decimal-cr', 'ricelake-485', 'shuangjie-14',
]);
/** Below zero there is another answer than the number. */
const notBelowZero: Readonly<Record<string, string | undefined>> = { 'toledo-8217': 'underload', 'stx-decimal-cr': undefined, 'dibal-tisa': 'not_weight' };
/** Protocols that send no weight while the platform moves. */
const withoutMovingWeight: ReadonlySet<string> = new Set(['toledo-8217', 'dibal-tisa']);
const overloadAs: Readonly<Record<string, string>> = { 'dibal-tisa': 'not_weight' };

describe.each(scaleProtocols.map((protocol) => protocol.key))('%s', (key) => {
  const protocol = protocolOf(key);
  const stable = protocol?.tellsStability === true ? true : null;

  it('is spoken by the simulator', () => {
    expect(Object.keys(scaleEncoders)).toContain(key);
  });

  it('shows what the simulated display shows', () => {
    for (const digits of [7_860, 1, 23_450, 99_999, 10_000]) {
      expect(decode(key, frame(key, shown(digits)))).toMatchObject([{ status: 'ok', unit: key === 'dibal-tisa' ? 'g' : 'kg', grams: gramsText(shown(digits)), stable }]);
    }
    if (key !== 'dibal-tisa') expect(decodeOne(key, shown(7_860))?.value).toBe('7.860');
  });

  it('shows zero, and a weight below zero where its frames can', () => {
    expect(decodeOne(key, shown(0))).toMatchObject(key === 'dibal-tisa' ? { status: 'not_weight', grams: null } : { status: 'ok', grams: '0' });
    const below = decodeOne(key, shown(-4_200));
    if (rangeOf(key).least < 0) expect(below).toMatchObject({ status: 'ok', grams: '-4200', value: '-4.200' });
    else expect(below?.status).toBe(notBelowZero[key]);
  });

  it('never calls a moving weight stable', () => {
    const moving = decodeOne(key, shown(7_860, { stable: false }));
    if (withoutMovingWeight.has(key)) expect(moving).toMatchObject({ status: 'unstable', grams: null });
    else expect(moving).toMatchObject({ status: 'ok', grams: '7860', stable: stable === null ? null : false });
  });

  it('gives no weight for an overload', () => {
    const readings = decode(key, frame(key, shown(7_860, { overload: true })));
    expect(readings.map((reading) => [reading.status, reading.value, reading.grams])).toEqual(silentBeyond.has(key) ? [] : [[overloadAs[key] ?? 'overload', null, null]]);
  });

  it('gives the same readings however its stream is cut', () => {
    const stream = Buffer.concat([0, 1, 2, 3, 4, 5, 6, 7].flatMap((step) => [frame(key, shown(7_860 + step * 10, { stable: step % 3 !== 0, net: step > 4 })), Buffer.alloc(step % 3, 0x55)]));
    const whole = decode(key, stream);
    expect(whole.filter((reading) => reading.status === 'ok').length).toBeGreaterThanOrEqual(2);
    for (const sizes of [[1], [2, 3], [7], [5, 11, 1]]) expect(decode(key, stream, sizes)).toEqual(whole);
  });

  it('gives no weight from any beginning of a frame but that of the frame itself', () => {
    const good = frame(key, shown(23_450));
    for (let length = 0; length < good.length; length += 1) {
      for (const reading of decode(key, good.subarray(0, length)).filter(({ status }) => status === 'ok')) expect(reading.grams).toBe('23450');
    }
  });

  it('has a row that fits its frames', () => {
    expect(frame(key, shown(23_450)).length).toBeLessThanOrEqual((protocol?.frameBytes ?? 0) + (protocol?.lineBased === true ? 2 : 0));
    expect(protocol?.title.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(protocol?.title.en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(protocol?.equalFrames === 1).toBe(protocol?.weakCheck === false);
  });

  it('is never asked for a tare, a zero, a print or a clearing', () => {
    for (const { bytes } of protocol?.safePolls ?? []) {
      const text = Buffer.from(bytes).toString('latin1').trim();
      expect(['T', 'Z', 'P', 'C', 'SP', 'TA', 'ZI', 'TI']).not.toContain(text);
    }
  });
});

describe('the table of protocols', () => {
  it('names every protocol once', () => {
    const keys = scaleProtocols.map((protocol) => protocol.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes every key of the configuration without a crash', () => {
    const everything = {
      unit: 'kg', address: 1, checksum: true, field_len: 'fixed', decimal: ',', decimals: 2, type: 'int16', fixed_zero_x10: true, strip_parity: true, dtr: true, rts: false, expression: '(\\d+)',
    } as const;
    for (const { key } of scaleProtocols) expect(decodeInPieces(key, frame(key, shown(7_860)), [], everything)).toBeInstanceOf(Array);
  });
});
