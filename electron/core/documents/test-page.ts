import type { Bitmap } from './bitmap.ts';
import { blankBitmap, burnRectangle } from './bitmap.ts';
import type { PaperPen } from './paper-pen.ts';
import { qrBitmap, qrMatrix } from './qr-matrix.ts';
import { DOUBLE, type ReceiptDocument, type ReceiptPaper } from './receipt-document.ts';
import { layoutReceipt } from './receipt-layout.ts';
import { receiptPicture } from './receipt-picture.ts';

/** What stands at the head of a test page. */
export interface TestPageData {
  readonly cooperativeName: string;
  readonly printerName: string;
  readonly printerId: string;
  readonly training: string | null;
}

/** Signs of GB2312, of GBK and of GB18030 beyond it: what is missing in a printer's font comes out as blanks or rubbish. */
export const TEST_TEXTS = { gb2312: '中文测试 ￥ 斤 公斤 一等', gbk: '镕 喆 堃 祎 ㎡', gb18030: '㐂 㛃 𬭎 𠮷' } as const;

const DOTS_PER_MILLIMETRE = 8;
const MODULE_DOTS = 5;

/**
 * The test page of a slip printer. Every sample begins with a figure, which any printer has, so that the person can say which one came
 * out: 1 to 3 the printer's own characters, 4 a picture, 5 its own QR code, 6 a drawn one, 7 its own bars, 8 a ruler over the whole width.
 * It must be written in text mode with native codes.
 */
export function testPage(data: TestPageData, paper: ReceiptPaper, pen: PaperPen): ReceiptDocument {
  const code = `VS-TEST|${data.printerId}`;
  const drawn = layoutReceipt({ layout: 'test-page', watermark: null, blocks: [{ kind: 'text', text: TEST_TEXTS.gb2312 + ' 𬭎', size: DOUBLE, bold: true }] }, paper);
  return {
    layout: 'test-page-2', watermark: data.training,
    blocks: [
      { kind: 'image', bitmap: receiptPicture(layoutReceipt({ layout: 'test-page', watermark: null, blocks: [{ kind: 'title', text: data.printerName }, { kind: 'text', text: data.cooperativeName, align: 'center' }] }, paper), pen) },
      { kind: 'rule' },
      { kind: 'text', text: `1 ${TEST_TEXTS.gb2312}` },
      { kind: 'text', text: `2 ${TEST_TEXTS.gbk}` },
      { kind: 'text', text: `3 ${TEST_TEXTS.gb18030}` },
      { kind: 'text', text: '4' }, { kind: 'image', bitmap: receiptPicture(drawn, pen), align: 'left' },
      { kind: 'text', text: '5' }, { kind: 'qr', text: `${code}|5`, level: 'M' },
      { kind: 'text', text: '6' }, { kind: 'image', bitmap: qrBitmap(qrMatrix(`${code}|6`, 'M'), MODULE_DOTS) },
      { kind: 'text', text: '7' }, { kind: 'code128', text: 'VS-TEST-7' },
      { kind: 'text', text: '8' }, { kind: 'image', bitmap: ruler(paper.dots), align: 'left' },
      { kind: 'feed', lines: 1 }, { kind: 'cut' },
    ],
  };
}

/** A line over the whole width with a mark every millimetre, a longer one every ten, and a bar at both ends. */
function ruler(widthDots: number): Bitmap {
  const bitmap = blankBitmap(widthDots, 40);
  burnRectangle(bitmap, 0, 38, widthDots, 2);
  for (let millimetre = 0; millimetre * DOTS_PER_MILLIMETRE < widthDots; millimetre += 1) {
    const heightDots = millimetre % 10 === 0 ? 24 : 10;
    burnRectangle(bitmap, millimetre * DOTS_PER_MILLIMETRE, 40 - heightDots, 2, heightDots);
  }
  burnRectangle(bitmap, 0, 0, 4, 40);
  burnRectangle(bitmap, widthDots - 4, 0, 4, 40);
  return bitmap;
}
