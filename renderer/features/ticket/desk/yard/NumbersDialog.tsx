import { useState, type ReactElement } from 'react';
import type { QueueRow } from '../../../../../electron/contract/queue.ts';
import type { Failure } from '../../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../../api/use-operation.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { timeText } from '../../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { EmptyState } from '../../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';

/** Today's numbers: call one out of turn, send away who is not there, let somebody wait again, print a lost slip again. */
export function NumbersDialog({ onCalled, onGive, onClose }: { readonly onCalled: (row: QueueRow) => void; readonly onGive: () => void; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const language = useLanguage();
  const queue = useQueryOp('queue.list', {});
  const move = useCommandOp('queue.move');
  const print = useCommandOp('queue.printAgain');
  const [failure, setFailure] = useState<{ readonly op: 'queue.move' | 'queue.printAgain'; readonly failure: Failure } | null>(null);
  const [printed, setPrinted] = useState<string | null>(null);
  const rows = queue.data?.ok === true ? queue.data.data.rows.filter((row) => row.state !== 'served') : [];
  const [marked, setMarked] = useState<string | null>(null);
  const chosen = rows.find((row) => row.id === marked) ?? rows.find((row) => row.state === 'waiting') ?? rows[0];
  const put = async (to: 'called' | 'gone' | 'waiting'): Promise<void> => {
    if (chosen === undefined || move.sending) return;
    const reply = await move.send({ id: chosen.id, to });
    setPrinted(null);
    setFailure(reply.ok ? null : { op: 'queue.move', failure: reply });
    if (reply.ok && to === 'called') onCalled(chosen);
  };
  const printAgain = async (): Promise<void> => {
    if (chosen === undefined || print.sending) return;
    const reply = await print.send({ id: chosen.id });
    setFailure(reply.ok ? null : { op: 'queue.printAgain', failure: reply });
    setPrinted(!reply.ok ? null : reply.data.copyNo === 0 ? t('numbers.printedFirst', { label: chosen.label }) : t('numbers.printed', { label: chosen.label, number: reply.data.copyNo }));
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
        {failure === null ? null : <RefusalNotice failure={failure.failure} op={failure.op} />}
        {printed === null ? null : <Notice tone="good" title={printed} />}
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={chosen === undefined} onPress={() => void put('called')}>{t('numbers.call')}</ActionButton>
        <div className={styles['row']}>
          <ActionButton layer="dialog" shortcut="Subtract" disabled={chosen === undefined} onPress={() => void put('gone')}>{t('numbers.gone')}</ActionButton>
          <ActionButton layer="dialog" shortcut="Add" disabled={chosen === undefined} onPress={() => void put('waiting')}>{t('numbers.again')}</ActionButton>
          <ActionButton layer="dialog" icon="printer" shortcut="F8" disabled={chosen === undefined} onPress={() => void printAgain()}>{t('numbers.print')}</ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
