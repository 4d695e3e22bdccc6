import { useMemo, useState, type ReactElement } from 'react';
import { businessDate } from '../../../electron/domain/business-date.ts';
import { yuanText } from '../../../electron/domain/money.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { momentText, timeText } from '../../ui/format/format-text.ts';
import { Money } from '../../ui/format/Money.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useSaveFile } from '../report/files/use-save-file.tsx';
import { PeriodChoice } from '../report/parts/PeriodChoice.tsx';
import { periodOf } from '../report/parts/periods.ts';
import { useCashBoxes } from '../settlement/pay/CashBoxChoice.tsx';
import { AdvanceDialog } from './AdvanceDialog.tsx';
import { BoxCard } from './BoxCard.tsx';
import styles from './cash.module.css';
import { CreditDialog } from './CreditDialog.tsx';
import { FloatDialog } from './FloatDialog.tsx';
import { TakeBackDialog, type MoneyEntry } from './TakeBackDialog.tsx';
import { SlipDialog } from '../sheet/SlipDialog.tsx';

type Entry = OutputOf<'cash.book'>['rows'][number];
type CashText = ReturnType<typeof useText<'cash'>>;
type Doing = 'in' | 'out' | 'advance' | 'credit' | null;
const noEntries: readonly Entry[] = [];
const purposes = ['float_in', 'float_out', 'advance', 'payout', 'repayment', 'difference', 'reversal'] as const;
/** What can be taken back from this list; a payout is booked back settlement by settlement. */
const takenBackHere: ReadonlySet<string> = new Set(['float_in', 'float_out', 'advance', 'repayment']);

function wordOf(t: CashText, row: Entry): string {
  const purpose = purposes.find((candidate) => candidate === row.purpose);
  return purpose === undefined ? row.purpose : t(`purpose.${purpose}`);
}

function useBookColumns(openingFen: number, closingFen: number): readonly Column<Entry>[] {
  const t = useText('cash');
  return useMemo(() => {
    const flow = (rows: readonly Entry[], sign: 1 | -1): number => rows.reduce((sum, row) => (row.amountFen * sign > 0 ? sum + row.amountFen * sign : sum), 0);
    return [
      { key: 'at', title: t('book.at'), width: 9.5, cell: (row) => <><DateWithWeekday date={businessDate(row.at)} short /> {timeText(row.at)}</>, sortBy: (row) => row.at },
      { key: 'number', title: t('book.number'), width: 13.5, cell: (row) => row.number, sortBy: (row) => row.number, searchText: (row) => row.number },
      { key: 'purpose', title: t('book.purpose'), cell: (row) => <>{wordOf(t, row)}{row.note === null ? null : <small className={styles['note']}> {row.note}</small>}</>, sortBy: (row) => wordOf(t, row), searchText: (row) => `${wordOf(t, row)} ${row.note ?? ''}` },
      { key: 'in', title: t('book.in'), figure: true, width: 9, cell: (row) => (row.amountFen > 0 ? <Money fen={row.amountFen} /> : ''), total: (rows) => <Money fen={flow(rows, 1)} /> },
      { key: 'out', title: t('book.out'), figure: true, width: 9, cell: (row) => (row.amountFen < 0 ? <Money fen={-row.amountFen} /> : ''), total: (rows) => <Money fen={flow(rows, -1)} /> },
      { key: 'balance', title: t('book.balance'), figure: true, width: 10, cell: (row) => <Money fen={row.balanceFen} strong />, total: () => <span title={t('book.opening', { fen: openingFen })}><Money fen={closingFen} /></span> },
      { key: 'user', title: t('book.user'), width: 6, cell: (row) => row.user, sortBy: (row) => row.user },
      { key: 'second', title: t('book.second'), width: 6, cell: (row) => row.approvedBy ?? '–', sortBy: (row) => row.approvedBy ?? '' },
    ];
  }, [t, openingFen, closingFen]);
}

/** The cash boxes and their book: what lies in them, what went in and out, and who agreed. */
export default function CashScreen(): ReactElement {
  const t = useText('cash');
  const language = useLanguage();
  const { state, may } = useSession();
  const [chosenBox, setChosenBox] = useState<string | null>(null);
  const { boxes, box } = useCashBoxes(chosenBox);
  const [range, setRange] = useState(periodOf('month', state.businessDate));
  const [doing, setDoing] = useState<Doing>(null);
  const [done, setDone] = useState<string | null>(null);
  const [opened, setOpened] = useState<Entry | null>(null);
  const [takingBack, setTakingBack] = useState<MoneyEntry | null>(null);
  const book = useQueryOp('cash.book', { cashBoxId: box?.id ?? '', ...range }, { enabled: box !== null, keepPrevious: true });
  const file = useSaveFile();
  const answer = book.data?.ok === true ? book.data.data : null;
  const rows = answer?.rows ?? noEntries;
  const columns = useBookColumns(answer?.openingFen ?? 0, answer?.closingFen ?? 0);
  const finish = (words: string): void => { setDoing(null); setDone(words); };
  const dialog = { onClose: () => setDoing(null), onDone: finish };
  const takeBack = (row: Entry): void => { setOpened(null); setTakingBack({ documentId: row.documentId, number: row.number, what: wordOf(t, row), fen: Math.abs(row.amountFen) }); };
  return (
    <Page
      fill title={t('book.title')}
      actions={<>
        {may('cash.write') ? <><ActionButton shortcut="F2" disabled={box === null} onPress={() => setDoing('in')}>{t('float.in')}</ActionButton><ActionButton disabled={box === null} onPress={() => setDoing('out')}>{t('float.out')}</ActionButton></> : null}
        {may('debt.write') ? <><ActionButton shortcut="F3" disabled={box === null} onPress={() => setDoing('advance')}>{t('advance.title')}</ActionButton><ActionButton shortcut="F4" onPress={() => setDoing('credit')}>{t('credit.title')}</ActionButton></> : null}
      </>}
    >
      {done === null ? null : <Notice tone="good" title={done} />}
      {file.note}
      <div className={styles['boxes']}>{boxes.map((row) => <BoxCard key={row.id} box={row} chosen={row.id === box?.id} onChoose={() => setChosenBox(row.id)} />)}</div>
      {book.data?.ok === false ? <RefusalNotice failure={book.data} op="cash.book" /> : null}
      {answer === null || box === null ? null : (
        <DataTable
          name="cash-book" label={t('book.title')} columns={columns} rows={rows} rowKey={(row) => `${row.documentId}-${row.balanceFen}`} onOpen={setOpened}
          tools={<>
            <PeriodChoice today={state.businessDate} names={['today', 'tenDays', 'month', 'year']} value={range} onChange={setRange} />
            <span className={styles['opening']}>{t('book.opening', { fen: answer.openingFen })}</span>
            <ActionButton small icon="export" disabled={rows.length === 0} onPress={() => void file.saveTable(`${t('book.title')} ${range.from} ${range.to}.csv`, [t('book.at'), t('book.number'), t('book.purpose'), t('book.note'), t('book.in'), t('book.out'), t('book.balance'), t('book.user'), t('book.second')],
              rows.map((row) => [momentText(row.at, language), row.number, row.purpose, row.note ?? '', row.amountFen > 0 ? yuanText(row.amountFen) : '', row.amountFen < 0 ? yuanText(-row.amountFen) : '', yuanText(row.balanceFen), row.user, row.approvedBy ?? '']))}
            >{t('book.export')}</ActionButton>
          </>}
          empty={<EmptyState icon="cash" title={t('book.empty')} text={t('book.emptyText')} {...(may('cash.write') ? { action: { label: t('float.in'), onPress: () => setDoing('in') } } : {})} />}
        />
      )}
      {box !== null && (doing === 'in' || doing === 'out') ? <FloatDialog {...dialog} box={box} direction={doing} /> : null}
      {box !== null && doing === 'advance' ? <AdvanceDialog {...dialog} boxes={boxes} firstBox={box} /> : null}
      {doing === 'credit' ? <CreditDialog {...dialog} /> : null}
      {opened === null ? null : (
        <SlipDialog
          documentId={opened.documentId} paper="voucher" title={t('voucher.title', { number: opened.number })} onClose={() => setOpened(null)}
          more={takenBackHere.has(opened.purpose) && may('cash.write') ? <ActionButton kind="danger" layer="dialog" onPress={() => takeBack(opened)}>{t('reverse.open')}</ActionButton> : null}
        />
      )}
      {takingBack === null ? null : <TakeBackDialog entry={takingBack} onClose={() => setTakingBack(null)} onDone={(words) => { setTakingBack(null); setDone(words); }} />}
    </Page>
  );
}
