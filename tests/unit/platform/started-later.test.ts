import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startedLater } from '../../../electron/core/started-later.ts';

test('whoever needs it starts it at once, and everybody gets the same', async () => {
  let starts = 0;
  const later = startedLater(async () => (starts += 1), () => {});
  later.within(60_000);
  expect(await Promise.all([later.now(), later.now()])).toEqual([1, 1]);
  expect(await later.end()).toBe(1);
});

test('nobody needs it: it starts of its own accord after the shortest wait', async () => {
  let starts = 0;
  const later = startedLater(async () => (starts += 1), () => {});
  later.within(60_000);
  later.within(5);
  await expect.poll(() => starts).toBe(1);
});

test('what was ended before it was needed never starts', async () => {
  let starts = 0;
  const later = startedLater(async () => (starts += 1), () => {});
  later.within(5);
  expect(later.end()).toBe(null);
  await sleep(30);
  expect(starts).toBe(0);
});

test('a start that fails is told, also when nobody waited for it', async () => {
  const told: unknown[] = [];
  const trouble = new Error('the table of scales cannot be read');
  const later = startedLater(() => Promise.reject(trouble), (error) => told.push(error));
  later.within(1);
  await expect.poll(() => told).toEqual([trouble]);
  await expect(later.now()).rejects.toBe(trouble);
});
