import type { Container, PriceRow, Product } from '../../../../../electron/contract/product.ts';
import type { BusinessDate } from '../../../../../electron/domain/business-date.ts';
import type { Grade } from '../../../../../electron/domain/grade.ts';
import type { PriceE4 } from '../../../../../electron/domain/price.ts';
import type { DeskState } from './desk-state.ts';

/** What the desk looks things up in; the prices are those in force now. */
export interface DeskGoods {
  /** The business date the goods come on, which dates among the measures are judged by; of a page of the paper book the page's. */
  readonly day: BusinessDate;
  readonly products: readonly Product[];
  readonly prices: readonly PriceRow[];
  /** Prices that take their place later today. */
  readonly next: readonly PriceRow[];
  readonly containers: readonly Container[];
}

export const productOf = (goods: DeskGoods, state: DeskState): Product | null => goods.products.find((product) => product.id === state.productId) ?? null;

export const gradesOf = (product: Product | null): readonly Grade[] => product?.scheme?.definition.grades.toSorted((left, right) => left.rank - right.rank) ?? [];

/** Price of a grade on the board, or null while none is set. */
export function priceOf(goods: DeskGoods, productId: string, grade: string): PriceE4 | null {
  return goods.prices.find((price) => price.productId === productId && price.grade === grade && price.quotaPart === 'board')?.priceE4 ?? null;
}

/** The next change of price later today: of the grade, or of any grade while none is decided; null where nothing changes. */
export function nextPriceOf(goods: DeskGoods, productId: string, grade: string | null): PriceRow | null {
  const coming = goods.next.filter((price) => price.productId === productId && price.quotaPart === 'board' && (grade === null || price.grade === grade) && price.priceE4 !== priceOf(goods, productId, price.grade));
  return coming.toSorted((one, other) => one.effectiveFrom - other.effectiveFrom || other.priceE4 - one.priceE4)[0] ?? null;
}

/** Lowest and highest price of today; null while the product has none. */
export function priceRange(goods: DeskGoods, productId: string): { readonly low: PriceE4; readonly high: PriceE4 } | null {
  const prices = goods.prices.filter((price) => price.productId === productId && price.quotaPart === 'board').map((price) => price.priceE4);
  return prices.length === 0 ? null : { low: Math.min(...prices), high: Math.max(...prices) };
}
