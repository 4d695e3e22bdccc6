import type { BusinessDate } from '../../../domain/business-date.ts';
import { jinText, kilogramText, type Grams } from '../../../domain/mass.ts';
import { sumFen, type Fen } from '../../../domain/money.ts';
import { priceText, pricePerJinText, type PriceE4 } from '../../../domain/price.ts';
import { html } from '../html-page.ts';
import { momentText, pageMoneyText } from '../paper-values.ts';
import { sheetFoot, sheetHead, sheetPart, sheetTable, signBoxes, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type Named, type SheetWords } from './sheet-words.ts';

/** One person's row. Name and numbers are masked before they come here: what hangs on a village board is read by everybody. */
export interface NoticePerson {
  readonly code: string; readonly maskedName: string; readonly houseGroup: string | null; readonly phoneTail: string; readonly residentTail: string; readonly accountTail: string;
  readonly tickets: number; readonly settlementGrams: Grams; readonly amountFen: Fen; readonly recoveredFen: Fen; readonly paidFen: Fen; readonly openFen: Fen;
}
export interface NoticePrice { readonly product: Named; readonly grade: Named; readonly priceE4: PriceE4; readonly priceSheet: string; readonly from: BusinessDate; readonly to: BusinessDate; readonly settlementGrams: Grams; readonly amountFen: Fen }
export interface NoticePayout { readonly number: string; readonly date: BusinessDate; readonly method: 'cash' | 'bank'; readonly lines: number; readonly totalFen: Fen }

/** What the public notice pack shows, from stored rows. */
export interface NoticePackData extends SheetPlace {
  readonly from: BusinessDate; readonly to: BusinessDate; readonly place: string; readonly postedOn: BusinessDate; readonly objectionUntil: BusinessDate; readonly phone: string | null;
  readonly members: readonly NoticePerson[]; readonly others: readonly NoticePerson[]; readonly prices: readonly NoticePrice[]; readonly payouts: readonly NoticePayout[];
  readonly chain: SheetChain | null;
}

function people(rows: readonly NoticePerson[], words: SheetWords): string {
  if (rows.length === 0) return '';
  const grams = rows.reduce((sum, row) => sum + row.settlementGrams, 0);
  const total = (pick: (row: NoticePerson) => Fen): string => pageMoneyText(sumFen(rows.map(pick)));
  return sheetTable(
    [
      { title: words.say('memberCode') }, { title: words.say('name') }, { title: words.say('houseGroup') }, { title: words.say('phoneTail'), form: 'whole' }, { title: words.say('residentTail'), form: 'whole' }, { title: words.say('accountTail'), form: 'whole' },
      ...(['tickets', 'settlementKilograms', 'settlementJin', 'amount', 'keptBack', 'paid', 'stillOpen'] as const).map((key) => ({ title: words.say(key), form: 'figure' as const })),
    ],
    rows.map((row) => [
      typed(row.code), typed(row.maskedName), row.houseGroup === null ? '' : typed(row.houseGroup), html(row.phoneTail), html(row.residentTail), html(row.accountTail),
      String(row.tickets), kilogramText(row.settlementGrams), jinText(row.settlementGrams), pageMoneyText(row.amountFen), pageMoneyText(row.recoveredFen), pageMoneyText(row.paidFen), pageMoneyText(row.openFen),
    ]),
    [words.say('totalPeople', { count: rows.length }), '', '', '', '', '', String(rows.reduce((sum, row) => sum + row.tickets, 0)), kilogramText(grams), jinText(grams), total((row) => row.amountFen), total((row) => row.recoveredFen), total((row) => row.paidFen), total((row) => row.openFen)],
  );
}

function prices(data: NoticePackData, words: SheetWords): string {
  if (data.prices.length === 0) return '';
  const grams = data.prices.reduce((sum, row) => sum + row.settlementGrams, 0);
  return sheetTable(
    [{ title: words.say('product') }, { title: words.say('grade') }, { title: words.say('pricePerKilogram'), form: 'figure' }, { title: words.say('pricePerJin'), form: 'figure' }, { title: words.say('priceSheet'), form: 'whole' }, { title: words.say('boughtFromTo'), form: 'whole' }, { title: words.say('settlementKilograms'), form: 'figure' }, { title: words.say('settlementJin'), form: 'figure' }, { title: words.say('amount'), form: 'figure' }],
    data.prices.map((row) => [words.named(row.product), words.named(row.grade), priceText(row.priceE4), pricePerJinText(row.priceE4), html(row.priceSheet), html(`${row.from} – ${row.to}`), kilogramText(row.settlementGrams), jinText(row.settlementGrams), pageMoneyText(row.amountFen)]),
    [words.say('total'), '', '', '', '', '', kilogramText(grams), jinText(grams), pageMoneyText(sumFen(data.prices.map((row) => row.amountFen)))],
  );
}

function payouts(data: NoticePackData, words: SheetWords): string {
  if (data.payouts.length === 0) return '';
  return sheetTable(
    [{ title: words.say('payoutNumber'), form: 'whole' }, { title: words.say('date'), form: 'whole' }, { title: words.say('payoutMethod') }, { title: words.say('payoutLines'), form: 'figure' }, { title: words.say('amount'), form: 'figure' }],
    data.payouts.map((row) => [html(row.number), html(row.date), words.say(row.method), String(row.lines), pageMoneyText(row.totalFen)]),
    [words.say('total'), '', '', String(data.payouts.reduce((sum, row) => sum + row.lines, 0)), pageMoneyText(sumFen(data.payouts.map((row) => row.totalFen)))],
  );
}

/** The notice for the village board (公示): members and others apart, prices, payouts, where it hangs and until when one may object. */
export function noticePack(data: NoticePackData, words: SheetWords, made: SheetMade): Sheet {
  const facts: readonly (readonly [string, string])[] = [
    [words.say('period'), words.say('fromTo', { from: data.from, to: data.to })], [words.say('postingPlace'), typed(data.place)], [words.say('postedOn'), words.date(data.postedOn)], [words.say('objectionUntil'), words.date(data.objectionUntil)],
  ];
  const everybody = [...data.members, ...data.others];
  const none = everybody.length === 0 ? `<p>${words.say('noTickets')}</p>` : '';
  const body = sheetHead(data, words.say('noticeTitle'), facts) + `<p>${words.say('noticeText', { from: data.from, to: data.to, until: data.objectionUntil })}${data.phone === null ? '' : ` ${words.say('stationPhone')} ${typed(data.phone)}`}</p>${none}`
    + sheetPart(words.say('noticeMembers'), people(data.members, words)) + sheetPart(words.say('noticeOthers'), people(data.others, words))
    + sheetPart(words.say('noticePrices'), prices(data, words)) + sheetPart(words.say('noticePayouts'), payouts(data, words))
    + signBoxes([[words.say('signPostedBy'), ''], [words.say('signSupervisor'), ''], [words.say('signTakenDown'), '']])
    + sheetFoot(words, made, { chain: data.chain, kind: 'notice', businessDate: data.to, grams: everybody.reduce((sum, row) => sum + row.settlementGrams, 0), fen: sumFen(everybody.map((row) => row.amountFen)) }, [words.say('maskedNote'), `${words.say('drawnAt')} ${momentText(made.at)}`]);
  return { title: `${words.plain('noticeTitle')} ${data.from} ${data.to}`, size: 'A4 landscape', body, training: data.training };
}
