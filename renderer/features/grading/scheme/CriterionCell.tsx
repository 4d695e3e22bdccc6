import type { ReactElement } from 'react';
import { isOnLine, type GradeAttribute, type GradeCriterion } from '../../../../electron/domain/grade.ts';
import { parseDecimal } from '../../../../electron/domain/decimal.ts';
import { wholeDays } from '../../../../electron/domain/whole-days.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { choiceWord, choicesOf, nameIn } from '../../ticket/desk/desk-words.ts';
import styles from '../grading.module.css';
import { withCriterion } from './scheme-edit.ts';

export interface CriterionCellProps {
  readonly attribute: GradeAttribute;
  readonly criteria: readonly GradeCriterion[];
  readonly grade: string;
  readonly locked: boolean;
  readonly onChange: (criteria: GradeCriterion[]) => void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What a grade asks of one attribute: from, and up to; whether the upper end counts is changed by a press on its word. */
export function CriterionCell({ attribute, criteria, grade, locked, onChange }: CriterionCellProps): ReactElement {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const criterion = criteria.find(({ attr }) => attr === attribute.id);
  const set = (change: Partial<GradeCriterion>): void => onChange(withCriterion(criteria, attribute.id, change));
  const labelOf = (end: string): string => t('edit.cell', { grade, name: nameIn(attribute, language), end }).trim();
  if (!isOnLine(attribute)) {
    const value = criterion?.equals ?? null;
    const chosen = (text: string): string | boolean | null => (text === '' ? null : attribute.type === 'bool' ? text === 'true' : text);
    return (
      <select aria-label={labelOf('')} disabled={locked} value={value === null ? '' : String(value)} onChange={(event) => set({ equals: chosen(event.target.value) })}>
        <option value="">{t('edit.any')}</option>
        {choicesOf(attribute).map((choice) => <option key={choice} value={choice}>{choiceWord(choice, ticket)}</option>)}
      </select>
    );
  }
  const wrong = (text: string | null): boolean => text !== null && (attribute.type === 'date' ? wholeDays(text) : parseDecimal(text)) === null;
  const { min = null, max = null, maxInclusive = false } = criterion ?? {};
  return (
    <span className={styles['limits']} title={locked ? t('edit.safetyLocked') : undefined}>
      <input type="text" data-short inputMode="decimal" aria-label={labelOf(t('edit.atLeast'))} aria-invalid={wrong(min)} disabled={locked} value={min ?? ''} maxLength={12} onChange={(event) => set({ min: orNull(event.target.value) })} />
      <button type="button" className={styles['upto']} disabled={locked} aria-pressed={maxInclusive} onClick={() => set({ maxInclusive: !maxInclusive })}>{t(maxInclusive ? 'edit.belowIncluded' : 'edit.below')}</button>
      <input type="text" data-short inputMode="decimal" aria-label={labelOf(t(maxInclusive ? 'edit.belowIncluded' : 'edit.below'))} aria-invalid={wrong(max)} disabled={locked} value={max ?? ''} maxLength={12} onChange={(event) => set({ max: orNull(event.target.value) })} />
    </span>
  );
}
