import { expect, test } from 'vitest';
import { conditionOf } from '../../../electron/core/devices/printer/escpos-status.ts';
import { stopsPrinting, worstCondition } from '../../../electron/core/services/printing/printer-watch.ts';
import { COVER_OPEN, CUTTER_STUCK, PAPER_LOW, PAPER_OUT, WELL } from '../../support/fake-printer.ts';

/** Bits as in the makers' tables of `DLE EOT n`. */
test.each([
  ['all is well', WELL, 'well'],
  ['the roll is near its end', PAPER_LOW, 'paper_low'],
  ['there is no paper', PAPER_OUT, 'paper_out'],
  ['the cover is open, and so no paper is seen', COVER_OPEN, 'cover_open'],
  ['the cutter is stuck', CUTTER_STUCK, 'cutter'],
  ['the head is too hot', [0x1a, 0x52, 0x52, 0x12], 'too_hot'],
  ['an error that only switching off helps', [0x1a, 0x52, 0x32, 0x12], 'error'],
  ['it is off line and says no more', [0x1a, 0x12, 0x12, 0x12], 'error'],
] as const)('%s', (_, answers, condition) => {
  expect(conditionOf(answers ?? [])).toBe(condition);
});

test('missing answers and bytes that are no status say nothing', () => {
  expect(conditionOf([0x12, 0x12, 0x12])).toBeNull();
  expect(conditionOf([0x12, 0x12, 0x12, 0x00])).toBeNull();
  expect(conditionOf([0xff, 0x12, 0x12, 0x12])).toBeNull();
});

test('of several printers the most pressing is told, and a roll near its end stops nothing', () => {
  expect(worstCondition(['well', 'paper_low', null, 'paper_out'])).toBe('paper_out');
  expect(worstCondition([null, null])).toBeNull();
  expect((['well', 'paper_low', 'held', 'cover_open'] as const).map(stopsPrinting)).toEqual([false, false, true, true]);
});
