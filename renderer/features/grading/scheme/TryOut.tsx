import { useState, type ReactElement } from 'react';
import type { SchemeDefinition } from '../../../../electron/contract/product.ts';
import type { BusinessDate } from '../../../../electron/domain/business-date.ts';
import { schemeMeasures } from '../../../../electron/domain/date-measure.ts';
import { parseDecimal } from '../../../../electron/domain/decimal.ts';
import { proposeGrade, type GradeAttribute, type GradeProposal } from '../../../../electron/domain/grade.ts';
import { RuleError } from '../../../../electron/domain/rule-error.ts';
import { isOutsidePlausible } from '../../../../electron/domain/scheme-check.ts';
import { useSession } from '../../../app/session.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card, FormGrid } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { choiceWord, choicesOf, measureUnit, nameIn } from '../../ticket/desk/desk-words.ts';
import { DateMeasureField } from '../DateMeasureField.tsx';
import { LabelledSelect } from '../LabelledSelect.tsx';
import styles from '../grading.module.css';
import { useSchemeWords } from './scheme-words.ts';

type Typed = Readonly<Record<string, string>>;

function judged(definition: SchemeDefinition, typed: Typed, day: BusinessDate): GradeProposal | string {
  try {
    return proposeGrade(definition, schemeMeasures(definition.attributes, definition.attributes.map(({ id }) => [id, (typed[id] ?? '') === '' ? null : typed[id] ?? null] as const), day));
  } catch (error) {
    if (error instanceof RuleError) return error.field;
    throw error;
  }
}

function Answer({ definition, typed, day }: { readonly definition: SchemeDefinition; readonly typed: Typed; readonly day: BusinessDate }): ReactElement {
  const t = useText('grading');
  const ticket = useText('ticket');
  const words = useSchemeWords(definition);
  const answer = judged(definition, typed, day);
  if (typeof answer === 'string') return <Notice tone="danger" title={t('try.wrong', { name: words.attribute(answer) })} />;
  const listed = (ids: readonly string[]): string => [...new Set(ids)].map(words.attribute).join(ticket('desk.listComma'));
  const title = answer.gradeId !== null ? t('try.proposes', { grade: words.grade(answer.gradeId) }) : answer.outcome === 'incomplete' ? t('try.incomplete', { names: listed(answer.unknown) }) : t('try.setAside');
  const failing = [...new Set(answer.failed.map(({ gradeId }) => gradeId))];
  return (
    <Notice tone={answer.gradeId === null ? 'wait' : 'good'} title={title}>
      <ul>{failing.map((id) => <li key={id ?? ''}>{t('try.failed', { grade: id === null ? t('edit.base') : words.grade(id), names: listed(answer.failed.filter(({ gradeId }) => gradeId === id).map(({ attr }) => attr)) })}</li>)}</ul>
    </Notice>
  );
}

/** Measures typed at will, the grade they would give, and why the better ones would not. */
export function TryOut({ definition }: { readonly definition: SchemeDefinition }): ReactElement {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const words = useSchemeWords(definition);
  const day = useSession().state.businessDate;
  const [typed, setTyped] = useState<Typed>({});
  const set = (id: string, value: string): void => setTyped({ ...typed, [id]: value });
  const outside = (attribute: GradeAttribute): string | null => {
    const value = typed[attribute.id] ?? '';
    if (attribute.type === 'date') return isOutsidePlausible(attribute, value, day) ? t('try.outsideAge', { name: nameIn(attribute, language) }) : null;
    if (parseDecimal(value) === null || !isOutsidePlausible(attribute, value, day)) return null;
    const { min = null, max = null } = attribute.plausible ?? {};
    const edge = (text: string | null) => (text === null ? null : { value: text, behind: false });
    return t('try.outside', { name: nameIn(attribute, language), range: words.range(edge(min), edge(max), attribute.id) });
  };
  return (
    <Card title={t('try.title')}>
      <p className={styles['soft']}>{t('try.hint')}</p>
      <FormGrid>
        {definition.attributes.map((attribute) => (attribute.type === 'date'
          ? <DateMeasureField key={attribute.id} attribute={attribute} value={typed[attribute.id] ?? ''} day={day} refusal={outside(attribute)} onChange={(value) => set(attribute.id, value)} />
          : attribute.type === 'number' ? <TextField key={attribute.id} label={[nameIn(attribute, language), measureUnit(attribute, ticket)].join(' ').trim()} value={typed[attribute.id] ?? ''} refusal={outside(attribute)} maxLength={12} onChange={(value) => set(attribute.id, value.trim())} />
          : <LabelledSelect key={attribute.id} label={nameIn(attribute, language)} value={typed[attribute.id] ?? ''} onChange={(value) => set(attribute.id, value)} options={['', ...choicesOf(attribute)].map((value) => ({ value, label: value === '' ? '–' : choiceWord(value, ticket) }))} />))}
      </FormGrid>
      <Answer definition={definition} typed={typed} day={day} />
    </Card>
  );
}
