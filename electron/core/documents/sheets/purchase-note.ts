import { amountWords } from '../../../domain/amount-words.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { jinText, kilogramText, type Grams } from '../../../domain/mass.ts';
import type { Fen } from '../../../domain/money.ts';
import { priceText, pricePerJinText, type PriceE4 } from '../../../domain/price.ts';
import { html } from '../html-page.ts';
import { momentText, pageMoneyText } from '../paper-values.ts';
import { sheetFoot, sheetHead, sheetTable, signBoxes, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type Named, type SheetWords } from './sheet-words.ts';

export interface NoteLine {
  readonly grade: Named; readonly settlementGrams: Grams; readonly priceE4: PriceE4; readonly amountFen: Fen;
  /** The price sheet the price stands on. */
  readonly priceSheet: string;
}

/** One seller's part of the ticket. Numbers are masked before they come here. */
export interface NoteSeller {
  readonly name: string; readonly code: string; readonly houseGroup: string | null; readonly partyKind: 'member' | 'non_member'; readonly ownGrown: boolean;
  readonly residentMasked: string | null; readonly phoneMasked: string | null; readonly channel: 'cash' | 'bank'; readonly accountMasked: string | null;
  readonly lines: readonly NoteLine[]; readonly amountFen: Fen;
}

/** What the purchase note of a ticket shows, from stored rows. */
export interface PurchaseNoteData extends SheetPlace {
  readonly creditCode: string | null; readonly phone: string | null;
  readonly number: string; readonly date: BusinessDate; readonly postedAt: number; readonly product: Named; readonly mode: 'outright' | 'consignment';
  readonly grossGrams: Grams; readonly tareGrams: Grams; readonly netGrams: Grams; readonly typed: boolean;
  readonly scheme: { readonly title: Named; readonly number: number } | null; readonly sellers: readonly NoteSeller[]; readonly clerkName: string;
  readonly chain: SheetChain | null;
}

const text = (value: string | null): string => (value === null || value === '' ? '–' : typed(value));

function seller(one: NoteSeller, words: SheetWords): readonly (readonly [string, string])[] {
  return [
    [words.say('sellerName'), `${typed(one.name)}${one.partyKind === 'member' ? '' : ` (${words.say('nonMember')})`}`],
    [words.say('memberCode'), `${typed(one.code)}${one.houseGroup === null ? '' : ` ${typed(one.houseGroup)}`}`],
    [words.say('residentId'), text(one.residentMasked)],
    [words.say('phone'), text(one.phoneMasked)],
    [words.say('ownGrown'), words.say(one.ownGrown ? 'yes' : 'no')],
    [words.say('payBy'), one.channel === 'cash' ? words.say('cash') : `${words.say('bank')} ${text(one.accountMasked)}`],
  ];
}

function goods(data: PurchaseNoteData, one: NoteSeller, words: SheetWords): string {
  const grams = one.lines.reduce((sum, line) => sum + line.settlementGrams, 0);
  return sheetTable(
    [{ title: words.say('product') }, { title: words.say('grade') }, { title: words.say('settlementKilograms'), form: 'figure' }, { title: words.say('settlementJin'), form: 'figure' }, { title: words.say('pricePerKilogram'), form: 'figure' }, { title: words.say('pricePerJin'), form: 'figure' }, { title: words.say('amount'), form: 'figure' }, { title: words.say('priceSheet') }],
    one.lines.map((line) => [words.named(data.product), words.named(line.grade), kilogramText(line.settlementGrams), jinText(line.settlementGrams), priceText(line.priceE4), pricePerJinText(line.priceE4), pageMoneyText(line.amountFen), html(line.priceSheet)]),
    [words.say('total'), '', kilogramText(grams), jinText(grams), '', '', pageMoneyText(one.amountFen), ''],
  );
}

function page(data: PurchaseNoteData, one: NoteSeller, words: SheetWords, made: SheetMade): string {
  const facts: readonly (readonly [string, string])[] = [
    [words.say('ticketNumber'), html(data.number)], [words.say('date'), `${words.date(data.date)} ${momentText(data.postedAt).slice(11)}`],
    ...seller(one, words),
    ...(data.creditCode === null ? [] : [[words.say('creditCode'), typed(data.creditCode)] as const]),
    ...(data.phone === null ? [] : [[words.say('stationPhone'), typed(data.phone)] as const]),
  ];
  const kilograms = (grams: Grams): string => `<b>${kilogramText(grams)}</b> ${words.say('kilogram')}`;
  const weights = `${words.say('grossWeight')} ${kilograms(data.grossGrams)} − ${words.say('tareWeight')} ${kilograms(data.tareGrams)} = ${words.say('netWeight')} ${kilograms(data.netGrams)} · <b>${jinText(data.netGrams)}</b> ${words.say('jin')}`;
  const notes = [
    ...(data.scheme === null ? [] : [`${words.say('schemeVersion', { number: data.scheme.number })} ${words.named(data.scheme.title)}`]),
    ...(data.typed ? [words.say('typedNote')] : []), ...(data.mode === 'consignment' ? [words.say('consignmentNote')] : []), ...(data.sellers.length > 1 ? [words.say('partOfTicket', { count: data.sellers.length })] : []),
    `${words.say('drawnAt')} ${momentText(made.at)}`,
  ];
  return `<div class="page">${sheetHead(data, words.say('purchaseNoteTitle'), facts)}<p class="tight">${weights}</p>${goods(data, one, words)}`
    + `<div class="paid"><div>${words.say('amountInFigures')} <span class="amount">${pageMoneyText(one.amountFen)}</span></div><div>${words.say('inWords')} <b class="capital">${amountWords(one.amountFen)}</b></div></div>`
    + signBoxes([[words.say('signSeller'), ''], [words.say('signBuyer'), data.clerkName], [words.say('signChecker'), '']])
    + `${sheetFoot(words, made, { chain: data.chain, kind: 'purchase', businessDate: data.date, memberCode: one.code, grams: one.lines.reduce((sum, line) => sum + line.settlementGrams, 0), fen: one.amountFen }, notes)}</div>`;
}

/** The purchase note (收购凭证) of a ticket: a page for each seller, with the amount in figures and in capitals and places to sign. */
export function purchaseNote(data: PurchaseNoteData, words: SheetWords, made: SheetMade, size: 'A4' | 'A5'): Sheet {
  return {
    title: `${words.plain('purchaseNoteTitle')} ${data.number}`, size: size === 'A5' ? 'A5' : 'A4', training: data.training,
    body: data.sellers.map((one) => page(data, one, words, made)).join(''),
  };
}
