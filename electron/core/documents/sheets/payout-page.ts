import { amountWords } from '../../../domain/amount-words.ts';
import type { BusinessDate } from '../../../domain/business-date.ts';
import { sumFen, type Fen } from '../../../domain/money.ts';
import { html } from '../html-page.ts';
import { momentText, pageMoneyText } from '../paper-values.ts';
import { sheetFoot, sheetHead, sheetTable, signBoxes, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import { typed, type SheetWords } from './sheet-words.ts';

/** One payment. The account is masked: the whole one leaves the program only in the file for the bank. */
export interface PayoutPageLine { readonly sequence: number; readonly code: string; readonly name: string; readonly settlementNumber: string; readonly bankName: string | null; readonly accountMasked: string | null; readonly amountFen: Fen }

/** A payout with a row to sign for each person, from stored rows. */
export interface PayoutPageData extends SheetPlace {
  readonly number: string; readonly batchNumber: string; readonly date: BusinessDate; readonly method: 'cash' | 'bank'; readonly lines: readonly PayoutPageLine[];
  readonly preparedByName: string; readonly approvedByName: string; readonly chain: SheetChain | null;
}

/** The payout sheet (发放表): each payment with room for a signature or a fingerprint, the total in figures and capitals. */
export function payoutPage(data: PayoutPageData, words: SheetWords, made: SheetMade): Sheet {
  const total = sumFen(data.lines.map((line) => line.amountFen));
  const table = sheetTable(
    [{ title: words.say('sequence'), form: 'figure' }, { title: words.say('memberCode') }, { title: words.say('payee') }, { title: words.say('settlementNumber'), form: 'whole' }, { title: words.say('bankAndAccount') }, { title: words.say('amount'), form: 'figure' }, { title: words.say('signature') }],
    data.lines.map((line) => [
      String(line.sequence), typed(line.code), typed(line.name), html(line.settlementNumber), data.method === 'cash' ? words.say('cash') : `${typed(line.bankName ?? '')} ${html(line.accountMasked ?? '')}`, pageMoneyText(line.amountFen), '<div class="sign"></div>',
    ]),
    ['', words.say('totalPeople', { count: data.lines.length }), '', '', '', pageMoneyText(total), ''],
  );
  const body = sheetHead(data, words.say('payoutTitle'), [
    [words.say('number'), html(data.number)], [words.say('date'), words.date(data.date)], [words.say('batchNumber'), html(data.batchNumber)], [words.say('payoutMethod'), words.say(data.method)],
  ]) + table + `<div class="paid"><div>${words.say('total')} <span class="amount">${pageMoneyText(total)}</span></div><div>${words.say('inWords')} <b class="capital">${amountWords(total)}</b></div></div>`
    + signBoxes([[words.say('preparedBy'), data.preparedByName], [words.say('approvedBy'), data.approvedByName], [words.say('signWitness'), '']])
    + sheetFoot(words, made, { chain: data.chain, kind: 'payout', businessDate: data.date, grams: 0, fen: total }, [`${words.say('drawnAt')} ${momentText(made.at)}`]);
  return { title: `${words.plain('payoutTitle')} ${data.number}`, size: 'A4', body, training: data.training };
}
