import { describe, expect, it } from 'vitest';
import { recheckFrames } from '../../../electron/core/devices/scale/recheck-frames.ts';
import { scaleProtocols } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';
import { scaleEncoders } from '../../../electron/core/devices/simulator/scale-encoders.ts';
import { toGrams } from '../../../electron/domain/mass.ts';
import { massUnitOf } from '../../../electron/core/devices/scale/decoder/unit-text.ts';
import { siteConfig } from './display-ranges.ts';

const frame = (text: string): string => [...Buffer.from(text)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
const raw = Array.from({ length: 3 }, () => frame('ST,GS,+  23.45kg'));
const stored = { value: '23.45', unit: 'kg', grams: 23_450 };

describe('the kept frames of a weight', () => {
  it('agree with what was written down', () => {
    expect(recheckFrames('st-gs', {}, raw, stored)).toMatchObject({ outcome: 'agrees', read: stored });
  });

  it('do not agree when the weight, its digits or one frame was changed', () => {
    expect(recheckFrames('st-gs', {}, raw, { ...stored, grams: 24_450 })).toMatchObject({ outcome: 'differs', read: stored });
    expect(recheckFrames('st-gs', {}, raw, { ...stored, value: '23.450' }).outcome).toBe('differs');
    expect(recheckFrames('st-gs', {}, [...raw.slice(0, 2), frame('ST,GS,+  23.46kg')], stored)).toMatchObject({ outcome: 'differs', read: { value: '23.46', grams: 23_460 } });
  });

  it('say so when they are none, unknown, or no weight', () => {
    expect(recheckFrames('st-gs', {}, [], stored).outcome).toBe('no_frames');
    expect(recheckFrames('nobody', {}, raw, stored).outcome).toBe('unknown_protocol');
    expect(recheckFrames('st-gs', {}, ['zz', raw[0] ?? ''], stored).outcome).toBe('unreadable');
    expect(recheckFrames('st-gs', {}, [frame('OL,GS,+  23.45kg')], stored).outcome).toBe('unreadable');
  });

  it.each(scaleProtocols.filter((protocol) => scaleEncoders[protocol.key] !== undefined).map((protocol) => [protocol.key, protocol] as const))('of %s give the weight the line gave, alone and one by one', (key, protocol) => {
    const encode = scaleEncoders[key];
    if (!encode) throw new Error('no encoder');
    const config = siteConfig(key);
    const bytes = encode({ digits: 2_345, decimals: 2, unit: 'kg', stable: true, net: false, tareDigits: 0, overload: false, underload: false });
    const decoder = protocol.decoder(config);
    const readings = [...Array.from({ length: 4 }, () => decoder.push(bytes)).flat(), ...decoder.end()].filter((reading) => reading.status === 'ok');
    const [first] = readings;
    const unit = massUnitOf(first?.unit ?? '');
    if (!first?.value || !unit) throw new Error('the encoder gave no weight');
    const shown = { value: first.value, unit, grams: toGrams(first.value, unit)?.wholeGrams ?? 0 };
    expect(readings.length).toBeGreaterThanOrEqual(3);
    expect(recheckFrames(key, config, readings.map((reading) => reading.raw), shown)).toMatchObject({ outcome: 'agrees', read: shown });
    expect(recheckFrames(key, config, readings.slice(0, 1).map((reading) => reading.raw), shown).outcome).toBe('agrees');
  });
});
