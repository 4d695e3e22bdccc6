import { nextPrices, priceBoard } from '../../../../db/queries/product.queries.ts';
import { sealingEventOfNumber } from '../../../../db/queries/purchase-note.queries.ts';
import { addDays, startOfDay } from '../../../domain/business-date.ts';
import { priceBoardSheet, type BoardGrade, type PriceBoardData } from '../../documents/sheets/price-board-sheet.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { listProducts } from '../product-list.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

/** The prices in force now, product by product in the order of their grades. Refuses `board_empty`. */
function boardData(context: QueryContext): PriceBoardData {
  const { db, now, businessDate } = context;
  const rows = priceBoard.all(db, { at: now }).filter((row) => row.quotaPart === 'board');
  const coming = nextPrices.all(db, { after: now, before: startOfDay(addDays(businessDate, 1)) }).filter((row) => row.quotaPart === 'board');
  const newest = rows.toSorted((left, right) => right.effectiveFrom - left.effectiveFrom)[0] ?? refuse('board_empty');
  const products = listProducts(db, now).filter((product) => product.active).map((product) => ({
    name: { nameZh: product.nameZh, nameEn: product.nameEn }, tradedUnit: product.tradedUnit,
    grades: (product.scheme?.definition.grades ?? []).flatMap((grade): BoardGrade[] => {
      const isThis = (row: (typeof rows)[number]): boolean => row.productId === product.id && row.grade === grade.id;
      const [price, next] = [rows.find(isThis), coming.find(isThis)];
      return price === undefined ? [] : [{ name: { nameZh: grade.nameZh, nameEn: grade.nameEn }, priceE4: price.priceE4, next: next === undefined ? null : { at: next.effectiveFrom, priceE4: next.priceE4 } }];
    }),
  }));
  return {
    ...sheetPlace(context), date: businessDate, priceSheet: newest.sheetNumber, effectiveAt: newest.effectiveFrom, products: products.filter((product) => product.grades.length > 0),
    chain: sealingEventOfNumber.first(db, { number: newest.sheetNumber }) ?? null,
  };
}

/** The board of today as it stands now: with other prices, or on another day, it is another sheet. */
export function priceBoardSource(context: QueryContext): SheetSource {
  const data = boardData(context);
  return { subject: `${context.station.device?.stationCode ?? ''} ${data.date}`, data, ofDocument: false, voidedBy: null, draw: (words, made) => priceBoardSheet(data, words, made) };
}
