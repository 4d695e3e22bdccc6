import type { TFunction } from 'i18next';
import { jinText, kilogramText, type Grams } from '../../../../electron/domain/mass.ts';
import { pricePerJinText, priceText, type PriceE4 } from '../../../../electron/domain/price.ts';
import type { GradeAttribute } from '../../../../electron/domain/grade.ts';
import { grouped } from '../../../ui/format/format-text.ts';
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

/** Units of the scheme that are words; marks such as %, mm and g stay as they are. */
export function measureUnit(attribute: GradeAttribute, t: TFunction<'ticket'>): string {
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

export const choicesOf = (attribute: GradeAttribute): readonly string[] => (attribute.type === 'bool' ? ['true', 'false'] : attribute.choices);
