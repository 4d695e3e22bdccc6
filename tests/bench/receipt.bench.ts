import { strictEqual } from 'node:assert';
import { join } from 'node:path';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { TEXT_80 } from '../../electron/core/devices/printer/escpos-profile.ts';
import { escposJob } from '../../electron/core/devices/printer/escpos-writer.ts';
import { openPaperPen } from '../../electron/core/documents/paper-pen.ts';
import { PAPER_80, type ReceiptBlock, type ReceiptDocument } from '../../electron/core/documents/receipt-document.ts';
import { layoutReceipt } from '../../electron/core/documents/receipt-layout.ts';
import { ticketReceipt } from '../../electron/core/documents/ticket-receipt.ts';
import { parseEscpos, printedText } from '../support/escpos-parser.ts';
import { sampleTicket } from '../support/receipt-samples.ts';
import { interleaved, row, type BenchRow } from './measure.ts';

const slips = 100;
const blocks = 25;
const bound = 1;

/** The same blocks as the library's own words say them; what it has no word for is a line of text. */
function theirBlock(printer: ThermalPrinter, block: ReceiptBlock): void {
  switch (block.kind) {
    case 'title': printer.alignCenter(); printer.setTextQuadArea(); printer.bold(true); printer.println(block.text); printer.bold(false); printer.setTextNormal(); printer.alignLeft(); return;
    case 'text': printer.println(block.text); return;
    case 'pair': if (block.spread === true) printer.leftRight(block.label, block.value); else printer.println(`${block.label}${block.value}`); return;
    case 'table': for (const cells of [...(block.header === undefined ? [] : [block.header]), ...block.rows]) printer.table([...cells]); return;
    case 'rule': printer.drawLine(); return;
    case 'figure': printer.println(block.label); printer.setTextQuadArea(); printer.println(`${block.value} ${block.unit}`); printer.setTextNormal(); printer.println(block.second ?? ''); return;
    case 'qr': printer.printQR(block.text, { cellSize: 4, correction: block.level, model: 2 }); printer.println(block.caption ?? ''); return;
    case 'copyMark': printer.println(block.text); printer.println(block.detail); return;
    case 'feed': for (let line = 0; line < block.lines; line += 1) printer.newLine(); return;
    case 'cut': printer.cut(); return;
    case 'code128': case 'image': case 'drawer': throw new Error(`the slip of the bench has no ${block.kind}`);
  }
}

function theirs(document: ReceiptDocument): Buffer {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: 'tcp://127.0.0.1:9', characterSet: CharacterSet.CHINA, width: PAPER_80.columns });
  for (const block of document.blocks) theirBlock(printer, block);
  return Buffer.from(printer.getBuffer() ?? []);
}

/** A weigh slip as text: laid out and written by us, against node-thermal-printer fed with the same words. */
export async function benchReceipt(): Promise<BenchRow[]> {
  const pen = openPaperPen(join(import.meta.dirname, '../../resources/fonts'));
  const documents = Array.from({ length: slips }, (_, index) => ticketReceipt({ ...sampleTicket({}), number: `GZ01A-T-2026-${String(index + 1).padStart(6, '0')}`, qrText: `VS1|GZ01A-T-2026-${index}|${43_750 + index}|24500` }, 'zh', { maskName: false }));
  const ours = (document: ReceiptDocument): Buffer => escposJob(layoutReceipt(document, PAPER_80), TEXT_80, pen).bytes;
  const [first] = documents;
  if (first === undefined) throw new Error('no slip');
  // Both carry the number in GBK text; ours is proved by the strict parser.
  strictEqual(printedText(parseEscpos(ours(first), PAPER_80.dots)).join('\n').includes('GZ01A-T-2026-000001'), true);
  strictEqual(theirs(first).includes('GZ01A-T-2026-000001'), true);
  for (let round = 0; round < 3; round += 1) documents.forEach((document) => { ours(document); theirs(document); });
  const figures = await interleaved(blocks, () => documents.forEach(ours), () => documents.forEach(theirs));
  return [row('the bytes of a weigh slip', figures.value / slips * 1e3, figures.floor / slips * 1e3, bound, 'µs')];
}
