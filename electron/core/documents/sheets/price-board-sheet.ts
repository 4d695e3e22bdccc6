import type { BusinessDate } from '../../../domain/business-date.ts';
import { priceText, pricePerJinText, type PriceE4 } from '../../../domain/price.ts';
import { html } from '../html-page.ts';
import { timeOfDay } from '../paper-values.ts';
import { sheetFoot, sheetHead, sheetTable, type Sheet, type SheetChain, type SheetMade, type SheetPlace } from './sheet-page.ts';
import type { Named, SheetWords } from './sheet-words.ts';

export interface BoardGrade { readonly name: Named; readonly priceE4: PriceE4; /** The price that follows later on the same day. */ readonly next: { readonly at: number; readonly priceE4: PriceE4 } | null }
export interface BoardProduct { readonly name: Named; readonly tradedUnit: 'kg' | 'jin'; readonly grades: readonly BoardGrade[] }

/** The price board (挂牌价) as it hangs at the station, from stored rows. */
export interface PriceBoardData extends SheetPlace {
  readonly date: BusinessDate;
  /** The newest price sheet among those in force, and when it began. */
  readonly priceSheet: string; readonly effectiveAt: number;
  readonly products: readonly BoardProduct[];
  /** The event of that price sheet. */
  readonly chain: SheetChain | null;
}

/** The traded unit first and larger, the other beside it; below them what follows later today. */
function priceCell({ priceE4, next }: BoardGrade, unit: BoardProduct['tradedUnit'], words: SheetWords): string {
  const said = (price: PriceE4, one: 'kg' | 'jin'): string => (one === 'jin' ? words.say('boardPerJin', { price: pricePerJinText(price) }) : words.say('boardPerKilogram', { price: priceText(price) }));
  const later = next === null ? '' : `<br><span class="small">${words.say('boardNext', { time: timeOfDay(next.at) })} ${said(next.priceE4, unit)}</span>`;
  return `<b>${said(priceE4, unit)}</b><br><span class="small">${said(priceE4, unit === 'jin' ? 'kg' : 'jin')}</span>${later}`;
}

/** The price board as a page in large print, to be read from some steps away. */
export function priceBoardSheet(data: PriceBoardData, words: SheetWords, made: SheetMade): Sheet {
  // The name stands in every row, smaller after the first, so that a page that begins in the middle of a product says which.
  const nameOf = ({ name }: BoardProduct, index: number): string => (index === 0 ? `<b>${words.named(name)}</b>` : `<span class="small">${words.named(name)}</span>`);
  const rows = data.products.flatMap((product) => product.grades.map((grade, index) => [nameOf(product, index), words.named(grade.name), priceCell(grade, product.tradedUnit, words)]));
  const body = sheetHead(data, words.say('boardTitle'), [
    [words.say('date'), words.date(data.date)], [words.say('boardFrom'), timeOfDay(data.effectiveAt)], [words.say('priceSheet'), html(data.priceSheet)],
  ]) + `<div class="board">${sheetTable([{ title: words.say('product') }, { title: words.say('grade') }, { title: words.say('boardPrice'), form: 'figure' }], rows)}</div>`
    + sheetFoot(words, made, { chain: data.chain, kind: 'price_board', businessDate: data.date, grams: 0, fen: 0 });
  return { title: `${words.plain('boardTitle')} ${data.date}`, size: 'A4', body, training: data.training };
}
