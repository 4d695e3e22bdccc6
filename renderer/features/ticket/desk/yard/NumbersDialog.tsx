import { useState, type ReactElement } from 'react';
import type { QueueRow } from '../../../../../electron/contract/queue.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { timeText } from '../../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { EmptyState } from '../../../../ui/notices/EmptyState.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';

/** Today's numbers: call one out of turn, send away who is not there, let somebody wait again. */
export function NumbersDialog({ onCalled, onGive, onClose }: { readonly onCalled: (row: QueueRow) => void; readonly onGive: () => void; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const language = useLanguage();
  const queue = useQueryOp('queue.list', {});
  const move = useCommandOp('queue.move');
  const [failure, setFailure] = useState<Failure | null>(null);
  const rows = queue.data?.ok === true ? queue.data.data.rows.filter((row) => row.state !== 'served') : [];
  const [marked, setMarked] = useState<string | null>(null);
  const chosen = rows.find((row) => row.id === marked) ?? rows.find((row) => row.state === 'waiting') ?? rows[0];
  const put = async (to: 'called' | 'gone' | 'waiting'): Promise<void> => {
    if (chosen === undefined || move.sending) return;
    const reply = await move.send({ id: chosen.id, to });
    setFailure(reply.ok ? null : reply);
    if (reply.ok && to === 'called') onCalled(chosen);
  };
  const detail = (row: QueueRow): string => [
    t(`numbers.state.${row.state}`), row.memberName, language === 'zh' ? row.productNameZh : row.productNameEn, timeText(row.takenAt),
  ].filter((part) => part !== null).join(' · ');
  if (rows.length === 0) {
    return (
      <Dialog title={t('numbers.title')} onClose={onClose} wide actions={<ActionButton kind="main" layer="dialog" shortcut="F5" onPress={onGive}>{t('desk.number')}</ActionButton>}>
        <EmptyState icon="members" title={t('numbers.none')} text={t('numbers.noneText')} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('numbers.title')} onClose={onClose} wide>
      <div className={styles['form']}>
        <ChoiceList label={t('numbers.title')} layer="dialog" across chosen={chosen?.id ?? null} onChoose={setMarked} choices={rows.slice(0, 30).map((row) => ({ value: row.id, label: row.label, detail: detail(row) }))} />
        {failure === null ? null : <RefusalNotice failure={failure} op="queue.move" />}
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={chosen === undefined} onPress={() => void put('called')}>{t('numbers.call')}</ActionButton>
        <div className={styles['row']}>
          <ActionButton layer="dialog" shortcut="Subtract" disabled={chosen === undefined} onPress={() => void put('gone')}>{t('numbers.gone')}</ActionButton>
          <ActionButton layer="dialog" shortcut="Add" disabled={chosen === undefined} onPress={() => void put('waiting')}>{t('numbers.again')}</ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
