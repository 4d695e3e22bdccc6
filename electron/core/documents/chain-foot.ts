import type { PaperText } from './paper-text.ts';
import type { ReceiptBlock } from './receipt-document.ts';

/** The end of every paper of a document: the signed code, and the head of the chain when it was posted. */
export interface ChainFoot {
  /** Hash of the document's event, hexadecimal; null while the document is not posted. */
  readonly chainHead: string | null;
  readonly qrText: string;
}

/** The head as far as a person compares it: the first eight and the last four digits. */
export function shortHead(chainHead: string): string {
  return `${chainHead.slice(0, 8)}..${chainHead.slice(-4)}`;
}

/** Code and head at the end of a slip. */
export function chainBlocks(foot: ChainFoot, text: PaperText): ReceiptBlock[] {
  return [
    { kind: 'qr', text: foot.qrText, level: 'M', caption: text(foot.chainHead === null ? 'checkedOncePosted' : 'scanToCheck') },
    { kind: 'text', text: foot.chainHead === null ? text('notPosted') : text('chainHead', { head: shortHead(foot.chainHead) }), align: 'center' },
  ];
}
