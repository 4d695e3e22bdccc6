import { toGrams } from '../../../electron/domain/mass.ts';

/** What a practice class puts on the scale, one basket after the other, in kilograms: no two look alike. */
const baskets = ['23.45', '22.10', '24.80', '21.65', '25.30', '19.95'] as const;

/** The basket of this place in the row; the row begins again at its end. */
export const basketAt = (place: number): string => baskets[place % baskets.length] ?? baskets[0];

/** Whole grams of a typed weight in kilograms; null for nothing, for parts of a gram and for what is no weight. */
export function basketGrams(kilograms: string | null): number | null {
  if (kilograms === null) return null;
  const mass = toGrams(kilograms, 'kg');
  return mass === null || mass.subGram || mass.wholeGrams <= 0 ? null : mass.wholeGrams;
}
