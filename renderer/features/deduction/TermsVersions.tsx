import type { ReactElement } from 'react';
import type { TermsVersion } from '../../../electron/contract/deduction.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { StateWord } from '../report/parts/StateWord.tsx';
import styles from './deduction.module.css';
import { momentTextOf, tableText, termName } from './term-words.ts';

const tones = { in_force: 'good', coming: 'info', past: 'off', put_aside: 'off' } as const;

/** All published versions, newest first: number, from when, by whom and why, and what each said. */
export function TermsVersions({ rows, onTake }: { readonly rows: readonly TermsVersion[]; readonly onTake: ((version: TermsVersion) => void) | null }): ReactElement {
  const t = useText('deduction');
  const language = useLanguage();
  return (
    <Card title={t('versions.title')}>
      {rows.length === 0 ? <p className={styles['soft']}>{t('versions.none')}</p> : (
        <ol className={styles['versions']}>
          {rows.map((row) => (
            <li key={row.id} className={styles['version']} data-state={row.state}>
              <span className={styles['versionHead']}>
                <strong>{t('versions.number', { number: row.number })}</strong>
                <StateWord tone={tones[row.state]}>{t(`versions.state.${row.state}`)}</StateWord>
                {onTake === null ? null : <ActionButton small label={t('versions.takeLabel', { number: row.number })} onPress={() => onTake(row)}>{t('versions.take')}</ActionButton>}
              </span>
              <span>{t('versions.from', { moment: momentTextOf(row.effectiveFrom, language) })}</span>
              <span>{t('versions.by', { name: row.publishedBy, reason: row.reason })}</span>
              <small>{row.documentNumber} · {t(`rule.${row.rule}`)}</small>
              {row.terms.length === 0 ? <span className={styles['soft']}>{t('versions.nothing')}</span>
                : <ol className={styles['list']}>{row.terms.map((term) => <li key={`${term.factor} ${term.acts}`}>{t('versions.term', { name: termName(term, language, term.factor), acts: t(`acts.${term.acts}`), table: tableText(term, t) })}{term.mustMeasure === true ? t('table.mustMeasure') : ''}</li>)}</ol>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
