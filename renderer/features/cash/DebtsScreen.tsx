import { Switch } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { sumFen, yuanText } from '../../../electron/domain/money.ts';
import type { OutputOf } from '../../api/operation-types.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { Money } from '../../ui/format/Money.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useSaveFile } from '../report/files/use-save-file.tsx';
import { useCashBoxes } from '../settlement/pay/CashBoxChoice.tsx';
import { AdvanceDialog } from './AdvanceDialog.tsx';
import styles from './cash.module.css';
import { CreditDialog } from './CreditDialog.tsx';
import { RepayDialog } from './RepayDialog.tsx';
import { TakeBackDialog, type MoneyEntry } from './TakeBackDialog.tsx';
import { SlipDialog } from '../sheet/SlipDialog.tsx';

type Debt = OutputOf<'debt.list'>['rows'][number];
const noRows: readonly Debt[] = [];

function useColumns(): readonly Column<Debt>[] {
  const t = useText('cash');
  return useMemo(() => [
    { key: 'number', title: t('book.number'), width: 13.5, cell: (row) => row.number, sortBy: (row) => row.number, searchText: (row) => row.number },
    { key: 'kind', title: t('debts.kind'), width: 8, cell: (row) => t(`debtKind.${row.kind}`), sortBy: (row) => row.kind, searchText: (row) => t(`debtKind.${row.kind}`) },
    { key: 'member', title: t('form.member'), cell: (row) => `${row.memberName} ${row.memberCode}`, sortBy: (row) => row.memberName, searchText: (row) => `${row.memberName} ${row.memberCode}` },
    { key: 'goods', title: t('credit.goods'), cell: (row) => row.goods ?? '–', sortBy: (row) => row.goods ?? '', searchText: (row) => row.goods ?? '' },
    { key: 'day', title: t('debts.day'), width: 8, cell: (row) => <DateWithWeekday date={row.businessDate} short />, sortBy: (row) => row.businessDate },
    { key: 'original', title: t('debts.original'), figure: true, width: 10, cell: (row) => <Money fen={row.originalFen} />, sortBy: (row) => row.originalFen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.originalFen))} /> },
    { key: 'taken', title: t('debts.taken'), figure: true, width: 10, cell: (row) => <Money fen={row.originalFen - row.leftFen} />, sortBy: (row) => row.originalFen - row.leftFen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.originalFen - row.leftFen))} /> },
    { key: 'left', title: t('debts.left'), figure: true, width: 10, cell: (row) => <Money fen={row.leftFen} strong />, sortBy: (row) => row.leftFen, total: (rows) => <Money fen={sumFen(rows.map((row) => row.leftFen))} /> },
  ], [t]);
}

/** What members owe: cash advances and goods on credit, and what of it is left. */
export default function DebtsScreen(): ReactElement {
  const t = useText('cash');
  const { may } = useSession();
  const [openOnly, setOpenOnly] = useState(true);
  const [doing, setDoing] = useState<'advance' | 'credit' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [opened, setOpened] = useState<Debt | null>(null);
  const [takingBack, setTakingBack] = useState<MoneyEntry | null>(null);
  const [repaying, setRepaying] = useState<Debt | null>(null);
  const { boxes, box } = useCashBoxes(null);
  const debts = useQueryOp('debt.list', { open: openOnly }, { keepPrevious: true });
  const columns = useColumns();
  const file = useSaveFile();
  const rows = debts.data?.ok === true ? debts.data.data.rows : noRows;
  const finish = (words: string): void => { setDoing(null); setDone(words); };
  const dialog = { onClose: () => setDoing(null), onDone: finish };
  return (
    <Page
      fill title={t('debts.title')} note={debts.data?.ok === true ? t('debts.note', { amount: moneyText(debts.data.data.totalLeftFen) }) : undefined}
      actions={<>
        <ActionButton icon="export" disabled={rows.length === 0} onPress={() => void file.saveTable(`${t('debts.title')}.csv`, [t('book.number'), t('debts.kind'), t('debts.code'), t('form.member'), t('credit.goods'), t('debts.day'), t('debts.original'), t('debts.left')], rows.map((row) => [row.number, t(`debtKind.${row.kind}`), row.memberCode, row.memberName, row.goods ?? '', row.businessDate, yuanText(row.originalFen), yuanText(row.leftFen)]))}>{t('book.export')}</ActionButton>
        {may('debt.write') ? <><ActionButton shortcut="F3" disabled={box === null} onPress={() => setDoing('advance')}>{t('advance.title')}</ActionButton><ActionButton kind="main" shortcut="F4" onPress={() => setDoing('credit')}>{t('credit.title')}</ActionButton></> : null}
      </>}
    >
      {done === null ? null : <Notice tone="good" title={done} />}
      {file.note}
      {debts.data?.ok === false ? <RefusalNotice failure={debts.data} op="debt.list" /> : null}
      {debts.data === undefined ? null : (
        <DataTable
          name="debts" label={t('debts.title')} columns={columns} rows={rows} rowKey={(row) => row.documentId} onOpen={setOpened}
          tools={<label className={styles['switch']}><Switch size="small" checked={openOnly} onChange={setOpenOnly} aria-label={t('debts.openOnly')} /> {t('debts.openOnly')}</label>}
          empty={<EmptyState icon="cash" title={t('debts.empty')} text={t('debts.emptyText')} />}
        />
      )}
      {box !== null && doing === 'advance' ? <AdvanceDialog {...dialog} boxes={boxes} firstBox={box} /> : null}
      {doing === 'credit' ? <CreditDialog {...dialog} /> : null}
      {opened === null ? null : (
        <SlipDialog
          documentId={opened.documentId} paper="voucher" title={t('voucher.title', { number: opened.number })} onClose={() => setOpened(null)}
          more={<>
            {opened.leftFen === opened.originalFen && may('cash.write') ? <ActionButton kind="danger" layer="dialog" onPress={() => { setOpened(null); setTakingBack({ documentId: opened.documentId, number: opened.number, what: t(`debtKind.${opened.kind}`), fen: opened.originalFen }); }}>{t('reverse.open')}</ActionButton> : null}
            {opened.leftFen > 0 && box !== null && may('debt.write') ? <ActionButton layer="dialog" onPress={() => { setOpened(null); setRepaying(opened); }}>{t('repay.open')}</ActionButton> : null}
          </>}
        />
      )}
      {takingBack === null ? null : <TakeBackDialog entry={takingBack} onClose={() => setTakingBack(null)} onDone={(words) => { setTakingBack(null); setDone(words); }} />}
      {repaying === null || box === null ? null : <RepayDialog debt={repaying} boxes={boxes} firstBox={box} onClose={() => setRepaying(null)} onDone={(words) => { setRepaying(null); setDone(words); }} />}
    </Page>
  );
}
