import { Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { InputOf, OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { Moment } from '../../../ui/format/DateWithWeekday.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { ToSettings } from '../ToSettings.tsx';
import { areaOf, isArea, outcomes, type Outcome } from './audit-words.ts';
import styles from '../settings.module.css';

type AuditRow = OutputOf<'audit.list'>['rows'][number];

const tones: Readonly<Record<Outcome, Tone>> = { ok: 'good', refused: 'wait', fault: 'danger', bug: 'danger', pin_failed: 'danger' };

function toneOf(outcome: string): Tone {
  return outcomes.some((known) => known === outcome) ? tones[outcome as Outcome] : 'info';
}

/** Who did what, and what was refused: kept for ever, changed by nobody. */
export default function AuditScreen(): ReactElement | null {
  const t = useText('settings');
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const input: InputOf<'audit.list'> = outcome === '' ? { limit: 500 } : { limit: 500, outcome };
  const answer = useQueryOp('audit.list', input, { keepPrevious: true });
  const rows = useMemo(() => (answer.data?.ok === true ? answer.data.data.rows : []), [answer.data]);
  const columns = useMemo((): readonly Column<AuditRow>[] => {
    const area = (op: string): string => {
      const name = areaOf(op);
      return isArea(name) ? t(`audit.area.${name}`) : name;
    };
    const word = (row: AuditRow): string => (outcomes.find((known) => known === row.outcome) === undefined ? row.outcome : t(`audit.outcome.${row.outcome as Outcome}`));
    return [
      { key: 'at', title: t('audit.at'), width: 16, cell: (row) => <Moment at={row.at} />, sortBy: (row) => row.at },
      { key: 'user', title: t('audit.user'), width: 9, cell: (row) => row.user ?? t('audit.nobody'), sortBy: (row) => row.user ?? '', searchText: (row) => row.user ?? '' },
      { key: 'area', title: t('audit.what'), width: 9, cell: (row) => area(row.op), sortBy: (row) => area(row.op), searchText: (row) => area(row.op) },
      { key: 'outcome', title: t('audit.how'), width: 9, cell: (row) => <span className={styles['tag']}><Mark tone={toneOf(row.outcome)} /> {word(row)}</span>, sortBy: (row) => row.outcome },
      { key: 'op', title: t('audit.op'), width: 13, cell: (row) => <span className={styles['soft']}>{row.op}</span>, sortBy: (row) => row.op, searchText: (row) => row.op },
      { key: 'code', title: t('audit.code'), width: 11, cell: (row) => <span className={styles['soft']}>{row.code ?? ''}</span>, searchText: (row) => row.code ?? '', hiddenAtFirst: true },
    ];
  }, [t]);
  if (answer.data === undefined) return null;
  return (
    <Page fill title={t('screens.audit')} note={t('about.audit')} actions={<ToSettings />}>
      {answer.data.ok ? (
        <DataTable
          name="audit" label={t('screens.audit')} columns={columns} rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState icon="search" title={t('audit.none')} />}
          tools={(
            <Select
              aria-label={t('audit.how')} value={outcome} style={{ minWidth: '10em' }} onChange={setOutcome}
              options={[{ value: '', label: t('audit.all') }, ...outcomes.map((value) => ({ value, label: t(`audit.outcome.${value}`) }))]}
            />
          )}
        />
      ) : <RefusalNotice failure={answer.data} op="audit.list" />}
    </Page>
  );
}
