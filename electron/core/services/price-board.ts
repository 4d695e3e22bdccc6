import { nextPrices, priceBoard } from '../../../db/queries/product.queries.ts';
import { cooperativeName, stationRow } from '../../../db/queries/station.queries.ts';
import type { Locale } from '../../contract/fields.ts';
import type { OutputOf } from '../../contract/operations.ts';
import type { Product } from '../../contract/product.ts';
import { addDays, startOfDay } from '../../domain/business-date.ts';
import { boxedOn, boxMissingCharacters } from '../documents/html-page.ts';
import { priceBoardHtml, type PriceBoardData } from '../documents/price-board.ts';
import { Fault } from '../platform/fault.ts';
import type { QueryContext, TaskContext } from '../rpc/handler.ts';
import { asFault } from '../rpc/outcome.ts';
import { refuse } from '../rpc/refusal.ts';
import { pageFont } from './sheet/page-font.ts';

/** Where the printing window of the shell serves the product's fonts. */
const fontBase = 'app://print/fonts/';

/** The prices in force now, product by product in the order of their grades. */
function boardData({ db, station, now, businessDate }: QueryContext, products: readonly Product[], locale: Locale): PriceBoardData {
  const rows = priceBoard.all(db, { at: now }).filter((row) => row.quotaPart === 'board');
  const coming = nextPrices.all(db, { after: now, before: startOfDay(addDays(businessDate, 1)) }).filter((row) => row.quotaPart === 'board');
  const newest = rows.toSorted((left, right) => right.effectiveFrom - left.effectiveFrom)[0] ?? refuse('board_empty');
  const shown = products.filter((product) => product.active).map((product) => ({
    name: locale === 'zh' ? product.nameZh : product.nameEn, tradedUnit: product.tradedUnit,
    grades: (product.scheme?.definition.grades ?? []).flatMap((grade) => {
      const price = rows.find((row) => row.productId === product.id && row.grade === grade.id);
      const next = coming.find((row) => row.productId === product.id && row.grade === grade.id);
      return price === undefined ? [] : [{ name: locale === 'zh' ? grade.nameZh : grade.nameEn, priceE4: price.priceE4, ...(next === undefined ? {} : { next: { at: next.effectiveFrom, priceE4: next.priceE4 } }) }];
    }),
  }));
  return {
    cooperativeName: cooperativeName.first(db, {})?.name ?? '', stationName: stationRow.first(db, { code: station.device?.stationCode ?? '' })?.name ?? '', businessDate,
    effectiveAt: newest.effectiveFrom, version: newest.sheetNumber, training: station.kind === 'training', products: shown.filter((product) => product.grades.length > 0),
  };
}

/** The price board as a page, with what the font lacks in boxes. Refuses `board_empty`. */
export function priceBoardPage(context: QueryContext, products: readonly Product[], locale: Locale): { readonly html: string; readonly version: string } {
  const data = boardData(context, products, locale);
  return { html: boxMissingCharacters(priceBoardHtml(data, locale, { fontBase }), pageFont(context.station.paths.resources)).page, version: data.version };
}

/** Draws the price board as an A4 page. Refuses `board_empty`; fault `window_missing` where nobody can draw. */
export async function drawPriceBoard(context: TaskContext, products: readonly Product[], locale: Locale): Promise<OutputOf<'price.boardPdf'>> {
  const { html, version } = priceBoardPage(context, products, locale);
  try {
    const bytes = await context.station.host.htmlToPdf(html, { paper: 'A4', preferCssPageSize: true });
    return { pdf: Buffer.from(bytes).toString('base64'), name: `${version}.pdf`, boxed: boxedOn(html) };
  } catch (error) {
    throw asFault(error) ?? new Fault('window_missing', {}, error);
  }
}
