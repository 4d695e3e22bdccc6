import type { Grams } from '../../domain/mass.ts';
import { jinText, kilogramText } from '../../domain/mass.ts';
import { chainBlocks, type ChainFoot } from './chain-foot.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { paperText, type SlipLanguage } from './paper-text.ts';
import { TALL, type ReceiptDocument } from './receipt-document.ts';
import { section, signature, slipEnd, slipHead, slipMember, type SlipCopy, type SlipPlace } from './small-slip.ts';

/** Goods of a delivery that were not taken. */
export interface ReturnSlipData extends SlipPlace, ChainFoot {
  readonly number: string;
  readonly member: { readonly code: string; readonly name: string; readonly groupName?: string };
  readonly productName: string;
  readonly netGrams: Grams;
  readonly returnedGrams: Grams;
  readonly returns: readonly { readonly grams: Grams; readonly reason: string }[];
  readonly clerkName: string;
}

/** The slip that goes home with what was not taken: how much, and why. */
export function returnSlip(data: ReturnSlipData, language: SlipLanguage, options: { readonly copy?: SlipCopy }): ReceiptDocument {
  const text = paperText(language);
  const kilograms = (grams: Grams): string => `${kilogramText(grams)} ${text('kilogram')}`;
  return {
    layout: LAYOUT_VERSIONS.returnSlip, watermark: data.training ? text('watermark') : null,
    blocks: [
      ...slipHead(data, text('returnTitle'), text, options.copy),
      { kind: 'pair', label: `${text('number')} `, value: data.number },
      ...slipMember(data.member, text),
      ...section('product', [{ kind: 'pair', label: `${text('product')} `, value: data.productName, size: TALL, bold: true }]),
      { kind: 'mark', name: 'net' },
      { kind: 'rule' },
      { kind: 'pair', label: text('net'), value: kilograms(data.netGrams), spread: true },
      { kind: 'figure', label: text('returned'), value: kilogramText(data.returnedGrams), unit: text('kilogram'), second: `${jinText(data.returnedGrams)} ${text('jin')}` },
      ...data.returns.map(({ grams, reason }) => ({ kind: 'pair', label: reason, value: kilograms(grams), spread: true } as const)),
      { kind: 'pair', label: text('accepted'), value: kilograms(data.netGrams - data.returnedGrams), spread: true, bold: true },
      ...section('staff', [{ kind: 'rule' }, { kind: 'pair', label: `${text('clerk')} `, value: data.clerkName }]),
      ...section('chain', chainBlocks(data, text)),
      ...signature(text),
      ...slipEnd,
    ],
  };
}
