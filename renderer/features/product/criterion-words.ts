import type { GradeAttribute, GradeCriterion } from '../../../electron/domain/grade.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { choiceWord, measureUnit } from '../ticket/desk/desk-words.ts';

/** A criterion as it is said: "at least 8 %", "below 14 %". */
export function useCriterionWords(attributes: readonly GradeAttribute[]): (criterion: GradeCriterion) => string {
  const t = useText('product');
  const ticket = useText('ticket');
  const language = useLanguage();
  return (criterion) => {
    const attribute = attributes.find((candidate) => candidate.id === criterion.attr);
    const name = attribute === undefined ? criterion.attr : language === 'zh' ? attribute.nameZh : attribute.nameEn;
    const unit = attribute === undefined ? '' : measureUnit(attribute, ticket);
    const bound = (key: 'atLeast' | 'above' | 'atMost' | 'below', value: string): string => t(`criterion.${key}`, { value, unit }).trim();
    const parts = [
      ...(criterion.min === null ? [] : [bound(criterion.minInclusive ? 'atLeast' : 'above', criterion.min)]),
      ...(criterion.max === null ? [] : [bound(criterion.maxInclusive ? 'atMost' : 'below', criterion.max)]),
      ...(criterion.equals === null ? [] : [typeof criterion.equals === 'boolean' ? t(criterion.equals ? 'criterion.yes' : 'criterion.no') : t('criterion.is', { value: choiceWord(criterion.equals, ticket) })]),
    ];
    return t('criterion.of', { name, words: parts.join(t('criterion.and')) });
  };
}
