import { Switch } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { jinText, sumGrams } from '../../../../electron/domain/mass.ts';
import { sumFen } from '../../../../electron/domain/money.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { grouped, moneyText, timeText } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useKeyboardScope } from '../../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useAllTickets } from '../../ticket/list/use-all-tickets.ts';
import styles from './pay.module.css';
import { PayPanel } from './PayPanel.tsx';
import type { PaidNow } from './use-pay-now.ts';
import { waitingSellers, type WaitingSeller } from './waiting-sellers.ts';

function useColumns(): readonly Column<WaitingSeller>[] {
  const t = useText('settlement');
  return useMemo(() => [
    { key: 'since', title: t('today.since'), width: 5, cell: (row) => timeText(row.since), sortBy: (row) => row.since },
    { key: 'name', title: t('column.seller'), cell: (row) => `${row.name} ${row.code}`, sortBy: (row) => row.name, searchText: (row) => `${row.name} ${row.code}` },
    { key: 'fen', title: t('column.gross'), figure: true, width: 8.5, cell: (row) => <Money fen={row.fen} />, sortBy: (row) => row.fen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.fen))} /> },
    { key: 'tickets', title: t('column.tickets'), figure: true, width: 5, cell: (row) => row.tickets.length, sortBy: (row) => row.tickets.length, total: (rows) => sumGrams(rows.map((row) => row.tickets.length)) },
    { key: 'net', title: t('column.net'), figure: true, width: 8.5, cell: (row) => <Weight grams={row.netGrams} single />, sortBy: (row) => row.netGrams, total: (rows) => <Weight grams={sumGrams(rows.map((row) => row.netGrams))} single /> },
    { key: 'jin', title: t('column.jin'), figure: true, width: 6, cell: (row) => grouped(jinText(row.netGrams)), sortBy: (row) => row.netGrams },
  ], [t]);
}

/** Pays today's tickets from the cash box, one seller after the other: arrows choose, F9 pays, the next one comes by itself. */
export default function TodayScreen(): ReactElement {
  const t = useText('settlement');
  const { state, may } = useSession();
  const columns = useColumns();
  const tickets = useAllTickets({ from: state.businessDate, to: state.businessDate, paid: 'no' });
  const products = useQueryOp('product.list', {}, { staleMs: 60_000 });
  const [sameDayOnly, setSameDayOnly] = useState(true);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [last, setLast] = useState<{ readonly name: string; readonly paid: PaidNow } | null>(null);
  const sameDay = useMemo(() => new Set(products.data?.ok === true ? products.data.data.rows.filter((row) => row.cycle === 'same_day').map((row) => row.id) : []), [products.data]);
  const sellers = useMemo(() => waitingSellers(tickets.data?.ok === true ? tickets.data.data.rows : [], sameDayOnly ? sameDay : null), [tickets.data, sameDay, sameDayOnly]);
  const chosen = sellers.find((row) => row.memberId === chosenId) ?? sellers[0] ?? null;
  const move = (by: 1 | -1) => (): void => {
    const next = chosen === null ? undefined : sellers[sellers.indexOf(chosen) + by];
    if (next !== undefined) setChosenId(next.memberId);
  };
  useKeyboardScope({ ArrowDown: move(1), ArrowUp: move(-1) });
  const paidFor = (seller: WaitingSeller) => (paid: PaidNow): void => {
    setLast({ name: seller.name, paid });
    setChosenId(sellers[sellers.indexOf(seller) + 1]?.memberId ?? null);
  };
  const empty = sameDayOnly
    ? <EmptyState icon="cash" title={t('today.empty')} text={t('today.emptyText')} action={{ label: t('today.showAll'), onPress: () => setSameDayOnly(false) }} />
    : <EmptyState icon="cash" title={t('today.emptyAll')} text={t('today.emptyAllText')} {...(may('ticket.write') ? { action: { label: t('today.weigh'), icon: 'scale' as const, onPress: () => navigate('/intake') } } : {})} />;
  return (
    <Page fill title={t('today.title')} note={<label className={styles['switch']}><Switch size="small" checked={sameDayOnly} onChange={setSameDayOnly} aria-label={t('today.sameDay')} /> {t('today.sameDay')}</label>}>
      {tickets.data?.ok === false ? <RefusalNotice failure={tickets.data} op="ticket.list" /> : null}
      {last === null ? null : (
        <Notice tone="good" title={t('today.paid', { name: last.name, amount: moneyText(last.paid.paidFen), number: last.paid.settlementNumber })}>
          {last.paid.awaitingCountersign ? <p>{t('today.awaiting')}</p> : null}
        </Notice>
      )}
      {tickets.data === undefined ? null : sellers.length === 0 ? empty : (
        <div className={styles['split']}>
          <div className={styles['left']}>
            <DataTable name="today" label={t('today.title')} columns={columns} rows={sellers} rowKey={(row) => row.memberId} chosenKey={chosen?.memberId ?? null} onOpen={(row) => setChosenId(row.memberId)} />
          </div>
          {chosen === null ? null : <PayPanel key={chosen.memberId} seller={chosen} onPaid={paidFor(chosen)} />}
        </div>
      )}
    </Page>
  );
}
