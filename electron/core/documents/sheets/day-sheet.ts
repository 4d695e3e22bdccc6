import { amountWords } from '../../../domain/amount-words.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { jinText, kilogramText, type Grams } from '../../../domain/mass.ts';
import { sumFen, type Fen } from '../../../domain/money.ts';
import { html } from '../html-page.ts';
import { momentText, pageMoneyText, timeOfDay } from '../paper-values.ts';
import { sheetFigures, sheetFoot, sheetHead, sheetPart, sheetTable, signBoxes, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type Named, type SheetKey, type SheetWords } from './sheet-words.ts';

/** Goods of one grade bought one way on the day; a reversal takes its weight and money off again. */
export interface DayGoods { readonly product: Named; readonly grade: Named; readonly mode: 'outright' | 'consignment'; readonly lines: number; readonly netGrams: Grams; readonly settlementGrams: Grams; readonly amountFen: Fen }
export interface DayTicket {
  readonly at: number; readonly number: string; readonly seller: string; readonly owners: number; readonly product: Named; readonly netGrams: Grams; readonly settlementGrams: Grams; readonly totalFen: Fen;
  readonly typed: boolean; readonly overridden: boolean; readonly fromPaper: boolean; readonly reverses: boolean; readonly reversed: boolean;
}
export interface DayVoid { readonly at: number; readonly number: string; readonly original: string; readonly replacedBy: string | null; readonly reason: string; readonly by: string; readonly approvedBy: string; readonly totalFen: Fen }
export interface DayTyped { readonly number: string; readonly basketNo: number; readonly grossGrams: Grams; readonly reason: string; readonly by: string }
export interface DayBox { readonly name: string; readonly openingFen: Fen; readonly inFen: Fen; readonly paidFen: Fen; readonly advancedFen: Fen; readonly otherFen: Fen; readonly closingFen: Fen }
export interface DayPayout { readonly number: string; readonly method: 'cash' | 'bank'; readonly lines: number; readonly totalFen: Fen; readonly by: string; readonly approvedBy: string }
/** What still waits for somebody: a scale's book, crates that are out, a second person. */
export type DayDuty =
  | { readonly kind: 'scale'; readonly scale: string; readonly due: DueKey }
  | { readonly kind: 'crates'; readonly members: number; readonly crates: number }
  | { readonly kind: 'countersign'; readonly number: string; readonly by: string; readonly amountFen: Fen };
export type DueKey = Extract<SheetKey, `due${string}`>;

/** Everything the sheet of a day shows, from stored rows. */
export interface DaySheetData extends SheetPlace {
  readonly date: BusinessDate;
  readonly tickets: readonly DayTicket[]; readonly sellers: number; readonly returnedGrams: Grams; readonly reprints: number;
  readonly goods: readonly DayGoods[]; readonly voids: readonly DayVoid[]; readonly typed: readonly DayTyped[];
  readonly boxes: readonly DayBox[]; readonly payouts: readonly DayPayout[]; readonly duties: readonly DayDuty[];
  /** The last event of the station's chain on that day; null before the first. */
  readonly chain: SheetChain | null;
}

const ofMode = (data: DaySheetData, mode: DayGoods['mode']): Fen => sumFen(data.goods.filter((row) => row.mode === mode).map((row) => row.amountFen));
const paid = (data: DaySheetData, method: DayPayout['method']): Fen => sumFen(data.payouts.filter((row) => row.method === method).map((row) => row.totalFen));
const gramsOf = (rows: readonly { readonly netGrams: Grams }[]): Grams => rows.reduce((sum, row) => sum + row.netGrams, 0);

function figures(data: DaySheetData, words: SheetWords): string {
  const net = gramsOf(data.tickets);
  const pairs: readonly (readonly [SheetKey, string])[] = [
    ['tickets', String(data.tickets.filter((ticket) => !ticket.reverses).length)], ['sellers', String(data.sellers)], ['netKilograms', kilogramText(net)], ['netJin', jinText(net)],
    ['boughtOutright', pageMoneyText(ofMode(data, 'outright'))], ['takenOnConsignment', pageMoneyText(ofMode(data, 'consignment'))], ['paidInCash', pageMoneyText(paid(data, 'cash'))], ['paidByBank', pageMoneyText(paid(data, 'bank'))],
    ['returnedKilograms', kilogramText(data.returnedGrams)], ['voidCount', String(data.voids.length)], ['typedCount', String(data.typed.length)], ['copyCount', String(data.reprints)],
  ];
  return sheetFigures(pairs.map(([key, value]) => [words.say(key), value] as const));
}

function goods(data: DaySheetData, words: SheetWords): string {
  if (data.goods.length === 0) return '';
  const total = sumFen(data.goods.map((row) => row.amountFen));
  const settled = data.goods.reduce((sum, row) => sum + row.settlementGrams, 0);
  return sheetPart(words.say('byProductAndGrade'), sheetTable(
    [{ title: words.say('product') }, { title: words.say('grade') }, { title: words.say('mode') }, { title: words.say('lineCount'), form: 'figure' }, { title: words.say('netKilograms'), form: 'figure' }, { title: words.say('settlementKilograms'), form: 'figure' }, { title: words.say('settlementJin'), form: 'figure' }, { title: words.say('amount'), form: 'figure' }],
    data.goods.map((row) => [words.named(row.product), words.named(row.grade), words.say(row.mode), String(row.lines), kilogramText(row.netGrams), kilogramText(row.settlementGrams), jinText(row.settlementGrams), pageMoneyText(row.amountFen)]),
    [words.say('total'), '', '', String(data.goods.reduce((sum, row) => sum + row.lines, 0)), kilogramText(gramsOf(data.goods)), kilogramText(settled), jinText(settled), pageMoneyText(total)],
  ) + `<p>${words.say('inWords')} <b class="capital">${amountWords(total)}</b></p>`);
}

function money(data: DaySheetData, words: SheetWords): string {
  const boxes = data.boxes.length === 0 ? '' : sheetTable(
    [{ title: words.say('cashBox') }, ...(['opening', 'cashIn', 'cashPaid', 'cashAdvanced', 'cashOther', 'closing'] as const).map((key) => ({ title: words.say(key), form: 'figure' as const }))],
    data.boxes.map((box) => [typed(box.name), ...[box.openingFen, box.inFen, box.paidFen, box.advancedFen, box.otherFen, box.closingFen].map(pageMoneyText)]),
  );
  const payouts = data.payouts.length === 0 ? '' : sheetTable(
    [{ title: words.say('payoutNumber'), form: 'whole' }, { title: words.say('payoutMethod') }, { title: words.say('payoutLines'), form: 'figure' }, { title: words.say('amount'), form: 'figure' }, { title: words.say('preparedBy') }, { title: words.say('approvedBy') }],
    data.payouts.map((row) => [html(row.number), words.say(row.method), String(row.lines), pageMoneyText(row.totalFen), typed(row.by), typed(row.approvedBy)]),
    [words.say('total'), '', String(data.payouts.reduce((sum, row) => sum + row.lines, 0)), pageMoneyText(sumFen(data.payouts.map((row) => row.totalFen))), '', ''],
  );
  return sheetPart(words.say('cashAndPayouts'), [boxes, payouts].filter((table) => table !== '').join('<div class="gap"></div>'));
}

function exceptions(data: DaySheetData, words: SheetWords): string {
  const voids = data.voids.length === 0 ? '' : sheetTable(
    [{ title: words.say('time'), form: 'whole' }, { title: words.say('voidNumber'), form: 'whole' }, { title: words.say('replacedBy'), form: 'whole' }, { title: words.say('reason') }, { title: words.say('voidedBy') }, { title: words.say('secondPerson') }, { title: words.say('amount'), form: 'figure' }],
    data.voids.map((row) => [timeOfDay(row.at), html(row.number), row.replacedBy === null ? '–' : html(row.replacedBy), typed(row.reason), typed(row.by), typed(row.approvedBy), pageMoneyText(row.totalFen)]),
  );
  const byHand = data.typed.length === 0 ? '' : sheetTable(
    [{ title: words.say('ticketNumber'), form: 'whole' }, { title: words.say('basket'), form: 'figure' }, { title: words.say('grossKilograms'), form: 'figure' }, { title: words.say('grossJin'), form: 'figure' }, { title: words.say('reason') }, { title: words.say('typedBy') }],
    data.typed.map((row) => [html(row.number), String(row.basketNo), kilogramText(row.grossGrams), jinText(row.grossGrams), typed(row.reason), typed(row.by)]),
  );
  return sheetPart(words.say('voidsAndCorrections'), voids) + sheetPart(words.say('typedWeights'), byHand);
}

function duty(one: DayDuty, words: SheetWords): string {
  switch (one.kind) {
    case 'scale': return `${typed(one.scale)}: ${words.say(one.due)}`;
    case 'crates': return words.say('cratesOut', { members: one.members, crates: one.crates });
    case 'countersign': return `${html(one.number)} ${pageMoneyText(one.amountFen)} ${typed(one.by)}: ${words.say('waitsForSecond')}`;
  }
}

function marks(ticket: DayTicket, words: SheetWords): string {
  const keys: readonly (readonly [boolean, SheetKey])[] = [[ticket.typed, 'markTyped'], [ticket.overridden, 'markOverridden'], [ticket.fromPaper, 'markFromPaper'], [ticket.reverses, 'markReversal'], [ticket.reversed, 'markReversed']];
  return keys.filter(([holds]) => holds).map(([, key]) => words.say(key)).join(', ');
}

function tickets(data: DaySheetData, words: SheetWords): string {
  if (data.tickets.length === 0) return `<p>${words.say('noTickets')}</p>`;
  const settled = data.tickets.reduce((sum, row) => sum + row.settlementGrams, 0);
  return sheetPart(words.say('ticketsOfDay'), sheetTable(
    [{ title: words.say('ticketAndTime'), form: 'whole' }, { title: words.say('seller') }, { title: words.say('product') }, { title: words.say('netKilograms'), form: 'figure' }, { title: words.say('settlementKilograms'), form: 'figure' }, { title: words.say('settlementJin'), form: 'figure' }, { title: words.say('amount'), form: 'figure' }, { title: words.say('marks') }],
    data.tickets.map((row) => [
      `${html(row.number)}<br><span class="small">${timeOfDay(row.at)}</span>`, typed(row.seller) + (row.owners > 1 ? ` ${words.say('andOthers', { count: row.owners })}` : ''), words.named(row.product), kilogramText(row.netGrams), kilogramText(row.settlementGrams), jinText(row.settlementGrams), pageMoneyText(row.totalFen), marks(row, words),
    ]),
    [words.say('total'), '', '', kilogramText(gramsOf(data.tickets)), kilogramText(settled), jinText(settled), pageMoneyText(sumFen(data.tickets.map((row) => row.totalFen))), ''],
  ));
}

/** The sheet of a day (日清单): goods, money, what did not go the usual way, what is still open, every ticket, and the chain's head at its end. */
export function daySheet(data: DaySheetData, words: SheetWords, made: SheetMade): Sheet {
  const duties = data.duties.map((one) => `<li>${duty(one, words)}</li>`).join('');
  const body = sheetHead(data, words.say('dayTitle'), [[words.say('date'), words.date(data.date)], [words.say('storedUntil'), momentText(made.at)]])
    + figures(data, words) + goods(data, words) + money(data, words) + exceptions(data, words)
    + sheetPart(words.say('openDuties'), duties === '' ? `<p>${words.say('noDuties')}</p>` : `<ul>${duties}</ul>`)
    + tickets(data, words)
    + signBoxes([[words.say('signClerk'), ''], [words.say('signAccountant'), ''], [words.say('signManager'), '']])
    + sheetFoot(words, made, { chain: data.chain, kind: 'day', businessDate: data.date, grams: gramsOf(data.tickets), fen: sumFen(data.tickets.map((ticket) => ticket.totalFen)) });
  return { title: `${words.plain('dayTitle')} ${data.date}`, size: 'A4', body, training: data.training };
}
