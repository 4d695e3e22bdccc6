import type { Product } from '../../../../electron/contract/product.ts';
import { addDays, type BusinessDate } from '../../../../electron/domain/business-date.ts';
import { wholeDays } from '../../../../electron/domain/whole-days.ts';

/** What a word of the village says of a measure on a day: of a date a word knows how many days ago (隔夜 is 1), so that it means another day every day. */
export function measureOfWord(product: Product | null, attribute: string, value: string, day: BusinessDate): string {
  const days = product?.scheme?.definition.attributes.find(({ id }) => id === attribute)?.type === 'date' ? wholeDays(value) : null;
  return days === null ? value : addDays(day, -days);
}
