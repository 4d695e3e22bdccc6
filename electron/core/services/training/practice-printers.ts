import type { Locale } from '../../../contract/fields.ts';
import { labelPapers, type PrinterProfile } from '../../../contract/printing.ts';

/** Two printers made inside the program: their paper is shown on the screen. */
export const practicePrinters = (locale: Locale): PrinterProfile[] => [
  {
    id: 'practice-receipt', name: locale === 'zh' ? '练习小票机' : 'Practice receipt printer', papers: ['receipt', 'reversal_slip', 'test_page', 'queue_slip', 'return_slip', 'crate_slip', 'voucher'],
    language: 'escpos', widthMm: 80, port: { kind: 'simulator' }, mode: 'raster', invert: false, nativeQr: false,
  },
  {
    id: 'practice-label', name: locale === 'zh' ? '练习标签机' : 'Practice label printer', papers: [...labelPapers],
    language: 'tspl', widthMm: 60, port: { kind: 'simulator' }, mode: 'raster', invert: false, nativeQr: false,
  },
];
