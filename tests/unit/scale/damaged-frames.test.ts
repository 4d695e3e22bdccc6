import { afterAll, describe, expect, it } from 'vitest';
import { createDecoder, protocolOf } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { Settling } from '../../../electron/core/devices/scale/session/settling.ts';
import type { ScaleDisplay } from '../../../electron/core/devices/simulator/scale-display.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { ScaleNoise } from '../../../electron/core/devices/simulator/scale-noise.ts';
import { counts } from '../../support/counts.ts';
import { siteConfig } from './display-ranges.ts';

const shown: ScaleDisplay = { digits: 2_345, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false };

/** One line a protocol: frames, how many were damaged, wrong weights decoded and wrong weights behind the rule. */
const measured: string[] = [];

/** How often damage turns 23.45 kg into another weight: in the decoder, and behind the session's rule. */
function wrongWeights(encoder: string, damagedOneIn: number, damage: 'spoil' | 'turnTwo' = 'spoil'): { decoded: number; settled: number } {
  const key = encoder.replace('-17', '');
  const decoder = createDecoder(key, siteConfig(key));
  const settling = new Settling(protocolOf(key)?.equalFrames ?? 1, { settle: { readings: 5, milliseconds: 800 }, sendsOnce: false, ageLimitMs: 2_000 });
  const noise = new ScaleNoise(11);
  const frame = scaleEncoders[encoder]?.(shown) ?? new Uint8Array(0);
  let decoded = 0;
  let settled = 0;
  for (let index = 0; index < counts.damagedFrames; index += 1) {
    for (const reading of decoder?.push(noise.next(damagedOneIn) === 0 ? noise[damage](frame) : frame) ?? []) {
      const isWrong = reading.status === 'ok' && reading.grams !== '23450';
      if (isWrong) decoded += 1;
      if (settling.accept(reading, index * 100).stable && isWrong) settled += 1;
    }
  }
  const perMillion = (count: number): string => `${count} (${(count * 1_000_000 / counts.damagedFrames).toFixed(0)} ppm)`;
  measured.push(`${encoder.padEnd(20)} every ${damagedOneIn === 1 ? 'frame' : `${damagedOneIn}th`} of ${counts.damagedFrames} damaged${damage === 'turnTwo' ? ' (two bits turned)' : ''}: ${perMillion(decoded)} wrong weights decoded, ${perMillion(settled)} usable`);
  return { decoded, settled };
}

const checked: ReadonlySet<string> = new Set(['yaohua-tf0', 'toledo-continuous', 'yaohua-cmd-reply', 'yaohua-a12e-wg', 'cas-enq', 'dibal-tisa', 'modbus-rtu']);

afterAll(() => {
  if (process.env['TEST_LONG'] === '1' || process.env['SHOW_RATES'] === '1') process.stdout.write(`\n${measured.join('\n')}\n`);
});

describe('frames with one damage each (a bit turned, a byte lost or doubled, noise in front)', () => {
  it.each([...checked])('never pass the check of %s', (encoder) => {
    expect(wrongWeights(encoder, 1).decoded).toBe(0);
  }, 300_000);

  it.each([...checked])('pass the check of %s when two bits turn, but for a real one, and the rule of equal frames stops them', (encoder) => {
    const { decoded, settled } = wrongWeights(encoder, 4, 'turnTwo');
    if (encoder === 'modbus-rtu') expect(decoded).toBe(0);
    else expect(decoded).toBeGreaterThan(0);
    expect(settled).toBe(0);
  }, 300_000);

  it.each(Object.keys(scaleEncoders).filter((encoder) => !checked.has(encoder)))('pass in %s, which has no check, and the rule of equal frames stops them', (encoder) => {
    const { decoded, settled } = wrongWeights(encoder, 4);
    expect(decoded).toBeGreaterThan(0);
    expect(settled).toBe(0);
  }, 300_000);
});
