import { describe, expect, test } from 'vitest';
import type { LiveWeight } from '../../../electron/contract/scale.ts';
import { weightViewOf } from '../../../renderer/features/ticket/desk/live/live-view.ts';
import { isStillThere } from '../../../renderer/features/ticket/desk/live/same-basket.ts';

const live = (change: Partial<LiveWeight> = {}): LiveWeight => ({
  scaleId: 's', name: '台秤', state: 'live', status: 'ok', value: '23.45', unit: 'kg', grams: '23450', net: false, tare: null, stable: true, stableRule: 'r', pressAgain: false, sequence: 1, at: 0, ageMs: 100, simulated: false, ...change,
});
const view = (change: Partial<LiveWeight> = {}, elapsedMs = 0) => weightViewOf({ live: live(change), heardAt: 1_000 }, 1_000 + elapsedMs, 2_000);

describe('what the big display says', () => {
  test('a settled weight is live and stable, a moving one live and not', () => {
    expect(view()).toEqual({ kind: 'live', grams: 23_450, stable: true });
    expect(view({ stable: false })).toEqual({ kind: 'live', grams: 23_450, stable: false });
    expect(view({ status: 'unstable', stable: false })).toEqual({ kind: 'live', grams: 23_450, stable: false });
  });

  test('one press of the key of a scale that sends once asks for another, and begins a new basket as heavy as the last', () => {
    const once = view({ stable: false, pressAgain: true });
    expect(once).toEqual({ kind: 'live', grams: 23_450, stable: false, pressAgain: true });
    expect(isStillThere(once, 23_450, null)).toBe(false);
    expect(isStillThere(view(), 23_450, null)).toBe(true);
  });

  test('a weight grows stale by itself when nothing more arrives', () => {
    expect(view({}, 1_899).kind).toBe('live');
    expect(view({}, 1_901)).toEqual({ kind: 'stale', grams: 23_450, ageSeconds: 2 });
    expect(view({}, 60_000)).toEqual({ kind: 'stale', grams: 23_450, ageSeconds: 60 });
  });

  test('no signal, a pulled cable, a wrong setting and no scale each have their own word', () => {
    expect(view({ state: 'no_signal' }).kind).toBe('stale');
    expect(view({ state: 'no_signal', grams: null, status: null }).kind).toBe('waiting');
    expect(view({ state: 'unplugged' }).kind).toBe('unplugged');
    expect(view({ state: 'wrong_settings' }).kind).toBe('garbled');
    expect(view({ state: 'connecting', grams: null, status: null }).kind).toBe('waiting');
    expect(weightViewOf(null, 0, 2_000).kind).toBe('absent');
  });

  test('overload, underload and noise show no figure', () => {
    expect(view({ status: 'overload' })).toEqual({ kind: 'overload' });
    expect(view({ status: 'underload' })).toEqual({ kind: 'underload' });
    expect(view({ status: 'bad_checksum' })).toEqual({ kind: 'garbled' });
    expect(view({ grams: null })).toEqual({ kind: 'garbled' });
  });
});

test('a basket that rocks is still the same; one lifted or changed is not', () => {
  expect(isStillThere({ kind: 'live', grams: 23_480, stable: false }, 23_450, null)).toBe(true);
  expect(isStillThere({ kind: 'live', grams: 0, stable: true }, 23_450, null)).toBe(false);
  // A weighbridge whose steps are 500 g: one step more is the same vehicle.
  expect(isStillThere({ kind: 'live', grams: 800_500, stable: true }, 800_000, 500)).toBe(true);
  expect(isStillThere({ kind: 'live', grams: 800_500, stable: true }, 800_000, null)).toBe(false);
  // Light goods: an empty scale is not the sixty grams that lay on it.
  expect(isStillThere({ kind: 'live', grams: 0, stable: true }, 60, null)).toBe(false);
  expect(isStillThere({ kind: 'live', grams: 58, stable: true }, 60, null)).toBe(true);
  expect(isStillThere({ kind: 'live', grams: 24_100, stable: true }, 23_450, null)).toBe(false);
  expect(isStillThere({ kind: 'unplugged' }, 23_450, null)).toBe(false);
});
