import type { TFunction } from 'i18next';
import type { BusinessDate } from '../../../../electron/domain/business-date.ts';
import { ageOf } from '../../../../electron/domain/date-measure.ts';
import { jinText, kilogramText, type Grams } from '../../../../electron/domain/mass.ts';
import { pricePerJinText, priceText, type PriceE4 } from '../../../../electron/domain/price.ts';
import type { GradeAttribute } from '../../../../electron/domain/grade.ts';
import { grouped, shortDateTextOf } from '../../../ui/format/format-text.ts';
import type { TradedUnit } from '../../../ui/format/Weight.tsx';
import type { Language } from '../../../ui/language/languages.ts';

interface Named { readonly nameZh: string; readonly nameEn: string }

export const nameIn = (named: Named, language: Language): string => (language === 'zh' ? named.nameZh : named.nameEn);

/** A weight in the traded unit: 23.45 公斤. */
export function weightText(grams: Grams, traded: TradedUnit, t: TFunction<'app'>): string {
  return traded === 'kg' ? t('unit.kilograms', { value: grouped(kilogramText(grams)) }) : t('unit.jin', { value: grouped(jinText(grams)) });
}

/** A price in the traded unit: ¥3.20/斤. */
export function tradedPriceText(priceE4: PriceE4, traded: TradedUnit, t: TFunction<'app'>): string {
  return traded === 'kg' ? t('unit.perKilogram', { value: priceText(priceE4) }) : t('unit.perJin', { value: pricePerJinText(priceE4) });
}

/** Units of the scheme that are words, for a date those of its limits; marks such as %, mm and g stay as they are. */
export function measureUnit(attribute: GradeAttribute, t: TFunction<'ticket'>): string {
  if (attribute.type === 'date') return t('desk.unit.daysOld');
  switch (attribute.unit) {
    case 'h': return t('desk.unit.hours');
    case 'day': return t('desk.unit.days');
    case 'pcs/kg': return t('desk.unit.piecesPerKilogram');
    case 'enum': case 'bool': return '';
    default: return attribute.unit;
  }
}

/** The word of one answer: yes, no, or a choice of the scheme; a choice without a word of its own is shown as the scheme writes it. */
export function choiceWord(choice: string, t: TFunction<'ticket'>): string {
  switch (choice) {
    case 'true': return t('desk.choice.yes');
    case 'false': return t('desk.choice.no');
    case 'spring': return t('desk.choice.spring');
    case 'summer_autumn': return t('desk.choice.summerAutumn');
    case 'none': return t('desk.choice.none');
    case 'light': return t('desk.choice.light');
    case 'heavy': return t('desk.choice.heavy');
    default: return choice;
  }
}

/** How long ago a day was: today, yesterday, 5 days ago; null for what is no day that goods can be of. */
export function ageText(date: string, day: BusinessDate, t: TFunction<'ticket'>): string | null {
  const days = ageOf(date, day);
  return days === null ? null : daysAgoText(days, t);
}

export function daysAgoText(days: number, t: TFunction<'ticket'>): string {
  return days === 0 ? t('desk.unit.today') : days === 1 ? t('desk.unit.yesterday') : t('desk.unit.ago', { days });
}

/** A measure as it is said: a figure with its unit, an answer, a date with how long ago it is. */
export function measureText(attribute: GradeAttribute, value: string, day: BusinessDate, language: Language, t: TFunction<'ticket'>): string {
  const age = attribute.type === 'date' ? ageText(value, day, t) : null;
  if (age !== null) return `${shortDateTextOf(value, language)} (${age})`;
  return attribute.type === 'number' ? `${value} ${measureUnit(attribute, t)}`.trim() : choiceWord(value, t);
}

export const choicesOf = (attribute: GradeAttribute): readonly string[] => (attribute.type === 'bool' ? ['true', 'false'] : attribute.choices);
