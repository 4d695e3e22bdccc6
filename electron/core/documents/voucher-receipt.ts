import { amountWords } from '../../domain/amount-words.ts';
import type { BusinessDate } from '../../domain/business-date.ts';
import type { Fen } from '../../domain/money.ts';
import { chainBlocks } from './chain-foot.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { maskedName } from './mask.ts';
import { paperText, type PaperKey, type SlipLanguage } from './paper-text.ts';
import { dateWithWeekday, momentText, moneyText, timeOfDay } from './paper-values.ts';
import { DOUBLE, TALL, type ReceiptBlock, type ReceiptDocument } from './receipt-document.ts';

/** Money handed over at the desk: a cash payout, an advance, goods on credit, float into the cash box. */
export interface VoucherReceiptData {
  readonly kind: 'cash_payout' | 'cash_advance' | 'input_credit' | 'cash_in' | 'repayment';
  readonly cooperativeName: string;
  readonly stationName: string;
  readonly number: string;
  readonly businessDate: BusinessDate;
  readonly postedAt: number;
  readonly training: boolean;
  /** Absent for float. */
  readonly party?: { readonly code: string; readonly name: string; readonly groupName?: string };
  /** How the amount came about, in the order of printing; deductions negative. May be empty. */
  readonly lines: readonly { readonly name: string; readonly fen: Fen }[];
  readonly amountFen: Fen;
  /** What the party owes after this voucher. */
  readonly owedAfterFen?: Fen;
  readonly clerkName: string;
  readonly approverName?: string;
  readonly reversal?: { readonly originalNumber: string; readonly reason: string };
  readonly chainHead: string;
  readonly qrText: string;
}

export interface VoucherReceiptOptions {
  readonly maskName: boolean;
  readonly copy?: { readonly number: number; readonly at: number; readonly byName: string };
  readonly drawer?: boolean;
}

const TITLES = {
  cash_payout: 'voucherCashPayout', cash_advance: 'voucherCashAdvance', input_credit: 'voucherInputCredit', cash_in: 'voucherCashIn', repayment: 'voucherRepayment',
} as const satisfies Record<VoucherReceiptData['kind'], PaperKey>;

/** The slip of a voucher: the amount large, in figures and capitals, with a place to sign. */
export function voucherReceipt(data: VoucherReceiptData, language: SlipLanguage, options: VoucherReceiptOptions): ReceiptDocument {
  const text = paperText(language);
  const { copy, drawer } = options;
  const { party, reversal } = data;
  const blocks: ReceiptBlock[] = [
    { kind: 'text', text: data.cooperativeName, align: 'center', size: TALL, bold: true },
    { kind: 'text', text: data.stationName, align: 'center' },
    { kind: 'title', text: text(TITLES[data.kind]) },
    ...(reversal === undefined ? [] : [{ kind: 'title', text: text('cancelled') } as const]),
    ...(copy === undefined ? [] : [{ kind: 'copyMark', text: text('copyMark', { number: copy.number }), detail: `${momentText(copy.at)} ${copy.byName}` } as const]),
    { kind: 'rule' },
    { kind: 'pair', label: `${text('number')} `, value: data.number },
    ...(reversal === undefined ? [] : [
      { kind: 'pair', label: `${text('reverses')} `, value: reversal.originalNumber } as const,
      { kind: 'pair', label: `${text('reason')} `, value: reversal.reason } as const,
    ]),
    { kind: 'pair', label: `${text('date')} `, value: `${dateWithWeekday(data.businessDate, text)} ${timeOfDay(data.postedAt)}` },
    ...(party === undefined ? [] : [
      { kind: 'pair', label: `${text('member')} `, value: options.maskName ? maskedName(party.name) : party.name, size: TALL, bold: true } as const,
      { kind: 'pair', label: `${text('memberCode')} `, value: party.groupName === undefined ? party.code : `${party.code}  ${party.groupName}` } as const,
    ]),
    { kind: 'rule' },
    ...data.lines.map((line): ReceiptBlock => ({ kind: 'pair', label: line.name, value: moneyText(line.fen), spread: true })),
    ...(data.lines.length === 0 ? [] : [{ kind: 'rule', heavy: true } as const]),
    { kind: 'text', text: text('amount'), size: TALL, bold: true },
    { kind: 'text', text: moneyText(data.amountFen), align: 'center', size: DOUBLE, bold: true },
    { kind: 'pair', label: `${text('inWords')} `, value: amountWords(data.amountFen), bold: true },
    ...(data.owedAfterFen === undefined ? [] : [{ kind: 'pair', label: text('nowOwed'), value: moneyText(data.owedAfterFen), spread: true } as const]),
    { kind: 'rule' },
    { kind: 'pair', label: `${text('handledBy')} `, value: data.clerkName },
    ...(data.approverName === undefined ? [] : [{ kind: 'pair', label: `${text('approvedBy')} `, value: data.approverName } as const]),
    ...chainBlocks(data, text),
    { kind: 'feed', lines: 1 },
    { kind: 'pair', label: `${text('signHere')} `, value: '______________' },
    ...(drawer === true ? [{ kind: 'drawer' } as const] : []),
    { kind: 'feed', lines: 1 },
    { kind: 'cut' },
  ];
  return { layout: LAYOUT_VERSIONS.voucherReceipt, watermark: data.training ? text('watermark') : null, blocks };
}
