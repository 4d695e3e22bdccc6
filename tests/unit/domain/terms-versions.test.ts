import { expect, test } from 'vitest';
import { isPutAside, takingOver } from '../../../electron/domain/terms-versions.ts';

const version = (number: number, effectiveFrom: number, replacesComing = false) => ({ number, effectiveFrom, replacesComing });

test('what begins later takes over, the earliest first; of two that begin together the later publication', () => {
  expect(takingOver([version(4, 20), version(3, 30), version(2, 30), version(1, 10)], 10).map(({ number }) => number)).toEqual([4, 3, 2]);
  expect(takingOver([version(1, 10)], 9).map(({ number }) => number)).toEqual([1]);
});

test('only a later publication that says so puts aside what begins with it or later', () => {
  const all = [version(3, 20, true), version(2, 20), version(1, 19), version(4, 25)];
  expect(all.map((each) => isPutAside(each, all))).toEqual([false, true, false, false]);
  expect(isPutAside(version(1, 30), [version(2, 10)])).toBe(false);
  expect(takingOver(all, 10).map(({ number }) => number)).toEqual([1, 3, 4]);
});
