import { expect, test } from 'vitest';
import { createUnlistedScales } from '../../../renderer/features/ticket/desk/live/unlisted-scales.ts';

/** Moments at which the list is asked, when scales speak ten times a second for so many seconds. */
function asked(seconds: number, ids: readonly string[], isListed: (id: string, now: number) => boolean): string[] {
  const unlisted = createUnlistedScales();
  return Array.from({ length: seconds * 10 }, (_, tick) => tick * 100).flatMap((now) => ids.filter((id) => unlisted.asks(id, isListed(id, now), now)).map((id) => `${id} ${String(now)}`));
}

test('a scale that is not on the list has it asked at once, and while the answer is refused once a second, not ten times', () => {
  expect(asked(5, ['new'], () => false)).toEqual(['new 0', 'new 1000', 'new 2000', 'new 3000', 'new 4000']);
});

test('a listed scale never asks, and a second unknown one does not wait for the first', () => {
  expect(asked(2, ['old', 'new', 'other'], (id) => id === 'old')).toEqual(['new 0', 'other 0', 'new 1000', 'other 1000']);
});

test('once it is listed nothing is asked; taken off the list and heard again it asks at once', () => {
  expect(asked(3, ['new'], (_, now) => now >= 300 && now < 1_500)).toEqual(['new 0', 'new 1500', 'new 2500']);
});
