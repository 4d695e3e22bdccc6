import { amountWords } from '../../domain/amount-words.ts';
import type { BusinessDate } from '../../domain/business-date.ts';
import type { Grams } from '../../domain/mass.ts';
import { jinText, kilogramText } from '../../domain/mass.ts';
import type { Fen } from '../../domain/money.ts';
import { sumFen } from '../../domain/money.ts';
import type { PriceE4 } from '../../domain/price.ts';
import { priceText } from '../../domain/price.ts';
import { html, htmlPage, row } from './html-page.ts';
import { maskedName } from './mask.ts';
import { paperText, type PaperLocale, type PaperText } from './paper-text.ts';
import { dateWithWeekday, momentText, pageMoneyText, percentText } from './paper-values.ts';

/** One payable of the settlement: a priced line of a ticket, or a later addition without weight. */
export interface StatementLine {
  readonly ticketNumber: string;
  readonly businessDate: BusinessDate;
  readonly productName: string;
  readonly gradeName: string;
  /** Null for an addition that has no weight (second payment, price adjustment). */
  readonly settlementGrams: Grams | null;
  readonly priceE4: PriceE4 | null;
  readonly amountFen: Fen;
  readonly remark?: string;
}

/** Money kept back for a debt: what stood open, what was taken, what is left. */
export interface StatementRecovery {
  readonly name: string;
  readonly documentNumber: string;
  readonly businessDate: BusinessDate;
  readonly openFen: Fen;
  readonly recoveredFen: Fen;
  readonly leftFen: Fen;
}

/** Everything a settlement statement shows, as stored when it was approved. */
export interface SettlementStatementData {
  readonly cooperativeName: string;
  readonly stationName: string;
  readonly number: string;
  readonly businessDate: BusinessDate;
  readonly period?: { readonly from: BusinessDate; readonly to: BusinessDate };
  readonly payee: { readonly code: string; readonly name: string; readonly groupName?: string; readonly partyKind: 'member' | 'non_member'; readonly maskedAccount?: string };
  readonly method: 'cash' | 'bank';
  readonly lines: readonly StatementLine[];
  readonly recoveries: readonly StatementRecovery[];
  readonly otherDeductions: readonly { readonly name: string; readonly amountFen: Fen }[];
  readonly capBasisPoints?: number;
  readonly totalFen: Fen;
  readonly paidFen: Fen;
  readonly preparedByName: string;
  readonly approvedByName: string;
  readonly training: boolean;
  readonly chainHead: string;
  readonly copy?: { readonly number: number; readonly at: number; readonly byName: string };
}

/**
 * The settlement statement (结算单) as an A4 page for PDF: every payable, every deduction, what was paid in figures and capitals,
 * what is still owed, boxes for signatures. `fontBase` is where the printing window finds the product's fonts.
 */
export function settlementStatementHtml(data: SettlementStatementData, locale: PaperLocale, options: { readonly fontBase: string; readonly maskName?: boolean }): string {
  const text = paperText(locale);
  const body = [
    heading(data, text, options.maskName === true),
    linesTable(data, text),
    recoveryTable(data, text),
    paidBox(data, text),
    signatures(data, text),
  ].join('');
  return htmlPage({ locale, title: `${text('statementTitle')} ${data.number}`, fontBase: options.fontBase, size: 'A4', watermark: data.training ? text('watermark') : null }, body);
}

function heading(data: SettlementStatementData, text: PaperText, maskName: boolean): string {
  const { payee, copy } = data;
  const facts: [string, string][] = [
    [text('number'), data.number],
    [text('date'), dateWithWeekday(data.businessDate, text)],
    [text('payee'), `${maskName ? maskedName(payee.name) : payee.name}${payee.partyKind === 'member' ? '' : ` (${text('nonMember')})`}`],
    [text('memberCode'), `${payee.code}${payee.groupName === undefined ? '' : `  ${payee.groupName}`}`],
    ...(data.period === undefined ? [] : [[text('period'), text('fromTo', { from: data.period.from, to: data.period.to })] as [string, string]]),
    [text('method'), data.method === 'cash' ? text('cash') : `${text('bank')} ${payee.maskedAccount ?? ''}`],
  ];
  return `<div class="cooperative">${html(data.cooperativeName)} ${html(data.stationName)}</div><h1>${html(text('statementTitle'))}</h1>`
    + (copy === undefined ? '' : `<div class="cooperative"><b>${html(text('copyMark', { number: copy.number }))}</b> ${html(`${momentText(copy.at)} ${copy.byName}`)}</div>`)
    + `<div class="facts">${facts.map(([name, value]) => `<div>${html(name)} <b>${html(value)}</b></div>`).join('')}</div>`;
}

function linesTable(data: SettlementStatementData, text: PaperText): string {
  const head = row([
    { html: html(text('sequence')), number: true }, { html: html(text('date')) }, { html: html(text('ticketTitle')) }, { html: html(text('product')) },
    { html: html(text('settlementKilograms')), number: true }, { html: html(text('settlementJin')), number: true }, { html: html(text('pricePerKilogramHead')), number: true }, { html: html(text('amount')), number: true },
  ], 'th');
  const rows = data.lines.map((line, index) => row([
    { html: String(index + 1), number: true },
    { html: html(line.businessDate), whole: true },
    { html: html(line.ticketNumber), whole: true },
    { html: html([line.productName, line.gradeName, line.remark ?? ''].filter((part) => part !== '').join(' ')) },
    { html: line.settlementGrams === null ? '' : kilogramText(line.settlementGrams), number: true },
    { html: line.settlementGrams === null ? '' : jinText(line.settlementGrams), number: true },
    { html: line.priceE4 === null ? '' : priceText(line.priceE4), number: true },
    { html: pageMoneyText(line.amountFen), number: true },
  ]));
  const sum = `<tr class="sum"><td colspan="7">${html(text('totalOfLines', { count: data.lines.length }))}</td><td class="number">${pageMoneyText(data.totalFen)}</td></tr>`;
  return `<table><thead>${head}</thead><tbody>${rows.join('')}${sum}</tbody></table>`;
}

function recoveryTable(data: SettlementStatementData, text: PaperText): string {
  if (data.recoveries.length === 0 && data.otherDeductions.length === 0) return '';
  const head = row([
    { html: html(text('keptBackFor')) }, { html: html(text('number')) }, { html: html(text('date')) },
    { html: html(text('openBefore')), number: true }, { html: html(text('keptBack')), number: true }, { html: html(text('openAfter')), number: true },
  ], 'th');
  const recoveries = data.recoveries.map((each) => row([
    { html: html(each.name) }, { html: html(each.documentNumber), whole: true }, { html: html(each.businessDate), whole: true },
    { html: pageMoneyText(each.openFen), number: true }, { html: pageMoneyText(each.recoveredFen), number: true }, { html: pageMoneyText(each.leftFen), number: true },
  ]));
  const others = data.otherDeductions.map((each) => `<tr><td colspan="4">${html(each.name)}</td><td class="number">${pageMoneyText(each.amountFen)}</td><td></td></tr>`);
  return `<h2>${html(text('deductions'))}</h2><table><thead>${head}</thead><tbody>${recoveries.join('')}${others.join('')}${deductionSum(data, text)}</tbody></table>`;
}

function deductionSum(data: SettlementStatementData, text: PaperText): string {
  const kept = sumFen([...data.recoveries.map((each) => each.recoveredFen), ...data.otherDeductions.map((each) => each.amountFen)]);
  return `<tr class="sum"><td colspan="4">${html(text('deductionTotal'))}${data.capBasisPoints === undefined ? '' : ` (${html(text('deductionCap', { percent: percentText(data.capBasisPoints) }))})`}</td><td class="number">${pageMoneyText(kept)}</td><td></td></tr>`;
}

function paidBox(data: SettlementStatementData, text: PaperText): string {
  const left = sumFen(data.recoveries.map((each) => each.leftFen));
  return `<div class="paid"><div>${html(text('paidOut'))} <span class="amount">${pageMoneyText(data.paidFen)}</span></div>`
    + `<div>${html(text('inWords'))} <b>${html(amountWords(data.paidFen))}</b></div>`
    + `<div>${html(text('balanceLeft'))} <b>${pageMoneyText(left)}</b></div></div>`;
}

function signatures(data: SettlementStatementData, text: PaperText): string {
  const boxes: [string, string][] = [[text('signPayee'), ''], [text('preparedBy'), data.preparedByName], [text('approvedBy'), data.approvedByName]];
  return `<div class="boxes">${boxes.map(([name, person]) => `<div class="box">${html(name)}<br>${html(person)}</div>`).join('')}</div>`
    + `<p class="small">${html(text('chainHead', { head: data.chainHead }))}</p>`;
}
