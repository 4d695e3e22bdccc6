import { jinText, kilogramText } from '../../domain/mass.ts';
import { priceText, pricePerJinText } from '../../domain/price.ts';
import type { PaperText } from './paper-text.ts';
import { moneyText } from './paper-values.ts';
import type { ReceiptBlock } from './receipt-document.ts';
import { priceSourceBlocks, scheduleBlocks } from './ticket-receipt-terms.ts';
import { deductionBlocks, discountBlocks } from './ticket-receipt-cuts.ts';
import type { ReceiptBasket, ReceiptLine, TicketReceiptData } from './ticket-receipt-data.ts';

const TARE_MARKS = { none: '', container: '', typed: 't', weighed: 'w' } as const;

/** The weighings: basket number, gross, tare, net. A typed weight is marked with `*`, a tare by hand or weighed empty with a letter, each explained below. */
export function basketBlocks(data: TicketReceiptData, text: PaperText): ReceiptBlock[] {
  const marks = [
    ...(data.baskets.some((basket) => basket.typed) ? [text('typedMark')] : []),
    ...(data.baskets.some((basket) => basket.tareMethod === 'typed') ? [text('tareTypedMark')] : []),
    ...(data.baskets.some((basket) => basket.tareMethod === 'weighed') ? [text('tareWeighedMark')] : []),
  ];
  return [
    {
      kind: 'table',
      columns: [{ columns: 5, grow: 0, align: 'left' }, { columns: 8, grow: 1, align: 'right' }, { columns: 8, grow: 1, align: 'right' }, { columns: 8, grow: 1, align: 'right' }],
      header: [text('basket'), text('gross'), text('tare'), text('net')],
      rows: data.baskets.map(basketRow),
    },
    ...marks.map((mark): ReceiptBlock => ({ kind: 'text', text: mark })),
    { kind: 'rule' },
  ];
}

function basketRow(basket: ReceiptBasket): string[] {
  return [
    `${basket.sequence}${basket.typed ? '*' : ''}${TARE_MARKS[basket.tareMethod]}`,
    kilogramText(basket.grossGrams),
    kilogramText(basket.tareGrams),
    kilogramText(basket.netGrams),
  ];
}

/** The priced lines: grade and amount first, then how the amount came about, with the versions it rests on. */
export function lineBlocks(data: TicketReceiptData, text: PaperText, maskName: boolean): ReceiptBlock[] {
  return data.lines.flatMap((line, index) => [...(index === 0 ? [] : [{ kind: 'rule' } as const]), ...oneLine(line, data, text, maskName)]);
}

function oneLine(line: ReceiptLine, data: TicketReceiptData, text: PaperText, maskName: boolean): ReceiptBlock[] {
  const perKilogram = text('pricePerKilogram', { price: priceText(line.priceE4) });
  const perJin = text('pricePerJin', { price: pricePerJinText(line.priceE4) });
  const product = line.productName === data.productName ? '' : `${line.productName} `;
  const pair = (label: string, value: string): ReceiptBlock => ({ kind: 'pair', label, value, spread: true });
  return [
    { kind: 'pair', label: `${product}${line.gradeName}${stars(line)}${line.gradeOverridden ? text('overriddenMark') : ''}`, value: moneyText(line.amountFen), spread: true, bold: true },
    ...scheduleBlocks(line, text, maskName),
    pair(` ${text('net')}`, weightText(line.netGrams, text)),
    ...deductionBlocks(line, text),
    ...(line.deductions.length === 0 ? [] : [pair(` ${text('settlementWeight')}`, weightText(line.settlementGrams, text))]),
    ...priceSourceBlocks(line, text),
    ...discountBlocks(line, text),
    pair(` ${text(line.discounts.length === 0 ? 'price' : 'priceAfter')}`, line.tradedUnit === 'jin' ? perJin : perKilogram),
    pair('', line.tradedUnit === 'jin' ? perKilogram : perJin),
    ...(line.consignment === true ? [pair(` ${text('consignment')}`, text('paidAfterSale'))] : []),
    { kind: 'pair', label: ` ${text('standard')} `, value: `${line.schemeName} ${line.schemeVersion} / ${text('priceList')} ${line.priceVersion}${line.termsVersion === null ? '' : ` / ${text('termsVersion', { number: line.termsVersion })}`}` },
  ];
}

function weightText(grams: number, text: PaperText): string {
  return `${kilogramText(grams)} ${text('kilogram')} = ${jinText(grams)} ${text('jin')}`;
}

/** The best of three grades shows three stars, the last one; more than five grades would fill the line, so they show none. */
function stars(line: ReceiptLine): string {
  if (line.gradeRank === undefined || line.gradeCount === undefined || line.gradeCount > 5 || line.gradeRank > line.gradeCount) return '';
  return ` ${'★'.repeat(line.gradeCount - line.gradeRank + 1)}${'☆'.repeat(line.gradeRank - 1)}`;
}
