import { useMemo, type ReactElement } from 'react';
import type { BatchRow } from '../../../../electron/contract/settlement.ts';
import { sumFen } from '../../../../electron/domain/money.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { Money } from '../../../ui/format/Money.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { BatchState } from './batch-words.tsx';

type Fen = 'grossFen' | 'recoveredFen' | 'paidFen';
const noRows: readonly BatchRow[] = [];

function useColumns(): readonly Column<BatchRow>[] {
  const t = useText('settlement');
  return useMemo(() => {
    const money = (key: Fen, title: string): Column<BatchRow> => ({
      key, title, figure: true, width: 8, cell: (row) => <Money fen={row[key]} />, sortBy: (row) => row[key], total: (rows) => <Money fen={sumFen(rows.filter((row) => row.state !== 'cancelled').map((row) => row[key]))} />,
    });
    return [
      { key: 'number', title: t('column.number'), width: 13.5, cell: (row) => row.number, sortBy: (row) => row.number, searchText: (row) => row.number },
      { key: 'title', title: t('column.title'), cell: (row) => row.title, sortBy: (row) => row.title, searchText: (row) => row.title },
      { key: 'from', title: t('column.from'), width: 7, cell: (row) => <DateWithWeekday date={row.dateFrom} short />, sortBy: (row) => row.dateFrom },
      { key: 'to', title: t('column.to'), width: 7, cell: (row) => <DateWithWeekday date={row.dateTo} short />, sortBy: (row) => row.dateTo },
      { key: 'state', title: t('column.state'), width: 8, cell: (row) => <BatchState state={row.state} />, sortBy: (row) => row.state, searchText: (row) => t(`batchState.${row.state}`) },
      { key: 'payees', title: t('column.payees'), figure: true, width: 5, cell: (row) => row.payees, sortBy: (row) => row.payees },
      money('grossFen', t('column.gross')), money('recoveredFen', t('column.recovered')), money('paidFen', t('column.paid')),
      { key: 'by', title: t('column.by'), width: 6, cell: (row) => row.createdBy, sortBy: (row) => row.createdBy, hiddenAtFirst: true },
      { key: 'approved', title: t('column.approvedBy'), width: 6, cell: (row) => row.approvedBy ?? '–', sortBy: (row) => row.approvedBy ?? '' },
    ];
  }, [t]);
}

/** All batches, those paid at once among them, the newest first. */
export default function BatchListScreen(): ReactElement {
  const t = useText('settlement');
  const { may } = useSession();
  const batches = useQueryOp('settlement.batches', { limit: 500 });
  const columns = useColumns();
  const rows = batches.data?.ok === true ? batches.data.data.rows : noRows;
  const open = (): void => navigate('/settlement/new');
  return (
    <Page fill title={t('batches.title')} actions={may('settlement.write') ? <ActionButton kind="main" icon="settlement" shortcut="F2" onPress={open}>{t('newBatch.open')}</ActionButton> : undefined}>
      {batches.data?.ok === false ? <RefusalNotice failure={batches.data} op="settlement.batches" /> : null}
      {batches.data === undefined ? null : (
        <DataTable
          name="batches" label={t('batches.title')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => navigate(`/settlement/batches/${row.id}`)}
          empty={<EmptyState icon="settlement" title={t('batches.empty')} text={t('batches.emptyText')} />}
        />
      )}
    </Page>
  );
}
