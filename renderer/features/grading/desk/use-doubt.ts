import { useState } from 'react';
import type { BusinessDate } from '../../../../electron/domain/business-date.ts';
import { ageOf } from '../../../../electron/domain/date-measure.ts';
import type { GradeAttribute } from '../../../../electron/domain/grade.ts';
import { isOutsidePlausible } from '../../../../electron/domain/scheme-check.ts';
import { dateTextOf } from '../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { measureUnit, nameIn } from '../../ticket/desk/desk-words.ts';
import { measureValue, type Measurable } from '../../ticket/desk/model/desk-grading.ts';

export interface Doubt {
  /** The question, once it has been put; null while the measure is usual or nobody went on yet. */
  readonly text: string | null;
  /** True when going on has to wait: the measure is unusual and was not asked about. The second time it is kept. */
  readonly asks: () => boolean;
}

/** Asks once about a measure outside its usual range. */
export function useDoubt(cell: Measurable | undefined, typed: string, day: BusinessDate): Doubt {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const [asked, setAsked] = useState<string | null>(null);
  const attribute: GradeAttribute | null = cell?.attribute ?? null;
  const value = attribute === null ? null : measureValue(attribute, typed);
  if (attribute === null || value === null || !isOutsidePlausible(attribute, value, day)) return { text: null, asks: () => false };
  const key = `${attribute.id} ${value}`;
  const { min = null, max = null } = attribute.plausible ?? {};
  const unit = measureUnit(attribute, ticket);
  const words = { name: nameIn(attribute, language), value: unit === '' ? value : `${value} ${unit}`, low: min ?? '', high: max ?? '' };
  const age = attribute.type === 'date' ? ageOf(value, day) : null;
  const text = age !== null ? t('desk.outsideAge', { name: words.name, value: dateTextOf(value, language), days: age }) : t(min !== null && max !== null ? 'desk.outside' : min !== null ? 'desk.outsideLow' : 'desk.outsideHigh', words);
  return {
    text: asked === key ? text : null,
    asks: () => {
      if (asked === key) return false;
      setAsked(key);
      return true;
    },
  };
}
