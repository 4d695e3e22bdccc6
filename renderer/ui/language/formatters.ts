import type { i18n } from 'i18next';
import { jinText, kilogramText } from '../../../electron/domain/mass.ts';
import { priceText } from '../../../electron/domain/price.ts';
import { dateTextOf, momentText, moneyText } from '../format/format-text.ts';

/**
 * Formats usable inside a text: `{{amountFen, money}}`, `{{grams, kg}}`, `{{grams, jin}}`, `{{priceE4, price}}`, `{{date, day}}`
 * (a business date) and `{{at, moment}}` (epoch ms).
 */
export function addFormatters(instance: i18n): void {
  const formatter = instance.services.formatter;
  if (formatter === undefined) return;
  const languageOf = (language: string | undefined): 'zh' | 'en' => (language === 'en' ? 'en' : 'zh');
  formatter.add('money', (value: unknown) => (typeof value === 'number' ? moneyText(value) : String(value)));
  formatter.add('kg', (value: unknown) => (typeof value === 'number' ? kilogramText(value) : String(value)));
  formatter.add('jin', (value: unknown) => (typeof value === 'number' ? jinText(value) : String(value)));
  formatter.add('price', (value: unknown) => (typeof value === 'number' ? priceText(value) : String(value)));
  formatter.add('day', (value: unknown, language) => (typeof value === 'string' ? dateTextOf(value, languageOf(language)) : String(value)));
  formatter.add('moment', (value: unknown, language) => (typeof value === 'number' ? momentText(value, languageOf(language)) : String(value)));
}
