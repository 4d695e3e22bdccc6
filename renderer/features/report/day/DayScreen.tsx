import { useCallback, useState, type ReactElement } from 'react';
import { addDays, type BusinessDate } from '../../../../electron/domain/business-date.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DayField } from '../../../ui/fields/DayField.tsx';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { filterPath, type TicketFilter } from '../../ticket/list/filter.ts';
import { SheetButton } from '../../sheet/SheetButton.tsx';
import { useSaveFile } from '../files/use-save-file.tsx';
import { Figures } from '../parts/Figures.tsx';
import { DutiesCard } from './DutiesCard.tsx';
import { DayCharts } from './DayCharts.tsx';
import styles from './day.module.css';

type Day = OutputOf<'report.day'>;

/** What did not go the usual way; each number opens the tickets behind it. */
function Exceptions({ day }: { readonly day: Day }): ReactElement {
  const t = useText('report');
  const status = useQueryOp('system.status', {});
  const waiting = status.data?.ok === true ? status.data.data.countersign : 0;
  const items = [
    { key: 'typed', count: day.typed, path: filterPath({ from: day.date, to: day.date, only: 'typed' }) },
    { key: 'overridden', count: day.overridden, path: filterPath({ from: day.date, to: day.date, only: 'overridden' }) },
    { key: 'reversed', count: day.reversed, path: filterPath({ from: day.date, to: day.date, only: 'reversed' }) },
    { key: 'reprints', count: day.reprints, path: '/printing' },
    { key: 'countersign', count: waiting, path: '/reports/countersign' },
  ] as const;
  return (
    <Card title={t('day.exceptions')}>
      <ul className={styles['exceptions']}>
        {items.map((item) => (
          <li key={item.key}>
            <button type="button" className={styles['exception']} data-none={item.count === 0 || undefined} onClick={() => navigate(item.path)}>
              <strong>{item.count}</strong><span>{t(`day.exception.${item.key}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DayFigures({ day }: { readonly day: Day }): ReactElement {
  const t = useText('report');
  const yard = useText('yard');
  const open = (more: Partial<TicketFilter> = {}) => (): void => navigate(filterPath({ from: day.date, to: day.date, ...more }));
  return (
    <Figures label={t('day.figures')} items={[
      { label: t('day.tickets'), value: day.tickets, onOpen: open(), openLabel: t('day.openTickets') },
      { label: t('day.members'), value: day.members },
      { label: t('day.net'), value: <Weight grams={day.netGrams} />, onOpen: open(), openLabel: t('day.openTickets') },
      ...(day.returnedGrams === 0 ? [] : [{ label: yard('day.returned'), value: <Weight grams={day.returnedGrams} /> }]),
      ...(day.fromPaper === 0 ? [] : [{ label: yard('day.fromPaper'), value: day.fromPaper }]),
      { label: t('day.amount'), value: <Money fen={day.totalFen} />, onOpen: open(), openLabel: t('day.openTickets') },
      { label: t('day.paid'), value: <Money fen={day.paidFen} />, onOpen: open({ paid: 'yes' }), openLabel: t('day.openTickets') },
    ]}
    />
  );
}

/** One business day at a glance: figures, charts, and what did not go the usual way. */
export default function DayScreen(): ReactElement {
  const t = useText('report');
  const language = useLanguage();
  const { state, may } = useSession();
  const [date, setDate] = useState<BusinessDate>(state.businessDate);
  const report = useQueryOp('report.day', { date }, { keepPrevious: true });
  const file = useSaveFile();
  const day = report.data?.ok === true ? report.data.data : null;
  const names = day?.byProduct;
  const nameOf = useCallback((productId: string): string => {
    const row = names?.find((candidate) => candidate.productId === productId);
    return row === undefined ? '' : language === 'zh' ? row.nameZh : row.nameEn;
  }, [names, language]);
  const isEmpty = day !== null && day.tickets === 0 && day.reversed === 0;
  return (
    <Page
      title={t('day.title')}
      actions={(
        <div className={styles['picker']}>
          <ActionButton icon="back" shortcut="PageUp" onPress={() => setDate(addDays(date, -1))}>{t('day.before')}</ActionButton>
          <DayField label={t('day.pick')} value={date} onChange={(picked) => { if (picked !== null) setDate(picked); }} />
          <ActionButton icon="next" shortcut="PageDown" disabled={date >= state.businessDate} onPress={() => setDate(addDays(date, 1))}>{t('day.after')}</ActionButton>
          <SheetButton key={date} wanted={{ kind: 'day', date }} shortcut="F8" disabled={date > state.businessDate} />
        </div>
      )}
    >
      {report.data?.ok === false ? <RefusalNotice failure={report.data} op="report.day" /> : null}
      {file.note}
      {day === null ? null : isEmpty ? (
        <>
          <EmptyState
            icon="day" title={t('day.empty')} text={t('day.emptyText')}
            {...(date !== state.businessDate ? { action: { label: t('day.toToday'), onPress: () => setDate(state.businessDate) } } : may('ticket.write') ? { action: { label: t('day.weigh'), onPress: () => navigate('/intake') } } : {})}
          />
          <Exceptions day={day} /><DutiesCard day={day} />
        </>
      ) : <><DayFigures day={day} /><Exceptions day={day} /><DutiesCard day={day} /><DayCharts day={day} nameOf={nameOf} file={file} /></>}
    </Page>
  );
}
