import type { ReactElement } from 'react';
import type { SchemeVersion } from '../../../../electron/contract/grading.ts';
import { businessDate } from '../../../../electron/domain/business-date.ts';
import { schemeDifferences } from '../../../../electron/domain/scheme-difference.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { dateTextOf } from '../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import styles from '../grading.module.css';
import { useSchemeWords } from './scheme-words.ts';

const tones = { in_force: 'good', coming: 'info', waiting: 'wait', past: 'off' } as const;

/** What a version changed: against its parent, else against the version before. */
function Differences({ before, version }: { readonly before: SchemeVersion; readonly version: SchemeVersion }): ReactElement {
  const t = useText('grading');
  const words = useSchemeWords({ ...version.definition, grades: [...version.definition.grades, ...before.definition.grades], attributes: [...version.definition.attributes, ...before.definition.attributes] });
  const differences = schemeDifferences(before.definition, version.definition).map(words.difference);
  return (
    <>
      <small>{t('diff.title', { number: before.number })}</small>
      <ul>{differences.length === 0 ? <li>{t('diff.none')}</li> : differences.map((text) => <li key={text}>{text}</li>)}</ul>
    </>
  );
}

export interface VersionListProps {
  readonly rows: readonly SchemeVersion[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** All versions, newest first: from when, who saved it and why, and what it changed in words. */
export function VersionList({ rows, shown, onShow }: VersionListProps): ReactElement {
  const t = useText('grading');
  const language = useLanguage();
  const day = (at: number): string => dateTextOf(businessDate(at), language);
  return (
    <Card title={t('version.title')}>
      <ol className={styles['versions']}>
        {rows.map((row) => {
          const before = rows.find((other) => (row.parentId === null ? other.number < row.number && other.parentId === null : other.id === row.parentId));
          return (
            <li key={row.id} className={styles['version']} data-shown={row.id === shown || undefined}>
              <span className={styles['versionHead']}>
                <strong>{t('version.number', { number: row.number })}</strong>
                <StateWord tone={tones[row.state]}>{t(`version.state.${row.state}`)}</StateWord>
                {row.id === shown ? null : <ActionButton small onPress={() => onShow(row.id)}>{t('version.show')}</ActionButton>}
              </span>
              {row.parentNumber === null ? null : <span>{t('version.local', { number: row.parentNumber })}</span>}
              <span>{row.validTo === null ? t('version.from', { day: day(row.validFrom) }) : t('version.until', { from: day(row.validFrom), to: day(row.validTo - 1) })}</span>
              {row.reason === null ? <span>{t('version.first')}</span> : <span>{t('version.reason', { reason: row.reason })}</span>}
              {row.resolution === null ? null : <span>{t('version.resolution', { number: row.resolution })}</span>}
              <small>{t(row.confirmed ? 'version.confirmed' : 'version.draft')}{row.savedBy === null ? null : ` · ${t('version.by', { name: row.savedBy })}`}</small>
              {before === undefined ? null : <Differences before={before} version={row} />}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
