import { expect, test } from 'vitest';
import type { PrinterProfile } from '../../../electron/contract/printing.ts';
import { toggled, verdictOf, type TestMark } from '../../../renderer/features/settings/printers/wizard/test-verdict.ts';

const printer: PrinterProfile = {
  id: 'printer-1', name: '柜台', papers: ['receipt'], language: 'escpos', widthMm: 80, port: { kind: 'tcp', host: '192.168.1.50', port: 9100 }, mode: 'text', invert: false, nativeQr: true,
};
const all: readonly TestMark[] = ['text', 'gbk', 'gb18030', 'picture', 'nativeQr', 'pictureQr', 'nativeBarcode', 'width', 'cut'];
const judge = (marks: readonly TestMark[], condition: 'well' | null = null) => verdictOf(printer, new Set(marks), condition);
const without = (...left: TestMark[]): TestMark[] => all.filter((mark) => !left.includes(mark));

test('a printer on whose page everything is right prints text of all characters, its own codes, and is asked for paper', () => {
  expect(judge(all, 'well')).toEqual({
    problems: [],
    printer: { ...printer, slip: { charset: 'gb18030', density: 0, cut: 'partial', drawer: null, beeps: 0, nativeBarcode: true, answers: true } },
  });
});

test.each([
  ['its own Chinese is rubbish: everything goes as a picture', without('text', 'gbk', 'gb18030'), { mode: 'raster' }],
  ['rare characters are missing: those lines go as pictures', without('gb18030', 'gbk'), { mode: 'text', slip: { charset: 'gb2312' } }],
  ['very rare characters are missing', without('gb18030'), { slip: { charset: 'gbk' } }],
  ['pictures are white on black: they are sent inverted', [...without('picture'), 'inverted' as const], { invert: true }],
  ['its own code is not read: it is drawn', without('nativeQr'), { nativeQr: false }],
  ['its own bars are not read: they are drawn', without('nativeBarcode'), { slip: { nativeBarcode: false } }],
  ['an end of the ruler is missing: the paper is narrow', without('width'), { widthMm: 58 }],
  ['it did not cut: it feeds instead', without('cut'), { slip: { cut: 'none' } }],
  ['it did not answer: it is not asked', all, { slip: { answers: false } }],
])('%s', (_, marks, expected) => {
  expect(judge(marks).printer).toMatchObject(expected);
});

test('what no setting helps is said', () => {
  expect(judge([]).problems).toEqual(['nothing']);
  expect(judge(without('nativeQr', 'pictureQr')).problems).toEqual(['noQr']);
  expect(judge(without('picture')).problems).toEqual(['noPicture']);
});

test('a label printer that printed white on black is inverted, and back again when it was inverted before', () => {
  const label: PrinterProfile = { ...printer, language: 'tspl', widthMm: 60, mode: 'raster', papers: ['lot_label'], nativeQr: false };
  expect(verdictOf(label, new Set(['inverted', 'pictureQr']), null).printer.invert).toBe(true);
  expect(verdictOf({ ...label, invert: true }, new Set(['inverted']), null).printer.invert).toBe(false);
  expect(verdictOf({ ...label, invert: true }, new Set(['picture']), null).printer.invert).toBe(true);
});

test('a label printer is asked for labels and head where it answered, and never in a language without such a question', () => {
  const label: PrinterProfile = { ...printer, language: 'zpl', widthMm: 60, mode: 'raster', papers: ['lot_label'], nativeQr: false };
  expect(verdictOf(label, new Set(['picture']), 'paper_out').printer.label).toMatchObject({ answers: true, media: 'gap' });
  expect(verdictOf(label, new Set(['picture']), null).printer.label).toMatchObject({ answers: false });
  expect(verdictOf({ ...label, language: 'epl2' }, new Set(['picture']), 'well').printer.label).toBeUndefined();
});

test('large words are either black on white or white on black', () => {
  expect([...toggled(new Set(['picture', 'text']), 'inverted')].toSorted()).toEqual(['inverted', 'text']);
  expect([...toggled(new Set(['inverted']), 'picture')]).toEqual(['picture']);
  expect([...toggled(new Set(['picture']), 'picture')]).toEqual([]);
});
