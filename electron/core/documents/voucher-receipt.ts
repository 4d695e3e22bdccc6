import { amountWords } from '../../domain/amount-words.ts';
import type { Fen } from '../../domain/money.ts';
import { chainBlocks, type ChainFoot } from './chain-foot.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { paperText, type PaperKey, type SlipLanguage } from './paper-text.ts';
import { moneyText } from './paper-values.ts';
import { DOUBLE, TALL, type ReceiptBlock, type ReceiptDocument } from './receipt-document.ts';
import { section, signature, slipEndWith, slipHead, slipMember, type SlipCopy, type SlipPlace } from './small-slip.ts';

/** Money handed over at the desk: a cash payout, an advance, goods on credit, a repayment, float into the cash box or out of it; and money that came back or was booked wrongly. */
export interface VoucherReceiptData extends SlipPlace, ChainFoot {
  readonly kind: 'cash_payout' | 'cash_advance' | 'input_credit' | 'cash_in' | 'cash_out' | 'repayment' | 'payout_return' | 'reversal';
  readonly number: string;
  /** Absent for float. */
  readonly party?: { readonly code: string; readonly name: string; readonly groupName?: string };
  /** How the amount came about, in the order of printing; deductions negative. May be empty. */
  readonly lines: readonly { readonly name: string; readonly fen: Fen }[];
  readonly amountFen: Fen;
  /** What the party agreed to, or what the money is for. */
  readonly note?: { readonly label: string; readonly value: string };
  /** What the party owes after this voucher. */
  readonly owedAfterFen?: Fen;
  readonly clerkName: string;
  readonly approverName?: string;
}

export interface VoucherReceiptOptions {
  readonly copy?: SlipCopy;
  readonly drawer?: boolean;
}

const TITLES = {
  cash_payout: 'voucherCashPayout', cash_advance: 'voucherCashAdvance', input_credit: 'voucherInputCredit', cash_in: 'voucherCashIn', cash_out: 'voucherCashOut',
  repayment: 'voucherRepayment', payout_return: 'voucherPayoutReturn', reversal: 'voucherReversal',
} as const satisfies Record<VoucherReceiptData['kind'], PaperKey>;

/** The slip of a voucher: the amount large, in figures and capitals, with a place to sign. */
export function voucherReceipt(data: VoucherReceiptData, language: SlipLanguage, options: VoucherReceiptOptions): ReceiptDocument {
  const text = paperText(language);
  const { party, note } = data;
  const blocks: ReceiptBlock[] = [
    ...slipHead(data, text(TITLES[data.kind]), text, options.copy),
    { kind: 'pair', label: `${text('number')} `, value: data.number },
    ...(party === undefined ? [] : slipMember(party, text)),
    ...section('figures', [{ kind: 'rule' }, ...data.lines.map((line): ReceiptBlock => ({ kind: 'pair', label: line.name, value: moneyText(line.fen), spread: true })), ...(data.lines.length === 0 ? [] : [{ kind: 'rule', heavy: true } as const])]),
    ...section('total', [
      { kind: 'text', text: text('amount'), size: TALL, bold: true },
      { kind: 'text', text: moneyText(data.amountFen), align: 'center', size: DOUBLE, bold: true },
    ]),
    ...section('words', [{ kind: 'pair', label: `${text('inWords')} `, value: amountWords(data.amountFen), bold: true }]),
    ...section('remarks', note === undefined ? [] : [{ kind: 'pair', label: `${note.label} `, value: note.value }]),
    ...section('balance', data.owedAfterFen === undefined ? [] : [{ kind: 'pair', label: text('nowOwed'), value: moneyText(data.owedAfterFen), spread: true }]),
    ...section('staff', [
      { kind: 'rule' },
      { kind: 'pair', label: `${text('handledBy')} `, value: data.clerkName },
      ...(data.approverName === undefined ? [] : [{ kind: 'pair', label: `${text('approvedBy')} `, value: data.approverName } as const]),
    ]),
    ...section('chain', chainBlocks(data, text)),
    ...signature(text),
    ...slipEndWith(options.drawer === true),
  ];
  return { layout: LAYOUT_VERSIONS.voucherReceipt, watermark: data.training ? text('watermark') : null, blocks };
}
