import { useState, type ReactElement } from 'react';
import type { BookEntryRow } from '../../../electron/contract/scale-book.ts';
import { Moment } from '../../ui/format/DateWithWeekday.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { PlainTable } from '../report/parts/PlainTable.tsx';
import { StateWord } from '../report/parts/StateWord.tsx';
import { entryText } from './book-words.ts';
import styles from './scale-book.module.css';

/** What was read, as the scale sent it, or that a person typed it. */
function Proof({ entry }: { readonly entry: BookEntryRow }): ReactElement {
  const t = useText('scale_book');
  const { reading } = entry;
  if (reading === null) return <p className={styles['soft']}>{entry.typed ? t('entry.typed', { reason: entry.reason ?? '' }) : t('entry.noReading')}</p>;
  return (
    <div>
      <p>{reading.value} {reading.unit} · {reading.port} · {reading.protocol} · {reading.stableRule}{reading.simulated ? ` · ${t('entry.simulated')}` : ''}</p>
      <pre className={styles['mono']}>{reading.raw.join('\n')}</pre>
    </div>
  );
}

/** The book of one scale, newest first; each line unfolds what proves it. */
export function EntriesCard({ entries, total }: { readonly entries: readonly BookEntryRow[]; readonly total: number }): ReactElement {
  const t = useText('scale_book');
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  if (entries.length === 0) return <EmptyState icon="day" title={t('empty.title')} text={t('empty.text')} />;
  return (
    <Card title={t('entries')}>
      {total > entries.length ? <p className={styles['soft']}>{t('entriesShown', { shown: entries.length, count: total })}</p> : null}
      <PlainTable
        label={t('entries')} columns={[{ title: t('column.at') }, { title: t('column.what') }, { title: t('column.text') }, { title: t('column.result') }, { title: t('column.by') }, { title: t('column.number') }]}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            <Moment key="at" at={entry.at} />, <span key="what" className={styles['whole']}>{t(`kind.${entry.kind}`)}</span>, entryText(entry, t, language),
            entry.passed === null ? '' : <StateWord key="state" tone={entry.passed ? 'good' : 'danger'}>{t(entry.passed ? 'passed' : 'failed')}</StateWord>,
            <span key="by" className={styles['whole']}>{entry.approvedBy === null ? entry.by : t('entry.byBoth', { by: entry.by, second: entry.approvedBy })}</span>,
            <button key="open" type="button" className={styles['unfold']} aria-expanded={open === entry.id} onClick={() => setOpen(open === entry.id ? null : entry.id)}>{entry.number} <span aria-hidden="true">{open === entry.id ? '▾' : '▸'}</span></button>,
          ],
          ...(open === entry.id ? { more: <Proof entry={entry} /> } : {}),
        }))}
      />
    </Card>
  );
}
