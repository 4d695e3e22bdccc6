import type { PremiumRow, Product } from '../../../electron/contract/product.ts';
import { startOfDay, type BusinessDate } from '../../../electron/domain/business-date.ts';
import { certificateKinds, type CertificateKind } from '../../../electron/domain/certified-premium.ts';
import { parsePricePerJin, parsePricePerKilogram, type PriceE4 } from '../../../electron/domain/price.ts';
import { momentOfTime } from '../product/price-sheet.ts';

/** Premiums as typed, by kind of certificate. */
export type TypedPremiums = Readonly<Partial<Record<CertificateKind, string>>>;

/** From when premiums count: at once, or from a day and a time that are still to come. */
export interface PremiumStart {
  readonly later: boolean;
  readonly day: BusinessDate | null;
  /** `7:30` or `0730`. */
  readonly time: string;
}

/** Where a start stands: `at` is its moment (UTC epoch ms), absent for at once. */
export type StartRead = { readonly state: 'now' } | { readonly state: 'missing' | 'timeWrong' | 'past' } | { readonly state: 'later'; readonly at: number };

/** What was said of the start, as it stands at `now`; a moment that has come is no start any more. */
export function readStart({ later, day, time }: PremiumStart, now: number): StartRead {
  if (!later) return { state: 'now' };
  if (day === null || time.trim() === '') return { state: 'missing' };
  const at = momentOfTime(startOfDay(day), time);
  if (at === null) return { state: 'timeWrong' };
  return at > now ? { state: 'later', at } : { state: 'past' };
}

/** The premium of a kind at a moment, by what was published until now: of those that have begun the last one, nothing before the first. `rows` are in the order of their beginning. */
export function premiumAt(rows: readonly PremiumRow[], productId: string, kind: CertificateKind, at: number): PriceE4 {
  return rows.findLast((row) => row.productId === productId && row.kind === kind && row.effectiveFrom <= at)?.premiumE4 ?? 0;
}

/** The kinds whose typed premium is another than what would count at `at`; null while one of them cannot be read. */
export function changedPremiums(typed: TypedPremiums, product: Product, rows: readonly PremiumRow[], at: number): { readonly productId: string; readonly kind: CertificateKind; readonly premiumE4: PriceE4 }[] | null {
  const changed = [];
  for (const kind of certificateKinds) {
    const text = typed[kind]?.trim() ?? '';
    if (text === '') continue;
    const premiumE4 = product.tradedUnit === 'jin' ? parsePricePerJin(text) : parsePricePerKilogram(text);
    if (premiumE4 === null) return null;
    if (premiumE4 !== premiumAt(rows, product.id, kind, at)) changed.push({ productId: product.id, kind, premiumE4 });
  }
  return changed;
}
