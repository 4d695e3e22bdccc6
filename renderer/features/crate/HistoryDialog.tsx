import { useState, type ReactElement } from 'react';
import type { CrateBalance } from '../../../electron/contract/crate.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../ui/format/DateWithWeekday.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { SlipDialog } from '../sheet/SlipDialog.tsx';
import styles from './crate.module.css';
import { ReverseCratesDialog } from './ReverseCratesDialog.tsx';

/** A count of a reversal stands below nothing, with a true minus sign. */
const signed = (count: number): string => (count < 0 ? `−${String(-count)}` : String(count));

/** The comings and goings behind a balance; every slip can be seen and printed again, and one of its own that was wrong is taken back from here. */
export function HistoryDialog({ balance, onClose }: { readonly balance: CrateBalance; readonly onClose: () => void }): ReactElement {
  const t = useText('crate');
  const language = useLanguage();
  const { may } = useSession();
  const mayReverse = may('ticket.reverse');
  const [taking, setTaking] = useState<string | null>(null);
  const [looking, setLooking] = useState<{ readonly documentId: string; readonly number: string } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const history = useQueryOp('crate.history', { memberId: balance.memberId });
  const rows = history.data?.ok === true ? history.data.data.rows : [];
  const word = (reason: string): string => {
    switch (reason) {
      case 'delivery': return t('reason.delivery');
      case 'returned': return t('reason.returned');
      case 'lost': return t('reason.lost');
      case 'count': return t('reason.count');
      default: return t('reason.lent');
    }
  };
  if (taking !== null) {
    return <ReverseCratesDialog memberName={balance.memberName} lines={rows.filter((row) => row.documentId === taking)} onClose={() => setTaking(null)} onReversed={(number) => { setTaking(null); setDone(t('reverse.done', { number })); }} />;
  }
  if (looking !== null) return <SlipDialog documentId={looking.documentId} paper="crate_slip" title={t('history.slipTitle', { number: looking.number })} onClose={() => setLooking(null)} />;
  return (
    <Dialog title={t('history.title', { name: balance.memberName })} onClose={onClose} wide>
      <div className={styles['form']}>
        {history.data?.ok === false ? <RefusalNotice failure={history.data} op="crate.history" /> : null}
        {done === null ? null : <Notice tone="good" title={done} />}
        <div className={styles['scroll']} role="region" tabIndex={0} aria-label={t('history.title', { name: balance.memberName })}>
          <table className={styles['table']}>
            <thead><tr>{(['day', 'number', 'kind', 'why', 'out', 'in', 'deposit', 'state', 'slip'] as const).map((key) => <th key={key} scope="col">{t(`history.${key}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.documentId} ${row.nameZh}`} data-void={row.reversedBy === null ? undefined : ''}>
                  <td><DateWithWeekday date={row.businessDate} short /></td><td className={styles['number']}>{row.number}</td><td>{language === 'zh' ? row.nameZh : row.nameEn}</td><td>{word(row.reason)}</td>
                  <td data-figure>{signed(row.outCount)}</td><td data-figure>{signed(row.inCount)}</td><td data-figure>{row.depositFen === 0 ? '–' : moneyText(row.depositFen)}</td>
                  <td>{row.reversedBy !== null ? <span title={t('reverse.was', { number: row.reversedBy })}>{t('reverse.voided')}</span> : row.reversible && mayReverse ? <ActionButton small kind="quiet" label={t('reverse.title', { number: row.number })} onPress={() => { setDone(null); setTaking(row.documentId); }}>{t('reverse.open')}</ActionButton> : null}</td>
                  <td>{may('print.use') ? <ActionButton small kind="quiet" icon="printer" label={t('history.slipOf', { number: row.number })} onPress={() => setLooking(row)}>{t('history.print')}</ActionButton> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Dialog>
  );
}
