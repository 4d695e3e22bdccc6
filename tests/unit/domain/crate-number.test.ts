import { expect, test } from 'vitest';
import { crateCode } from '../../../electron/domain/crate-number.ts';

const desk = { stationCode: 'GZ01', deskLetter: 'A', training: false };

test('a crate bears its desk and four figures, more from the ten-thousandth on, and a mark in training', () => {
  expect([1, 9_999, 10_000].map((number) => crateCode(desk, number))).toEqual(['GZ01A-K-0001', 'GZ01A-K-9999', 'GZ01A-K-10000']);
  expect(crateCode({ ...desk, training: true }, 7)).toBe('LX-GZ01A-K-0007');
});

test('a number below one or with a fraction is none', () => {
  for (const number of [0, -1, 1.5, Number.NaN]) expect(() => crateCode(desk, number)).toThrow('number_part_invalid');
});
