import { useMemo, type ReactElement } from 'react';
import { yuanText, sumFen } from '../../../electron/domain/money.ts';
import { sumGrams } from '../../../electron/domain/mass.ts';
import { daysBetween } from '../../../electron/domain/business-date.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChartCard } from '../../ui/chart/ChartCard.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
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

function useColumns(): readonly Column<Row>[] {
  const t = useText('settlement');
  const { state } = useSession();
  return useMemo(() => [
    { key: 'name', title: t('column.seller'), cell: (row) => `${row.name} ${row.memberCode}`, sortBy: (row) => row.name, searchText: (row) => `${row.name} ${row.memberCode}` },
    { key: 'kind', title: t('column.kind'), width: 5, cell: (row) => t(`partyKind.${row.partyKind}`), sortBy: (row) => row.partyKind, searchText: (row) => t(`partyKind.${row.partyKind}`) },
    { key: 'channel', title: t('column.channel'), width: 5, cell: (row) => t(`channel.${row.channel}`), sortBy: (row) => row.channel, searchText: (row) => t(`channel.${row.channel}`) },
    { key: 'tickets', title: t('column.tickets'), figure: true, width: 4.5, cell: (row) => row.tickets, sortBy: (row) => row.tickets, total: (rows) => sumGrams(rows.map((row) => row.tickets)) },
    { key: 'oldest', title: t('column.oldest'), width: 7, cell: (row) => <DateWithWeekday date={row.oldest} short />, sortBy: (row) => row.oldest },
    { key: 'days', title: t('column.days'), figure: true, width: 4.5, cell: (row) => daysBetween(row.oldest, state.businessDate), sortBy: (row) => daysBetween(row.oldest, state.businessDate) },
    { key: 'owed', title: t('column.owed'), figure: true, width: 8, cell: (row) => (row.owedFen === 0 ? '–' : <Money fen={row.owedFen} />), sortBy: (row) => row.owedFen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.owedFen))} />, onOpenTotal: () => navigate('/cash/debts') },
    { key: 'fen', title: t('column.unsettled'), figure: true, width: 8.5, cell: (row) => <Money fen={row.fen} />, sortBy: (row) => row.fen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.fen))} />, onOpenTotal: () => navigate(filterPath({ from: `${state.businessDate.slice(0, 4)}-01-01`, to: state.businessDate, paid: 'no' })) },
  ], [t, state.businessDate]);
}

function AgeingChart({ data, file }: { readonly data: Unsettled; readonly file: FileSaver }): ReactElement {
  const t = useText('settlement');
  const option = useMemo(() => ({
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: data.ageing.map((row) => t(`ageing.${row.bucket}`)) }, yAxis: { type: 'value' },
    series: [{ type: 'bar', barMaxWidth: 56, name: t('unit.yuan'), data: data.ageing.map((row) => Number(yuanText(row.fen))) }],
  }), [data, t]);
  const old = data.ageing.find((row) => row.bucket === 'over_30');
  const sentence = old === undefined || old.fen === 0 ? t('unsettled.sentenceYoung', { fen: data.totalFen, tickets: data.tickets }) : t('unsettled.sentenceOld', { fen: data.totalFen, tickets: data.tickets, old: old.fen, oldTickets: old.tickets });
  return (
    <ChartCard
      title={t('unsettled.ageing')} sentence={sentence} option={option}
      onExport={() => void file.saveTable(`${t('unsettled.ageing')}.csv`, [t('ageing.title'), t('column.tickets'), t('column.yuan')], data.ageing.map((row) => [t(`ageing.${row.bucket}`), String(row.tickets), yuanText(row.fen)]))}
      table={<PlainTable label={t('unsettled.ageing')} columns={[{ title: t('ageing.title') }, { title: t('column.tickets'), figure: true }, { title: t('column.unsettled'), figure: true }]} rows={data.ageing.map((row) => ({ key: row.bucket, cells: [t(`ageing.${row.bucket}`), row.tickets, <Money key="fen" fen={row.fen} />] }))} foot={[t('column.total'), data.tickets, <Money key="fen" fen={data.totalFen} />]} />}
    />
  );
}

/** What is owed for produce and in no settlement yet, by payee and by age, and the way to the next batch. */
export default function UnsettledScreen(): ReactElement {
  const t = useText('settlement');
  const { state, may } = useSession();
  const unsettled = useQueryOp('settlement.unsettled', {});
  const columns = useColumns();
  const file = useSaveFile();
  const data = unsettled.data?.ok === true ? unsettled.data.data : null;
  return (
    <Page
      fill title={t('unsettled.title')} note={data === null || data.rows.length === 0 ? undefined : t('unsettled.note', { count: data.rows.length, amount: moneyText(data.totalFen) })}
      actions={<>
        <ActionButton icon="export" disabled={data === null || data.rows.length === 0} onPress={() => { if (data !== null) void file.saveTable(`${t('unsettled.title')} ${state.businessDate}.csv`, [t('column.code'), t('column.seller'), t('column.kind'), t('column.channel'), t('column.tickets'), t('column.oldest'), t('column.owed'), t('column.unsettled')], data.rows.map((row) => [row.memberCode, row.name, t(`partyKind.${row.partyKind}`), t(`channel.${row.channel}`), String(row.tickets), row.oldest, yuanText(row.owedFen), yuanText(row.fen)])); }}>{t('unsettled.export')}</ActionButton>
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
            <DataTable name="unsettled" label={t('unsettled.title')} columns={columns} rows={data.rows} rowKey={(row) => `${row.payeeId}-${row.partyKind}`} onOpen={(row) => navigate(filterPath({ from: row.oldest, to: state.businessDate, memberId: row.memberId, paid: 'no' }))} />
            <AgeingChart data={data} file={file} />
          </div>
        )}
    </Page>
  );
}
