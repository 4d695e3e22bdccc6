import { describe, expect, it } from 'vitest';
import { scaleProfileSchema } from '../../../electron/contract/scale-profile.ts';
import { line } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { bitsText, maskOf } from '../../../renderer/features/settings/scales/register-bits.ts';
import { intervalOf, linesToChoose, lineText, newScale, scaleHolds, settleFaults, usualOf, withSendsOnce, type Protocol } from '../../../renderer/features/settings/scales/scale-draft.ts';

const row = (key: string, asked: Protocol['asked']): Protocol => ({
  key, title: { zh: key, en: key }, lines: [line(9_600)], configKeys: [], weakCheck: true, tellsStability: true, polls: [], asked, simulated: false, commands: [],
});
const rows = [row('yaohua-tf0', 'never'), row('ohaus', 'may'), row('modbus-rtu', 'only')];

describe('a scale set up by hand', () => {
  it('is asked wherever it can be, also in words that no search would send', () => {
    expect(rows.map(({ key }) => usualOf(key, rows).pollMs)).toEqual([null, 500, 500]);
  });

  it('may have any setting of the line, the usual ones first', () => {
    const chosen = linesToChoose([line(9_600), line(1_200)], line(110, '7E1')).map(lineText);
    expect(chosen.slice(0, 3)).toEqual(['9600 8N1', '1200 8N1', '110 7E1']);
    expect(chosen).toContain('19200 8N1');
    expect(new Set(chosen).size).toBe(chosen.length);
  });

  it('names the bits of a status word by their numbers', () => {
    expect(['10', '9,10', '11-15', '0， 3'].map(maskOf)).toEqual([0x0400, 0x0600, 0xf800, 0x0009]);
    expect(['', '16', 'x', '5-2', '1,,2'].map(maskOf)).toEqual([null, null, null, null, null]);
    expect(maskOf(bitsText(0xf805))).toBe(0xf805);
  });

  it('is not saved with an interval of asking that it cannot follow', () => {
    const scale = { ...newScale(rows, false), name: '秤', port: { kind: 'tcp', host: 'h', port: 4_001 } } as const;
    expect([scaleHolds(scale), scaleHolds({ ...scale, pollMs: 100 }), scaleHolds({ ...scale, pollMs: 50 })]).toEqual([true, true, false]);
    expect([intervalOf(99), intervalOf(60_000), intervalOf(60_001)]).toEqual([null, 60_000, null]);
  });

  it('is not saved with a rule for a settled weight that core refuses, and the wrong number is named', () => {
    const scale = { ...newScale(rows, false), name: '秤', port: { kind: 'tcp', host: 'h', port: 4_001 } } as const;
    const rules = [[2, 0], [50, 20_000], [1, 0], [51, 800], [5, 20_001]].map(([readings = 0, milliseconds = 0]) => ({ readings, milliseconds }));
    expect(rules.map((settle) => scaleHolds({ ...scale, settle }))).toEqual(rules.map((settle) => scaleProfileSchema.safeParse({ ...scale, settle }).success));
    expect(rules.map(settleFaults).map(({ readings, milliseconds }) => [readings, milliseconds])).toEqual([[false, false], [false, false], [true, false], [true, false], [false, true]]);
  });

  it('keeps a weight for a minute where its key sends it once, and two seconds otherwise', () => {
    expect([withSendsOnce(true), withSendsOnce(false)]).toEqual([{ sendsOnce: true, ageLimitMs: 60_000 }, { sendsOnce: false, ageLimitMs: 2_000 }]);
  });
});
