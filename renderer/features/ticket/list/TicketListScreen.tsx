import { useCallback, useMemo, useState, type ReactElement } from 'react';
import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { navigate, useQueryText } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { SplitView } from '../../../ui/overlay/SidePanel.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useSaveFile } from '../../report/files/use-save-file.tsx';
import { periodOf } from '../../report/parts/periods.ts';
import { exportRows, exportTitles } from './export-rows.ts';
import { filterInput, filterPath, readFilter, type TicketFilter } from './filter.ts';
import { ListFilters } from './ListFilters.tsx';
import { ticketColumns } from './ticket-columns.tsx';
import { TicketPanel } from './TicketPanel.tsx';
import { TotalDialog } from './TotalDialog.tsx';
import { mostRows, useAllTickets } from './use-all-tickets.ts';

const noRows: readonly TicketRow[] = [];

/** Tickets of a period with filters and totals; a row opens beside the list, and from there on its own page. */
export default function TicketListScreen(): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const { state, may } = useSession();
  const query = useQueryText();
  const filter = useMemo(() => readFilter(query, state.businessDate), [query, state.businessDate]);
  const tickets = useAllTickets(filterInput(filter));
  const [chosen, setChosen] = useState<TicketRow | null>(null);
  const [summed, setSummed] = useState<readonly TicketRow[] | null>(null);
  const file = useSaveFile();
  const openTotal = useCallback((rows: readonly TicketRow[]) => setSummed(rows), []);
  const columns = useMemo(() => ticketColumns(t, language, openTotal), [t, language, openTotal]);
  const rows = tickets.data?.ok === true ? tickets.data.data.rows : noRows;
  const total = tickets.data?.ok === true ? tickets.data.data.total : 0;
  const change = (part: Partial<TicketFilter>): void => {
    setChosen(null);
    navigate(filterPath({ ...filter, ...part }));
  };
  const narrowed = filter.productId !== null || filter.memberId !== null || filter.paid !== null || filter.only !== null;
  const open = (row: TicketRow): void => {
    if (row.id === chosen?.id) navigate(`/tickets/${row.id}`);
    else setChosen(row);
  };
  const filters = <ListFilters filter={filter} onChange={change} />;
  return (
    <Page
      fill title={t('list.title')} note={total === 0 ? undefined : t('list.count', { count: total })}
      actions={<ActionButton icon="export" disabled={rows.length === 0 || file.saving} onPress={() => void file.saveTable(`${t('list.title')} ${filter.from} ${filter.to}.csv`, exportTitles(t), exportRows(rows, t, language))}>{t('list.exportButton')}</ActionButton>}
    >
      {tickets.data === undefined ? filters : null}
      {file.note}
      {tickets.data?.ok === false ? <RefusalNotice failure={tickets.data} op="ticket.list" /> : null}
      {total > mostRows ? <Notice tone="wait" title={t('list.tooMany', { shown: rows.length, total })} /> : null}
      {tickets.data === undefined ? null : (
        <SplitView panel={chosen === null ? null : <TicketPanel ticket={rows.find((row) => row.id === chosen.id) ?? chosen} onClose={() => setChosen(null)} />}>
          <DataTable
            name="tickets" label={t('list.title')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={open} chosenKey={chosen?.id ?? null} tools={filters}
            empty={narrowed
              ? <EmptyState icon="tickets" title={t('list.empty.narrowed')} text={t('list.empty.narrowedText')} action={{ label: t('list.empty.showAll'), onPress: () => change({ productId: null, memberId: null, paid: null, only: null }) }} />
              : <EmptyState icon="tickets" title={t('list.empty.title')} text={t('list.empty.text')} action={may('ticket.write') ? { label: t('list.empty.weigh'), onPress: () => navigate('/intake') } : { label: t('list.empty.wholeYear'), onPress: () => change(periodOf('year', state.businessDate)) }} />}
          />
        </SplitView>
      )}
      {summed === null ? null : <TotalDialog rows={summed} onClose={() => setSummed(null)} />}
    </Page>
  );
}
