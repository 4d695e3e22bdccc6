import { amountWords } from '../../../domain/amount-words.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { jinText, kilogramText, type Grams } from '../../../domain/mass.ts';
import { sumFen, type Fen } from '../../../domain/money.ts';
import { priceText, pricePerJinText, type PriceE4 } from '../../../domain/price.ts';
import { html } from '../html-page.ts';
import { momentText, pageMoneyText, percentText } from '../paper-values.ts';
import { sheetFoot, sheetHead, sheetPart, sheetTable, signBoxes, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type Named, type SheetWords } from './sheet-words.ts';

/** One payable of the settlement: a priced line of a ticket, or a later addition or correction of one. */
export interface StatementLine {
  readonly ticketNumber: string; readonly date: BusinessDate; readonly product: Named; readonly grade: Named; readonly settlementGrams: Grams; readonly amountFen: Fen;
  readonly kind: 'line' | 'second_payment' | 'price_adjustment' | 'correction' | 'disputed_rest' | 'released';
  /** Price, price sheet and version of the scheme it stands on; null for an addition without a line. */
  readonly priceE4: PriceE4 | null; readonly priceSheet: string | null; readonly schemeNumber: number | null;
}
/** Money kept back for a debt: what stood open, what was taken, what is left. */
export interface StatementRecovery { readonly kind: 'cash_advance' | 'input_credit'; readonly goods: string | null; readonly number: string; readonly date: BusinessDate; readonly openFen: Fen; readonly recoveredFen: Fen; readonly leftFen: Fen }

/** Everything a settlement statement shows, as stored. */
export interface StatementData extends SheetPlace {
  readonly number: string; readonly date: BusinessDate; readonly from: BusinessDate; readonly to: BusinessDate;
  readonly payee: { readonly code: string; readonly name: string; readonly houseGroup: string | null; readonly partyKind: 'member' | 'non_member'; readonly accountMasked: string | null };
  readonly method: 'cash' | 'bank'; readonly lines: readonly StatementLine[]; readonly recoveries: readonly StatementRecovery[]; readonly capBasisPoints: number;
  readonly totalFen: Fen; readonly paidFen: Fen; readonly preparedByName: string; readonly approvedByName: string;
  readonly chain: SheetChain | null;
}

function facts({ payee, method, ...data }: StatementData, words: SheetWords): readonly (readonly [string, string])[] {
  return [
    [words.say('number'), html(data.number)], [words.say('date'), words.date(data.date)],
    [words.say('payee'), `${typed(payee.name)}${payee.partyKind === 'member' ? '' : ` (${words.say('nonMember')})`}`],
    [words.say('memberCode'), `${typed(payee.code)}${payee.houseGroup === null ? '' : ` ${typed(payee.houseGroup)}`}`],
    [words.say('period'), words.say('fromTo', { from: data.from, to: data.to })],
    [words.say('payoutMethod'), method === 'cash' ? words.say('cash') : `${words.say('bank')} ${typed(payee.accountMasked ?? '')}`],
  ];
}

/** The price sheet and the version of the scheme that a line stands on. */
function versions({ priceSheet, schemeNumber }: StatementLine, words: SheetWords): string {
  const parts = [...(priceSheet === null ? [] : [`${words.say('priceSheet')} ${html(priceSheet)}`]), ...(schemeNumber === null ? [] : [words.say('schemeVersion', { number: schemeNumber })])];
  return parts.length === 0 ? '' : `<br><span class="small">${parts.join(' · ')}</span>`;
}

function lines(data: StatementData, words: SheetWords): string {
  const grams = data.lines.reduce((sum, line) => sum + line.settlementGrams, 0);
  return sheetTable(
    [
      { title: words.say('sequence'), form: 'figure' }, { title: words.say('ticketAndDay'), form: 'whole' }, { title: words.say('productAndGrade') }, { title: words.say('settlementKilograms'), form: 'figure' }, { title: words.say('settlementJin'), form: 'figure' },
      { title: words.say('pricePerKilogram'), form: 'figure' }, { title: words.say('pricePerJin'), form: 'figure' }, { title: words.say('amount'), form: 'figure' },
    ],
    data.lines.map((line, index) => [
      String(index + 1), `${html(line.ticketNumber)}<br><span class="small">${html(line.date)}</span>`,
`${words.named(line.product)} ${words.named(line.grade)}${line.kind === 'line' ? '' : `<br>${words.say(line.kind)}`}${versions(line, words)}`, kilogramText(line.settlementGrams), jinText(line.settlementGrams),
      line.priceE4 === null ? '' : priceText(line.priceE4), line.priceE4 === null ? '' : pricePerJinText(line.priceE4),
      pageMoneyText(line.amountFen),
    ]),
    ['', words.say('totalOfLines', { count: data.lines.length }), '', kilogramText(grams), jinText(grams), '', '', pageMoneyText(data.totalFen)],
  );
}

function recoveries(data: StatementData, words: SheetWords): string {
  if (data.recoveries.length === 0) return '';
  const cap = words.say('deductionCap', { percent: percentText(data.capBasisPoints) });
  return sheetPart(words.say('deductions'), sheetTable(
    [{ title: words.say('keptBackFor') }, { title: words.say('number'), form: 'whole' }, { title: words.say('date'), form: 'whole' }, { title: words.say('openBefore'), form: 'figure' }, { title: words.say('keptBack'), form: 'figure' }, { title: words.say('openAfter'), form: 'figure' }],
    data.recoveries.map((row) => [row.goods === null ? words.say(row.kind) : typed(row.goods), html(row.number), html(row.date), pageMoneyText(row.openFen), pageMoneyText(row.recoveredFen), pageMoneyText(row.leftFen)]),
    [`${words.say('deductionTotal')} (${cap})`, '', '', '', pageMoneyText(sumFen(data.recoveries.map((row) => row.recoveredFen))), pageMoneyText(sumFen(data.recoveries.map((row) => row.leftFen)))],
  ));
}

/** The settlement statement (结算单): every payable with its versions, every deduction, the amount paid in figures and capitals, boxes to sign. */
export function statementSheet(data: StatementData, words: SheetWords, made: SheetMade): Sheet {
  const paid = `<div class="paid"><div>${words.say('paidOut')} <span class="amount">${pageMoneyText(data.paidFen)}</span></div><div>${words.say('inWords')} <b class="capital">${amountWords(data.paidFen)}</b></div>`
    + `<div>${words.say('balanceLeft')} <b>${pageMoneyText(sumFen(data.recoveries.map((row) => row.leftFen)))}</b></div></div>`;
  const body = sheetHead(data, words.say('statementTitle'), facts(data, words)) + lines(data, words) + recoveries(data, words) + paid
    + signBoxes([[words.say('signPayee'), ''], [words.say('preparedBy'), data.preparedByName], [words.say('approvedBy'), data.approvedByName]])
    + sheetFoot(words, made, { chain: data.chain, kind: 'settlement', businessDate: data.date, memberCode: data.payee.code, grams: data.lines.reduce((sum, line) => sum + line.settlementGrams, 0), fen: data.paidFen }, [`${words.say('drawnAt')} ${momentText(made.at)}`]);
  return { title: `${words.plain('statementTitle')} ${data.number}`, size: 'A4', body, training: data.training };
}
