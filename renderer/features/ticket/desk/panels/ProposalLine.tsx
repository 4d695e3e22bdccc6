import type { ReactElement } from 'react';
import type { GradeAttribute } from '../../../../../electron/domain/grade.ts';
import type { Tone } from '../../../../ui/Mark.tsx';
import { Mark } from '../../../../ui/Mark.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import { nameIn } from '../desk-words.ts';
import { gradesOf } from '../model/desk-goods.ts';
import type { DeskPreview } from '../model/desk-preview.ts';

/** The sentence for a measure that a rule refuses. */
export function wrongKey(rule: string | null): 'desk.grade.wrong' | 'desk.grade.dateAhead' | 'desk.grade.dateTooOld' {
  return rule === 'date_ahead' ? 'desk.grade.dateAhead' : rule === 'date_too_old' ? 'desk.grade.dateTooOld' : 'desk.grade.wrong';
}

/** What the scheme says of the measures: a grade, what is still to be measured, or what failed. */
export function ProposalLine({ preview }: { readonly preview: DeskPreview }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const { product, judgement: { proposal, wrong, rule } } = preview;
  const nameOf = (id: string): string => {
    const attribute = product?.scheme?.definition.attributes.find((candidate) => candidate.id === id);
    return attribute === undefined ? id : nameIn(attribute, language);
  };
  const listed = (ids: readonly string[]): string => [...new Set(ids)].map(nameOf).join(t('desk.listComma'));
  const line = (tone: Tone, text: string): ReactElement => <p className={styles['said']} data-tone={tone} role="status"><Mark tone={tone} />{text}</p>;
  if (wrong !== null) return line('danger', t(wrongKey(rule), { name: nameOf(wrong) }));
  if (proposal === null) return line('info', t('desk.grade.noScheme'));
  const grade = gradesOf(product).find((candidate) => candidate.id === proposal.gradeId);
  if (grade !== undefined) return line('good', t('desk.grade.proposes', { grade: nameIn(grade, language) }));
  const failed = proposal.failed.filter((each) => each.gradeId === null).map((each) => each.attr);
  if (failed.length > 0) return line('wait', t('desk.grade.setAside', { names: listed(failed) }));
  if (proposal.unknown.length > 3) return line('wait', t('desk.grade.incompleteMany', { count: proposal.unknown.length }));
  if (proposal.unknown.length > 0) return line('wait', t('desk.grade.incomplete', { names: listed(proposal.unknown) }));
  return line('wait', t('desk.grade.noneFits'));
}

/** What the published terms want measured before anything is posted; it stands in the place of the proposal. */
export function MustMeasure({ missing }: { readonly missing: readonly GradeAttribute[] }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  return <p className={styles['said']} data-tone="wait" role="status"><Mark tone="wait" />{t('desk.grade.mustMeasure', { names: missing.map((attribute) => nameIn(attribute, language)).join(t('desk.listComma')) })}</p>;
}
