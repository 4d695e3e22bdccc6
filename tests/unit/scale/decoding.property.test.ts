import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, protocolOf, scaleProtocols } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';
import { Settling } from '../../../electron/core/devices/scale/session/settling.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { ScaleNoise } from '../../../electron/core/devices/simulator/scale-noise.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import { counts } from '../../support/counts.ts';
import { displayOf, gramsText, siteConfig } from './display-ranges.ts';
import { decodeInPieces, weightsOf } from './feeding.ts';

const noise = fc.uint8Array({ maxLength: 40 });
/** Noise that holds a start byte, digits and line ends more often than chance would. */
const cunningNoise = fc.array(fc.constantFrom(0x02, 0x03, 0x0d, 0x0a, 0x20, 0x2b, 0x2c, 0x30, 0x37, 0x53, 0x54, 0xff), { maxLength: 40 }).map((bytes) => Uint8Array.from(bytes));
const encoderKeys = Object.keys(scaleEncoders);
const protocolKey = (encoder: string): string => (encoder === 'toledo-continuous-17' ? 'toledo-continuous' : encoder);
const frameOf = (encoder: string, shown: ScaleDisplay): Uint8Array => scaleEncoders[encoder]?.(shown) ?? new Uint8Array(0);

/** Bytes that may stand between frames without being noise. */
const silentBytes = (key: string): readonly number[] => (key === 'cas-enq' ? [0x06] : [0x0d, 0x0a]);

describe.each(encoderKeys)('%s', (encoder) => {
  const key = protocolKey(encoder);
  const display = displayOf(encoder);
  const decode = (bytes: Uint8Array, sizes?: readonly number[]): Reading[] => decodeInPieces(key, bytes, sizes, siteConfig(key));

  it('reads back every display that its frames can show', () => {
    fc.assert(fc.property(fc.array(display, { minLength: 1, maxLength: 12 }), (shown) => {
      const stream = Buffer.concat(shown.map((one) => frameOf(encoder, one)));
      expect(decode(stream).map((reading) => [reading.status, reading.grams])).toEqual(shown.map((one) => ['ok', gramsText(one)]));
    }), { numRuns: counts.propertyRuns });
  });

  it('gives the same readings however the stream is cut', () => {
    const part = fc.oneof(display.map((one) => frameOf(encoder, one)), noise, cunningNoise, display.map((one) => frameOf(encoder, one).subarray(0, 9)));
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 1, maxLength: 5 }), (parts, sizes) => {
      const stream = Buffer.concat(parts);
      const whole = decode(stream);
      expect(decode(stream, [1])).toEqual(whole);
      expect(decode(stream, sizes)).toEqual(whole);
    }), { numRuns: counts.propertyRuns * 2 });
  });

  it('finds the good frame behind any noise that does not reach into it', () => {
    fc.assert(fc.property(noise, display, (before, shown) => {
      const end = protocolOf(key)?.lineBased === true ? '\r\n' : '';
      const stream = Buffer.concat([before, Buffer.from(end), frameOf(encoder, shown), frameOf(encoder, shown)]);
      expect(decode(stream).filter((reading) => reading.status === 'ok').map((reading) => reading.grams)).toContain(gramsText(shown));
    }), { numRuns: counts.propertyRuns });
  });

  it('shows every byte of the stream in at least one reading', () => {
    fc.assert(fc.property(fc.array(fc.oneof(noise, display.map((one) => frameOf(encoder, one))), { maxLength: 8 }), (parts) => {
      const stream = Buffer.concat(parts);
      const shown = decode(stream).reduce((sum, reading) => sum + (reading.raw.length + 1) / 3, 0);
      const silent = stream.filter((byte) => silentBytes(key).includes(byte)).length + parts.length;
      expect(shown).toBeGreaterThanOrEqual(stream.length - silent);
    }), { numRuns: counts.propertyRuns });
  });
});

/** Where any line that holds nothing but a number is a weight, chance writes one now and then. */
const ANY_NUMBER = 'generic-line';

describe('noise', () => {
  it('becomes a number alone on a line now and then, and never five times in a row', () => {
    const source = new ScaleNoise(20_261_122);
    const settling = new Settling(protocolOf(ANY_NUMBER)?.equalFrames ?? 1, { settle: { readings: 5, milliseconds: 800 }, sendsOnce: false, ageLimitMs: 2_000 });
    const decoder = createDecoder(ANY_NUMBER, { unit: 'kg' });
    let at = 0;
    for (let turn = 0; turn < counts.noiseStreams; turn += 1) {
      for (const reading of decoder?.push(source.bytes(10_000)) ?? []) expect(settling.accept(reading, (at += 200)).stable).toBe(false);
    }
    expect(at).toBeGreaterThan(0);
  }, 600_000);

  it.each(scaleProtocols.map((protocol) => protocol.key).filter((key) => key !== ANY_NUMBER))('never becomes a weight in %s', (key) => {
    const source = new ScaleNoise(20_261_122);
    let weights = 0;
    // Streams of 10,000 bytes: two millions in the short run.
    for (let turn = 0; turn < counts.noiseStreams; turn += 1) {
      weights += weightsOf(decodeInPieces(key, source.bytes(10_000), [997])).length;
    }
    expect(weights).toBe(0);
  }, 600_000);
});
