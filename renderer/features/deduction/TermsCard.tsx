import type { ReactElement } from 'react';
import type { Product } from '../../../electron/contract/product.ts';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { dateTextOf } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { termsOf } from '../ticket/desk/model/desk-grading.ts';
import styles from './deduction.module.css';
import { tableText, termName } from './term-words.ts';

/** What is deducted for a product now, in sentences. */
export function TermsCard({ product }: { readonly product: Product }): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  const { terms, rule } = termsOf(product);
  return (
    <Card title={t('card.title')}>
      <p className={styles['soft']}>{product.terms === null ? t('card.none') : `${t('card.version', { number: product.terms.number, day: dateTextOf(businessDate(product.terms.effectiveFrom), language) })} · ${t(`rule.${rule}`)}`}</p>
      {terms.length === 0 ? <p>{t('versions.nothing')}</p>
        : <ol className={styles['list']}>{terms.map((term) => <li key={`${term.factor} ${term.acts}`}>{t('versions.term', { name: termName(term, language, term.factor), acts: t(`acts.${term.acts}`), table: tableText(term, t) })}{term.rejectAbovePct === null ? '' : t('table.limit', { limit: term.rejectAbovePct })}{term.mustMeasure === true ? t('table.mustMeasure') : ''}</li>)}</ol>}
    </Card>
  );
}
