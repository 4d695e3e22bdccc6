import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { SettlementRow } from '../../../../electron/contract/settlement.ts';
import { sumGrams } from '../../../../electron/domain/mass.ts';
import { sumFen } from '../../../../electron/domain/money.ts';
import { navigate } from '../../../app/navigation.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';

type Fen = 'grossFen' | 'recoveredFen' | 'paidFen';

/** The settlements of a batch, one payee a line; a row opens its page. */
export function SettlementsTable({ rows, empty }: { readonly rows: readonly SettlementRow[]; readonly empty: ReactNode }): ReactElement {
  const t = useText('settlement');
  const columns = useMemo((): readonly Column<SettlementRow>[] => {
    const money = (key: Fen, title: string): Column<SettlementRow> => ({
      key, title, figure: true, width: 8.5, cell: (row) => <Money fen={row[key]} strong={key === 'paidFen'} />, sortBy: (row) => row[key], total: (shown) => <Money fen={sumFen(shown.map((row) => row[key]))} />,
    });
    return [
      { key: 'number', title: t('column.settlement'), width: 13.5, cell: (row) => row.number ?? t('batch.notNumbered'), sortBy: (row) => row.number ?? '', searchText: (row) => row.number ?? '' },
      { key: 'payee', title: t('column.payee'), cell: (row) => `${row.payeeName} ${row.memberCode}`, sortBy: (row) => row.payeeName, searchText: (row) => `${row.payeeName} ${row.memberCode}` },
      { key: 'kind', title: t('column.kind'), width: 6, cell: (row) => t(`partyKind.${row.partyKind}`), sortBy: (row) => row.partyKind },
      { key: 'channel', title: t('column.channel'), width: 5, cell: (row) => t(`channel.${row.channel}`), sortBy: (row) => row.channel, searchText: (row) => t(`channel.${row.channel}`) },
      { key: 'tickets', title: t('column.tickets'), figure: true, width: 5, cell: (row) => row.tickets, sortBy: (row) => row.tickets, total: (shown) => sumGrams(shown.map((row) => row.tickets)) },
      money('grossFen', t('column.gross')), money('recoveredFen', t('column.recovered')), money('paidFen', t('column.paid')),
      { key: 'payout', title: t('column.payout'), width: 13.5, cell: (row) => (row.released ? t('release.short', { number: row.payoutNumber ?? '' }) : row.payoutNumber ?? '–'), sortBy: (row) => row.payoutNumber ?? '' },
    ];
  }, [t]);
  return <DataTable name="settlements" label={t('batch.settlements')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => navigate(`/settlement/paper/${row.id}`)} empty={empty} />;
}
