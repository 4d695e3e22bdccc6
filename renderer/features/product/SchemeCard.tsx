import type { ReactElement } from 'react';
import type { Product } from '../../../electron/contract/product.ts';
import type { Grade, GradeCriterion } from '../../../electron/domain/grade.ts';
import { dateTextOf } from '../../ui/format/format-text.ts';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { useCriterionWords } from './criterion-words.ts';
import { percentText } from './percent-text.ts';
import styles from './product.module.css';

type Scheme = NonNullable<Product['scheme']>;

function Criteria({ criteria, words }: { readonly criteria: readonly GradeCriterion[]; readonly words: (criterion: GradeCriterion) => string }): ReactElement {
  const t = useText('product');
  if (criteria.length === 0) return <span className={styles['soft']}>{t('scheme.otherwise')}</span>;
  return <ul>{criteria.map((criterion) => <li key={`${criterion.attr} ${criterion.min ?? ''} ${criterion.max ?? ''} ${String(criterion.equals)}`}>{words(criterion)} {criterion.confidence === null || criterion.confidence === 'seen' ? null : <span className={styles['sample']}>{t('scheme.unconfirmed')}</span>}</li>)}</ul>;
}

function GradeRow({ grade, words }: { readonly grade: Grade; readonly words: (criterion: GradeCriterion) => string }): ReactElement {
  const t = useText('product');
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">{language === 'zh' ? grade.nameZh : grade.nameEn} {grade.confidence === 'seen' ? null : <span className={styles['sample']}>{t('scheme.unconfirmed')}</span>}</th>
      <td><Criteria criteria={grade.criteria} words={words} /></td>
      <td>{t(grade.sellable ? 'scheme.bought' : 'scheme.notBought')}</td>
    </tr>
  );
}

function Deductions({ scheme }: { readonly scheme: Scheme }): ReactElement | null {
  const t = useText('product');
  const language = useLanguage();
  if (scheme.definition.deductions.length === 0) return null;
  return (
    <>
      <h3>{t('scheme.deductions')}</h3>
      <ul>
        {scheme.definition.deductions.map((terms) => {
          const attribute = scheme.definition.attributes.find((candidate) => candidate.id === terms.factor || candidate.id.startsWith(terms.factor));
          const name = attribute === undefined ? t('scheme.factor', { factor: terms.factor }) : language === 'zh' ? attribute.nameZh : attribute.nameEn;
          return (
            <li key={terms.factor}>
              {terms.method === 'step_table' ? t('scheme.step', { name, base: terms.basePct, step: terms.stepPct ?? '', per: percentText(terms.perStepBp ?? 0) }) : t('scheme.dryMatter', { name, base: terms.basePct })}
              {terms.rejectAbovePct === null ? null : ` ${t('scheme.reject', { limit: terms.rejectAbovePct })}`}
              {terms.confidence === 'seen' ? null : <> <span className={styles['sample']}>{t('scheme.unconfirmed')}</span></>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The grade scheme as a person reads it: which grade, on which condition, how sure the figures are. */
export function SchemeCard({ scheme }: { readonly scheme: Scheme | null }): ReactElement {
  const t = useText('product');
  const language = useLanguage();
  const words = useCriterionWords(scheme?.definition.attributes ?? []);
  if (scheme === null) return <Card title={t('scheme.title')}><EmptyState icon="trace" title={t('scheme.none')} /></Card>;
  const { definition } = scheme;
  return (
    <Card title={t('scheme.version', { title: language === 'zh' ? scheme.titleZh : scheme.titleEn, number: scheme.number })}>
      <p className={styles['soft']}>{t('scheme.from', { day: dateTextOf(businessDate(scheme.validFrom), language) })}</p>
      {scheme.confirmed ? null : <Notice tone="wait" title={t('scheme.draftTitle')}><p>{t('scheme.draftText')}</p></Notice>}
      <div className={styles['wide']}>
        <table className={styles['criteria']}>
          <thead><tr><th scope="col">{t('prices.grade')}</th><th scope="col">{t('scheme.conditions')}</th><th scope="col">{t('scheme.bought')}</th></tr></thead>
          <tbody>
            {definition.baseRequirements.length === 0 ? null : <tr><th scope="row">{t('scheme.base')}</th><td><Criteria criteria={definition.baseRequirements} words={words} /></td><td /></tr>}
            {definition.grades.toSorted((left, right) => left.rank - right.rank).map((grade) => <GradeRow key={grade.id} grade={grade} words={words} />)}
          </tbody>
        </table>
      </div>
      <Deductions scheme={scheme} />
    </Card>
  );
}
