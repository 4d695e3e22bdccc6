import type { ReactElement } from 'react';
import type { QueueRow } from '../../../../../electron/contract/queue.ts';
import { useQueryOp } from '../../../../api/use-operation.ts';
import { navigate } from '../../../../app/navigation.ts';
import { useSession } from '../../../../app/session.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import own from './yard.module.css';

/** Numbers of today that wait or are called, in their order. */
export function useArrivals(): readonly QueueRow[] {
  const queue = useQueryOp('queue.list', {});
  return queue.data?.ok === true ? queue.data.data.rows.filter((row) => row.state === 'waiting' || row.state === 'called') : [];
}

/** Tickets of today that still want a second person; nothing where there are none. */
function Countersign(): ReactElement | null {
  const t = useText('yard');
  const { state } = useSession();
  const waiting = useQueryOp('countersign.list', {});
  const count = waiting.data?.ok === true ? waiting.data.data.rows.filter((row) => row.op === 'ticket.post' && row.dueDate === state.businessDate).length : 0;
  if (count === 0) return null;
  return <button type="button" tabIndex={-1} className={own['waiting']} data-role="countersign" onMouseDown={(event) => event.preventDefault()} onClick={() => navigate('/reports/countersign')}>{t('countersign', { count })}</button>;
}

/** Who waits outside with a number, and what of today waits for a second person. */
export function ArrivalPanel({ onNumbers }: { readonly onNumbers: () => void }): ReactElement {
  const t = useText('yard');
  const rows = useArrivals();
  return (
    <div className={own['section']}>
      <h2 className={styles['paneTitle']}>{t('arrivals.title')}<span className={styles['faint']}>{rows.filter((row) => row.state === 'waiting').length}</span></h2>
      {rows.length === 0 ? null : (
        <div className={own['numbers']}>{rows.slice(0, 8).map((row) => <span key={row.id} className={own['number']} data-state={row.state} title={row.memberName ?? undefined}>{row.label}</span>)}</div>
      )}
      <ActionButton small keyLabel="F6" onPress={onNumbers}>{t('arrivals.open')}</ActionButton>
      <Countersign />
    </div>
  );
}
