import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { paperText, type SlipLanguage } from './paper-text.ts';
import { TALL, type ReceiptDocument } from './receipt-document.ts';
import { section, slipEnd, slipHead, slipMember, type SlipCopy, type SlipPlace } from './small-slip.ts';

/** A number drawn on arrival. */
export interface QueueSlipData extends SlipPlace {
  readonly label: string;
  readonly member?: { readonly code: string; readonly name: string; readonly groupName?: string };
  readonly productName?: string;
  /** How many wait in front. */
  readonly before: number;
}

/** The slip that the member holds until called: the number as large as the paper allows. */
export function queueSlip(data: QueueSlipData, language: SlipLanguage, options: { readonly copy?: SlipCopy }): ReceiptDocument {
  const text = paperText(language);
  return {
    layout: LAYOUT_VERSIONS.queueSlip, watermark: data.training ? text('watermark') : null,
    blocks: [
      ...slipHead(data, text('queueTitle'), text, options.copy),
      ...section('queue', [{ kind: 'figure', label: text('queueNumber'), value: data.label, unit: '' }]),
      ...(data.member === undefined ? [] : slipMember(data.member, text)),
      ...(data.productName === undefined ? [] : section('product', [{ kind: 'pair', label: `${text('product')} `, value: data.productName, size: TALL, bold: true }])),
      ...section('hints', [{ kind: 'rule' }, { kind: 'text', text: text('queueBefore', { count: data.before }), align: 'center' }, { kind: 'text', text: text('queueKeep'), align: 'center' }]),
      ...slipEnd,
    ],
  };
}
