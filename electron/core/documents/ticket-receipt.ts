import { amountWords } from '../../domain/amount-words.ts';
import { jinText, kilogramText } from '../../domain/mass.ts';
import { chainBlocks } from './chain-foot.ts';
import { LAYOUT_VERSIONS } from './layout-versions.ts';
import { maskedName } from './mask.ts';
import { paperText, type PaperText, type SlipLanguage } from './paper-text.ts';
import { dateWithWeekday, moneyText, timeOfDay } from './paper-values.ts';
import { DOUBLE, TALL, type ReceiptBlock, type ReceiptDocument } from './receipt-document.ts';
import { section, signature, slipEndWith, slipTitle } from './small-slip.ts';
import { ownerBlocks } from './ticket-receipt-owners.ts';
import { basketBlocks, lineBlocks } from './ticket-receipt-parts.ts';
import type { TicketReceiptData, TicketReceiptOptions } from './ticket-receipt-data.ts';

const RULE: ReceiptBlock = { kind: 'rule' };
const PARTS = { member: 'partMember', station: 'partStation', accountant: 'partAccountant' } as const;

/**
 * The weigh slip (磅单) of a posted ticket, its reversal or its correction. Weights stand in kilograms with 斤 beside them
 * (domain rule 2.3), the total in figures and capitals (2.4 rule 12), the net weight as large as the paper allows (6 rule 7).
 */
export function ticketReceipt(data: TicketReceiptData, language: SlipLanguage, options: TicketReceiptOptions): ReceiptDocument {
  const text = paperText(language);
  const blocks: ReceiptBlock[] = [
    ...headBlocks(data, text, options),
    ...basketBlocks(data, text),
    ...section('net', weightBlocks(data, text)),
    ...section('lines', lineBlocks(data, text, options.maskName)),
    ...totalBlocks(data, text, language),
    ...section('owners', ownerBlocks(data, text, options.maskName)),
    ...footBlocks(data, text),
    ...slipEndWith(options.drawer === true),
  ];
  return { layout: LAYOUT_VERSIONS.ticketReceipt, watermark: data.training ? text('watermark') : null, blocks };
}

function headBlocks(data: TicketReceiptData, text: PaperText, options: TicketReceiptOptions): ReceiptBlock[] {
  const name = options.maskName ? maskedName(data.member.name) : data.member.name;
  const kind = data.member.partyKind === 'member' ? '' : ` (${text('nonMember')})`;
  return [
    ...slipTitle(data, text(data.reversal === undefined ? 'ticketTitle' : 'reversalTitle'), text, { ...options, ...(options.part === undefined ? {} : { whose: text(PARTS[options.part]) }) }),
    ...section('number', [
      RULE,
      { kind: 'pair', label: `${text('number')} `, value: data.number },
      { kind: 'pair', label: `${text('date')} `, value: `${dateWithWeekday(data.businessDate, text)} ${timeOfDay(data.postedAt)}` },
    ]),
    ...section('party', [
      { kind: 'pair', label: `${text('member')} `, value: `${name}${kind}`, size: TALL, bold: true },
      { kind: 'pair', label: `${text('memberCode')} `, value: data.member.groupName === undefined ? data.member.code : `${data.member.code}  ${data.member.groupName}` },
    ]),
    ...section('product', [{ kind: 'pair', label: `${text('product')} `, value: data.productName, size: TALL, bold: true }]),
    ...section('reason', reversalBlocks(data, text)),
    { kind: 'mark', name: 'baskets' },
    RULE,
  ];
}

function reversalBlocks(data: TicketReceiptData, text: PaperText): ReceiptBlock[] {
  if (data.reversal === undefined) return [];
  return [
    { kind: 'pair', label: `${text('reverses')} `, value: data.reversal.originalNumber },
    { kind: 'pair', label: `${text('reason')} `, value: data.reversal.reason },
    { kind: 'pair', label: `${text('approver')} `, value: data.reversal.approverName },
  ];
}

function weightBlocks(data: TicketReceiptData, text: PaperText): ReceiptBlock[] {
  const kilograms = (label: string, grams: number): ReceiptBlock => ({ kind: 'pair', label, value: `${kilogramText(grams)} ${text('kilogram')}`, spread: true });
  return [
    { kind: 'figure', label: text('net'), value: kilogramText(data.netGrams), unit: text('kilogram'), second: `${jinText(data.netGrams)} ${text('jin')}` },
    ...(data.returnedGrams === 0 ? [] : [kilograms(text('returned'), data.returnedGrams)]),
    ...(data.sortingLossGrams === 0 ? [] : [kilograms(text('sortingLoss'), data.sortingLossGrams)]),
    RULE,
  ];
}

function totalBlocks(data: TicketReceiptData, text: PaperText, language: SlipLanguage): ReceiptBlock[] {
  const { correction } = data;
  return [
    ...section('total', [{ kind: 'rule', heavy: true }, { kind: 'pair', label: text('total'), value: moneyText(data.totalFen), spread: true, size: DOUBLE, bold: true }]),
    ...section('words', [{ kind: 'pair', label: `${text('inWords')} `, value: amountWords(data.totalFen), ...(language === 'en' ? {} : { bold: true }) }]),
    ...section('correction', correction === undefined ? [] : correctionBlocks(data, correction, text)),
    ...section('remarks', (data.remarks ?? []).map(({ label, value }): ReceiptBlock => ({ kind: 'pair', label: `${label} `, value }))),
    ...section('debts', (data.debts ?? []).map((debt): ReceiptBlock => ({ kind: 'pair', label: text('stillOwed', { name: debt.name }), value: moneyText(debt.fen), spread: true }))),
  ];
}

function correctionBlocks(data: TicketReceiptData, old: NonNullable<TicketReceiptData['correction']>, text: PaperText): ReceiptBlock[] {
  return [
    RULE,
    { kind: 'pair', label: `${text('corrects')} `, value: old.originalNumber },
    {
      kind: 'table',
      columns: [{ columns: 6, grow: 1, align: 'left' }, { columns: 10, grow: 1, align: 'right' }, { columns: 11, grow: 1, align: 'right' }],
      header: ['', text('netKilograms'), text('amount')],
      rows: [
        [text('oldFigure'), kilogramText(old.netGrams), moneyText(old.totalFen)],
        [text('newFigure'), kilogramText(data.netGrams), moneyText(data.totalFen)],
        [text('difference'), kilogramText(data.netGrams - old.netGrams), moneyText(data.totalFen - old.totalFen)],
      ],
    },
  ];
}

function footBlocks(data: TicketReceiptData, text: PaperText): ReceiptBlock[] {
  const staff = data.graderName === undefined ? data.clerkName : `${data.clerkName}  ${text('grader')} ${data.graderName}`;
  return [
    ...section('staff', [
      RULE,
      { kind: 'pair', label: `${text('clerk')} `, value: staff },
      ...(data.stationPhone === undefined ? [] : [{ kind: 'pair', label: `${text('phone')} `, value: data.stationPhone } as const]),
    ]),
    ...section('chain', chainBlocks(data, text)),
    ...signature(text),
  ];
}
