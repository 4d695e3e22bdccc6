import { describe, expect, it } from 'vitest';
import { line } from '../../../electron/core/devices/scale/protocols/protocol.ts';
import { intervalOf, newScale, scaleHolds, usualOf, withSendsOnce, type Protocol } from '../../../renderer/features/settings/scales/scale-draft.ts';

const row = (key: string, asked: Protocol['asked']): Protocol => ({
  key, title: { zh: key, en: key }, lines: [line(9_600)], configKeys: [], weakCheck: true, tellsStability: true, polls: [], asked, simulated: false, commands: [],
});
const rows = [row('yaohua-tf0', 'never'), row('ohaus', 'may'), row('modbus-rtu', 'only')];

describe('a scale set up by hand', () => {
  it('is asked wherever it can be, also in words that no search would send', () => {
    expect(rows.map(({ key }) => usualOf(key, rows).pollMs)).toEqual([null, 500, 500]);
  });

  it('is not saved with an interval of asking that it cannot follow', () => {
    const scale = { ...newScale(rows, false), name: '秤', port: { kind: 'tcp', host: 'h', port: 4_001 } } as const;
    expect([scaleHolds(scale), scaleHolds({ ...scale, pollMs: 100 }), scaleHolds({ ...scale, pollMs: 50 })]).toEqual([true, true, false]);
    expect([intervalOf(99), intervalOf(60_000), intervalOf(60_001)]).toEqual([null, 60_000, null]);
  });

  it('keeps a weight for a minute where its key sends it once, and two seconds otherwise', () => {
    expect([withSendsOnce(true), withSendsOnce(false)]).toEqual([{ sendsOnce: true, ageLimitMs: 60_000 }, { sendsOnce: false, ageLimitMs: 2_000 }]);
  });
});
