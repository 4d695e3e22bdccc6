import { html } from './html-page.ts';
import type { PaperText } from './paper-text.ts';
import { qrMatrix, QR_QUIET_MODULES } from './qr-matrix.ts';
import type { ReceiptBlock } from './receipt-document.ts';

/** The end of every paper of a document: the signed code, and the head of the chain when it was posted. */
export interface ChainFoot {
  /** Hash of the document's event, hexadecimal. */
  readonly chainHead: string;
  readonly qrText: string;
}

/** The head as far as a person compares it: the first eight and the last four digits. */
export function shortHead(chainHead: string): string {
  return `${chainHead.slice(0, 8)}..${chainHead.slice(-4)}`;
}

/** Code and head at the end of a slip. */
export function chainBlocks(foot: ChainFoot, text: PaperText): ReceiptBlock[] {
  return [
    { kind: 'qr', text: foot.qrText, level: 'M', caption: text('scanToCheck') },
    { kind: 'text', text: text('chainHead', { head: shortHead(foot.chainHead) }), align: 'center' },
  ];
}

/** Side of the code on a page, with its quiet zone; a module is then half a millimetre or more. */
const SIDE_MM = 34;

/** Code and head at the end of a page: the code as sharp lines, no picture to be scaled. The words may stand in the page as they are. */
export function chainHtml(foot: ChainFoot, text: PaperText): string {
  const { size, dark } = qrMatrix(foot.qrText, 'M');
  const side = size + 2 * QR_QUIET_MODULES;
  const modules = dark.flatMap((isDark, index) => (isDark ? [`M${(index % size) + QR_QUIET_MODULES} ${Math.floor(index / size) + QR_QUIET_MODULES}h1v1h-1z`] : []));
  return `<div class="chain" style="display:flex;gap:4mm;align-items:center;margin-top:4mm;break-inside:avoid">`
    + `<svg width="${SIDE_MM}mm" height="${SIDE_MM}mm" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" role="img" aria-label="${html(text('scanToCheck'))}"><path d="${modules.join('')}"/></svg>`
    + `<p class="small">${html(text('scanToCheck'))}<br>${html(text('chainHead', { head: shortHead(foot.chainHead) }))}</p></div>`;
}
