import { useMemo, type ReactElement } from 'react';
import { modeSums } from '../../../electron/domain/mode-sums.ts';
import { yuanText, sumFen, type Fen } from '../../../electron/domain/money.ts';
import { sumGrams } from '../../../electron/domain/mass.ts';
import { daysBetween } from '../../../electron/domain/business-date.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { ModeMoney, useModeText } from '../../ui/format/ModeMoney.tsx';
import { Money } from '../../ui/format/Money.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useSaveFile, type FileSaver } from '../report/files/use-save-file.tsx';
import { NoticeButton } from '../sheet/NoticeButton.tsx';
import { PlainTable } from '../report/parts/PlainTable.tsx';
import { filterPath } from '../ticket/list/filter.ts';
import styles from './settlement.module.css';

type Unsettled = OutputOf<'settlement.unsettled'>;
type Row = Unsettled['rows'][number];

/** What the payees owe, each counted once: one with goods of both kinds has two rows. */
function owedOnce(rows: readonly Row[]): Fen {
  return sumFen([...new Map(rows.map((row) => [`${row.payeeId} ${row.partyKind}`, row.owedFen])).values()]);
}

function useColumns(): readonly Column<Row>[] {
  const t = useText('settlement');
  const app = useText('app');
  const { state } = useSession();
  return useMemo(() => [
    { key: 'name', title: t('column.seller'), cell: (row) => `${row.name} ${row.memberCode}`, sortBy: (row) => row.name, searchText: (row) => `${row.name} ${row.memberCode}` },
    { key: 'kind', title: t('column.kind'), width: 5, cell: (row) => t(`partyKind.${row.partyKind}`), sortBy: (row) => row.partyKind, searchText: (row) => t(`partyKind.${row.partyKind}`) },
    { key: 'channel', title: t('column.channel'), width: 5, cell: (row) => t(`channel.${row.channel}`), sortBy: (row) => row.channel, searchText: (row) => t(`channel.${row.channel}`) },
    { key: 'mode', title: app('mode.title'), width: 5, cell: (row) => app(`mode.${row.mode}`), sortBy: (row) => row.mode, searchText: (row) => app(`mode.${row.mode}`) },
    { key: 'tickets', title: t('column.tickets'), figure: true, width: 4.5, cell: (row) => row.tickets, sortBy: (row) => row.tickets, total: (rows) => sumGrams(rows.map((row) => row.tickets)) },
    { key: 'oldest', title: t('column.oldest'), width: 7, cell: (row) => <DateWithWeekday date={row.oldest} short />, sortBy: (row) => row.oldest },
    { key: 'days', title: t('column.days'), figure: true, width: 4.5, cell: (row) => daysBetween(row.oldest, state.businessDate), sortBy: (row) => daysBetween(row.oldest, state.businessDate) },
    { key: 'owed', title: t('column.owed'), figure: true, width: 8, cell: (row) => (row.owedFen === 0 ? '–' : <Money fen={row.owedFen} />), sortBy: (row) => row.owedFen, total: (rows) => <Money fen={owedOnce(rows)} />, onOpenTotal: () => navigate('/cash/debts') },
    { key: 'fen', title: t('column.unsettled'), figure: true, width: 8.5, cell: (row) => <Money fen={row.fen} />, sortBy: (row) => row.fen, total: (rows) => <ModeMoney sums={modeSums(rows, (row) => row.fen)} />, onOpenTotal: () => navigate(filterPath({ from: `${state.businessDate.slice(0, 4)}-01-01`, to: state.businessDate, paid: 'no' })) },
  ], [t, app, state.businessDate]);
}

function AgeingChart({ data, file }: { readonly data: Unsettled; readonly file: FileSaver }): ReactElement {
  const t = useText('settlement');
  const app = useText('app');
  const modeText = useModeText();
  const option = useMemo(() => ({
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true }, tooltip: { trigger: 'axis' }, legend: { top: 0, left: 0 },
    xAxis: { type: 'category', data: data.ageing.map((row) => t(`ageing.${row.bucket}`)) }, yAxis: { type: 'value' },
    series: [
      { type: 'bar', barMaxWidth: 56, name: app('mode.outright'), data: data.ageing.map((row) => Number(yuanText(row.outrightFen))) },
      { type: 'bar', barMaxWidth: 56, name: app('mode.consignment'), data: data.ageing.map((row) => Number(yuanText(row.consignedFen))) },
    ],
  }), [data, t, app]);
  const old = data.ageing.find((row) => row.bucket === 'over_30');
  const sentence = old === undefined || old.tickets === 0 ? t('unsettled.sentenceYoung', { amount: modeText(data), tickets: data.tickets }) : t('unsettled.sentenceOld', { amount: modeText(data), tickets: data.tickets, old: modeText(old), oldTickets: old.tickets });
  return (
    <ChartCard
      title={t('unsettled.ageing')} sentence={sentence} option={option}
      onExport={() => void file.saveTable(`${t('unsettled.ageing')}.csv`, [t('ageing.title'), t('column.tickets'), `${app('mode.outright')} (${t('column.yuan')})`, `${app('mode.consignment')} (${t('column.yuan')})`], data.ageing.map((row) => [t(`ageing.${row.bucket}`), String(row.tickets), yuanText(row.outrightFen), yuanText(row.consignedFen)]))}
      table={<PlainTable label={t('unsettled.ageing')} columns={[{ title: t('ageing.title') }, { title: t('column.tickets'), figure: true }, { title: app('mode.outright'), figure: true }, { title: app('mode.consignment'), figure: true }]} rows={data.ageing.map((row) => ({ key: row.bucket, cells: [t(`ageing.${row.bucket}`), row.tickets, <Money key="outright" fen={row.outrightFen} />, <Money key="consigned" fen={row.consignedFen} />] }))} foot={[t('column.total'), data.tickets, <Money key="outright" fen={data.outrightFen} />, <Money key="consigned" fen={data.consignedFen} />]} />}
    />
  );
}

/** What is owed for produce and in no settlement yet, by payee and by age, and the way to the next batch. */
export default function UnsettledScreen(): ReactElement {
  const t = useText('settlement');
  const app = useText('app');
  const modeText = useModeText();
  const { state, may } = useSession();
  const unsettled = useQueryOp('settlement.unsettled', {});
  const columns = useColumns();
  const file = useSaveFile();
  const data = unsettled.data?.ok === true ? unsettled.data.data : null;
  return (
    <Page
      fill title={t('unsettled.title')} note={data === null || data.rows.length === 0 ? undefined : t('unsettled.note', { count: new Set(data.rows.map((row) => row.payeeId)).size, amount: modeText(data) })}
      actions={<>
        <ActionButton icon="export" disabled={data === null || data.rows.length === 0} onPress={() => { if (data !== null) void file.saveTable(`${t('unsettled.title')} ${state.businessDate}.csv`, [t('column.code'), t('column.seller'), t('column.kind'), t('column.channel'), app('mode.title'), t('column.tickets'), t('column.oldest'), t('column.owed'), t('column.unsettled')], data.rows.map((row) => [row.memberCode, row.name, t(`partyKind.${row.partyKind}`), t(`channel.${row.channel}`), app(`mode.${row.mode}`), String(row.tickets), row.oldest, yuanText(row.owedFen), yuanText(row.fen)])); }}>{t('unsettled.export')}</ActionButton>
        <NoticeButton />
        {may('settlement.write') ? <ActionButton kind="main" icon="settlement" shortcut="F2" onPress={() => navigate('/settlement/new')}>{t('newBatch.open')}</ActionButton> : null}
      </>}
    >
      {unsettled.data?.ok === false ? <RefusalNotice failure={unsettled.data} op="settlement.unsettled" /> : null}
      {file.note}
      {data === null ? null : data.rows.length === 0
        ? <EmptyState icon="settlement" title={t('unsettled.empty')} text={t('unsettled.emptyText')} action={{ label: t('unsettled.toBatches'), onPress: () => navigate('/settlement/batches') }} />
        : (
          <div className={styles['unsettled']}>
            <DataTable name="unsettled" label={t('unsettled.title')} columns={columns} rows={data.rows} rowKey={(row) => `${row.payeeId}-${row.partyKind}-${row.mode}`} onOpen={(row) => navigate(filterPath({ from: row.oldest, to: state.businessDate, memberId: row.memberId, paid: 'no' }))} />
            <AgeingChart data={data} file={file} />
          </div>
        )}
    </Page>
  );
}
