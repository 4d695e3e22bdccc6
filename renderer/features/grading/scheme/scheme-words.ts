import type { GradeCriterion, GradeScheme } from '../../../../electron/domain/grade.ts';
import type { StripEdge } from '../../../../electron/domain/grade-strip.ts';
import type { SchemeFinding } from '../../../../electron/domain/scheme-check.ts';
import type { SchemeDifference } from '../../../../electron/domain/scheme-difference.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { useCriterionWords } from '../../product/criterion-words.ts';
import { measureUnit } from '../../ticket/desk/desk-words.ts';

export interface SchemeWords {
  readonly attribute: (id: string | null) => string;
  readonly grade: (id: string | null) => string;
  readonly range: (from: StripEdge | null, to: StripEdge | null, attr: string) => string;
  readonly finding: (finding: SchemeFinding) => string;
  readonly difference: (difference: SchemeDifference) => string;
  readonly criterion: (criterion: GradeCriterion) => string;
}

/** Attributes, grades, stretches and findings of a scheme in the language of the window. */
export function useSchemeWords(scheme: GradeScheme): SchemeWords {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const criterion = useCriterionWords(scheme.attributes);
  const named = (one: { readonly nameZh: string; readonly nameEn: string } | undefined, id: string | null): string => (one === undefined ? id ?? '' : language === 'zh' ? one.nameZh : one.nameEn);
  const attribute = (id: string | null): string => named(scheme.attributes.find((each) => each.id === id), id);
  const grade = (id: string | null): string => named(scheme.grades.find((each) => each.id === id), id);
  const range = (from: StripEdge | null, to: StripEdge | null, attr: string): string => {
    const found = scheme.attributes.find((each) => each.id === attr);
    const unit = found === undefined ? '' : measureUnit(found, ticket);
    const shown = (edge: StripEdge): string => (unit === '' ? edge.value : `${edge.value} ${unit}`);
    if (from !== null && to !== null) return t('strip.to', { from: from.value, to: shown(to) });
    return from !== null ? t('strip.over', { from: shown(from) }) : to !== null ? t('strip.under', { to: shown(to) }) : t('strip.all');
  };
  const side = (one: GradeCriterion | null): string => (one === null ? t('diff.nothing') : criterion(one));
  return {
    attribute, grade, range, criterion,
    finding: (found) => t(`finding.${found.code}`, { name: attribute(found.attr), grade: found.grade === null && found.attr !== null ? t('edit.base') : grade(found.grade), other: grade(found.other), range: range(found.from, found.to, found.attr ?? '') }),
    difference: (one) => (one.kind === 'limit' ? t('diff.limit', { grade: one.grade === null ? t('diff.base') : grade(one.grade), before: side(one.before), after: side(one.after) })
      : 'attr' in one ? t(`diff.${one.kind}`, { name: attribute(one.attr) }) : t(`diff.${one.kind}`, { grade: grade(one.grade) })),
  };
}
