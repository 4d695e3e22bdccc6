import type { BusinessDate } from '../../domain/business-date.ts';
import type { PriceE4 } from '../../domain/price.ts';
import { priceText, pricePerJinText } from '../../domain/price.ts';
import { html, htmlPage, row } from './html-page.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { dateWithWeekday, timeOfDay } from './paper-values.ts';

/** The price board (挂牌价) as it hangs at the station. */
export interface PriceBoardData {
  readonly cooperativeName: string;
  readonly stationName: string;
  readonly businessDate: BusinessDate;
  readonly effectiveAt: number;
  readonly version: string;
  readonly training: boolean;
  readonly products: readonly { readonly name: string; readonly tradedUnit: 'kg' | 'jin'; readonly grades: readonly { readonly name: string; readonly priceE4: PriceE4; readonly next?: { readonly at: number; readonly priceE4: PriceE4 } }[] }[];
}

/** The board as an A4 page in large print: the traded unit first and larger, the other beside it. */
export function priceBoardHtml(data: PriceBoardData, locale: PaperLocale, options: { readonly fontBase: string }): string {
  const text = paperText(locale);
  const rows = data.products.flatMap((product) => product.grades.map((grade, index) => {
    const said = (priceE4: PriceE4): string => (product.tradedUnit === 'jin' ? text('pricePerJin', { price: pricePerJinText(priceE4) }) : text('pricePerKilogram', { price: priceText(priceE4) }));
    const jin = text('pricePerJin', { price: pricePerJinText(grade.priceE4) });
    const kilogram = text('pricePerKilogram', { price: priceText(grade.priceE4) });
    const [first, second] = product.tradedUnit === 'jin' ? [jin, kilogram] : [kilogram, jin];
    const next = grade.next === undefined ? '' : `<br><span class="small">${html(text('nextPrice', { time: timeOfDay(grade.next.at), price: said(grade.next.priceE4) }))}</span>`;
    return row([{ html: index === 0 ? `<b>${html(product.name)}</b>` : '' }, { html: html(grade.name) }, { html: `<b>${html(first)}</b><br><span class="small">${html(second)}</span>${next}`, number: true }]);
  }));
  const body = `<div class="cooperative">${html(data.cooperativeName)} ${html(data.stationName)}</div><h1>${html(text('priceBoardTitle'))}</h1>`
    + `<p class="cooperative">${html(dateWithWeekday(data.businessDate, text))} ${html(text('effectiveFrom', { time: timeOfDay(data.effectiveAt) }))} · ${html(text('priceList'))} ${html(data.version)}</p>`
    + `<style>.board { font-size: 20pt; } .board .small { font-size: 13pt; }</style>`
    + `<table class="board"><thead>${row([{ html: html(text('product')) }, { html: html(text('grade')) }, { html: html(text('price')), number: true }], 'th')}</thead><tbody>${rows.join('')}</tbody></table>`;
  return htmlPage({ locale, title: `${text('priceBoardTitle')} ${data.businessDate}`, fontBase: options.fontBase, size: 'A4', watermark: data.training ? text('watermark') : null }, body);
}
