import type { PriceRow, Product } from '../../../electron/contract/product.ts';
import { parsePricePerJin, parsePricePerKilogram, pricePerJinText, priceText, type PriceE4 } from '../../../electron/domain/price.ts';
import { readNumberText, type NumberRefusal, type NumberRules } from '../../ui/fields/number-text.ts';

/** One place of the morning sheet: a grade of a product, what it cost yesterday and what it costs now. */
export interface SheetLine {
  readonly key: string;
  readonly product: Product;
  readonly grade: { readonly id: string; readonly nameZh: string; readonly nameEn: string };
  readonly yesterday: PriceE4 | null;
  readonly now: PriceE4 | null;
  /** The price that takes its place later today; null where none was published. */
  readonly later: { readonly priceE4: PriceE4; readonly from: number } | null;
}

export const priceRules: NumberRules = { decimals: 4, wholeDigits: 5 };

function priceIn(rows: readonly PriceRow[], productId: string, grade: string): PriceE4 | null {
  return rows.find((row) => row.productId === productId && row.grade === grade && row.quotaPart === 'board')?.priceE4 ?? null;
}

function laterIn(rows: readonly PriceRow[], productId: string, grade: string): SheetLine['later'] {
  const row = rows.find((each) => each.productId === productId && each.grade === grade && each.quotaPart === 'board');
  return row === undefined ? null : { priceE4: row.priceE4, from: row.effectiveFrom };
}

/** All grades that may be bought, product by product, best grade first; `later` are the prices that follow today. */
export function sheetLines(products: readonly Product[], yesterday: readonly PriceRow[], now: readonly PriceRow[], later: readonly PriceRow[]): readonly SheetLine[] {
  return products.filter((product) => product.active).flatMap((product) => (product.scheme?.definition.grades ?? [])
    .filter((grade) => grade.sellable || priceIn(now, product.id, grade.id) !== null)
    .map((grade) => ({ key: `${product.id} ${grade.id}`, product, grade, yesterday: priceIn(yesterday, product.id, grade.id), now: priceIn(now, product.id, grade.id), later: laterIn(later, product.id, grade.id) })));
}

/** A price as it is said in the product's traded unit: `12.50`. */
export function saidPrice(priceE4: PriceE4, unit: Product['tradedUnit']): string {
  return unit === 'jin' ? pricePerJinText(priceE4) : priceText(priceE4);
}

export interface TypedPrice {
  /** Null for an empty field and for one that cannot be read. */
  readonly priceE4: PriceE4 | null;
  readonly trouble: Exclude<NumberRefusal, 'empty'> | null;
}

/** What a typed price means; a price per 斤 is doubled exactly. */
export function typedPrice(typed: string, unit: Product['tradedUnit']): TypedPrice {
  const reading = readNumberText(typed, priceRules);
  if (!reading.ok) return { priceE4: null, trouble: reading.reason === 'empty' ? null : reading.reason };
  const priceE4 = unit === 'jin' ? parsePricePerJin(reading.text) : parsePricePerKilogram(reading.text);
  return priceE4 === null || priceE4 === 0 || priceE4 > 1_000_000_000 ? { priceE4: null, trouble: 'tooLarge' } : { priceE4, trouble: null };
}

/** The lines whose typed price differs from the one in force; the others keep their price without being said again. */
export function changedLines(lines: readonly SheetLine[], typed: Readonly<Record<string, string>>): readonly (SheetLine & { readonly next: PriceE4 })[] {
  return lines.flatMap((line) => {
    const next = typedPrice(typed[line.key] ?? '', line.product.tradedUnit).priceE4;
    return next === null || next === line.now ? [] : [{ ...line, next }];
  });
}

/** `07:30` on a business date as a moment, or null for other text. */
export function momentOfTime(startOfToday: number, text: string): number | null {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/u.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? startOfToday + (hours * 60 + minutes) * 60_000 : null;
}
