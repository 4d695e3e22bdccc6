import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { USUAL_DRAWER } from '../../../electron/core/devices/printer/escpos-commands.ts';
import { TEXT_80 } from '../../../electron/core/devices/printer/escpos-profile.ts';
import { escposJob } from '../../../electron/core/devices/printer/escpos-writer.ts';
import type { PaperPen } from '../../../electron/core/documents/paper-pen.ts';
import { openPaperPen } from '../../../electron/core/documents/paper-pen.ts';
import type { ReceiptBlock } from '../../../electron/core/documents/receipt-document.ts';
import { PAPER_80 } from '../../../electron/core/documents/receipt-document.ts';
import { parseEscpos, printedText } from '../../support/escpos-parser.ts';
import { layoutReceipt } from '../../../electron/core/documents/receipt-layout.ts';

let pen: PaperPen;
beforeAll(() => {
  pen = openPaperPen(join(import.meta.dirname, '../../../resources/fonts'));
});

/** Printer with the interface of a port nobody listens on: only its buffer is looked at. */
const library = (characterSet?: CharacterSet): ThermalPrinter => new ThermalPrinter({ type: PrinterTypes.EPSON, interface: 'tcp://127.0.0.1:9', ...(characterSet === undefined ? {} : { characterSet }) });
const theirs = (build: (printer: ThermalPrinter) => void, characterSet?: CharacterSet): Buffer => {
  const printer = library(characterSet);
  build(printer);
  return Buffer.from(printer.getBuffer() ?? []);
};
const ours = (blocks: readonly ReceiptBlock[]): Buffer => escposJob(layoutReceipt({ layout: 'test', watermark: null, blocks }, PAPER_80), { ...TEXT_80, drawer: USUAL_DRAWER }, pen).bytes;

const chineseOn = Buffer.from([0x1c, 0x26]);
const gbk = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);

test('Chinese goes out in GBK with the Chinese mode switched on; the library sends Japanese bytes unless it is told', () => {
  const mine = ours([{ kind: 'text', text: '中文' }]);
  expect(mine.includes(chineseOn)).toBe(true);
  expect(mine.includes(gbk)).toBe(true);
  const plain = theirs((printer) => printer.println('中文'));
  expect(plain.includes(gbk)).toBe(false);
  expect(theirs((printer) => printer.println('中文'), CharacterSet.CHINA).includes(chineseOn)).toBe(false);
});

test('one rare character leaves the Chinese behind it as it was; the library spoils the rest of the line', () => {
  expect(theirs((printer) => printer.println('张𬭎中文'), CharacterSet.CHINA).includes(gbk)).toBe(false);
  const mine = ours([{ kind: 'text', text: '张𬭎中文' }, { kind: 'text', text: '中文' }]);
  expect(mine.includes(gbk)).toBe(true);
  expect(printedText(parseEscpos(mine, 576)).join('')).not.toContain('?');
});

test('the drawer pulse carries its two time bytes; the library leaves them out', () => {
  const pulse = [0x1b, 0x70, 0x00];
  const mine = ours([{ kind: 'drawer' }]);
  const at = mine.indexOf(Buffer.from(pulse));
  expect([...mine.subarray(at, at + 5)]).toHaveLength(5);
  expect(mine[at + 3]).toBeGreaterThan(0);
  const plain = theirs((printer) => printer.openCashDrawer());
  expect(plain[plain.indexOf(Buffer.from(pulse)) + 3]).toBe(0x1b);
});

test('a QR code of Chinese text counts its bytes; the library counts characters and cuts it', () => {
  const text = '服务站批次';
  const store = (bytes: Buffer): number => {
    const at = bytes.indexOf(Buffer.from([0x31, 0x50, 0x30]));
    return (bytes[at - 2] ?? 0) + 256 * (bytes[at - 1] ?? 0) - 3;
  };
  expect(store(ours([{ kind: 'qr', text, level: 'M' }]))).toBe(Buffer.byteLength(text));
  expect(store(theirs((printer) => printer.printQR(text)))).toBe(text.length);
});
