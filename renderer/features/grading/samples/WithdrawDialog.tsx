import { useState, type ReactElement } from 'react';
import type { Sample } from '../../../../electron/contract/grading.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import styles from '../grading.module.css';

const reasons = ['taken', 'spoilt', 'mixed', 'posted', 'other'] as const;

/** Sets the goods of a sample free: a reason from a list, then a second person's PIN in place. */
export function WithdrawDialog({ sample, onClose }: { readonly sample: Sample; readonly onClose: () => void }): ReactElement {
  const t = useText('grading');
  const ask = useApproval();
  const { send, sending } = useCommandOp('grading.withdrawSample');
  const [reason, setReason] = useState<(typeof reasons)[number] | null>(null);
  const [own, setOwn] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const words = reason === null ? '' : reason === 'other' ? own.trim() : t(`sample.withdrawReason.${reason}`);
  const go = async (): Promise<void> => {
    if (words === '') return;
    setFailure(null);
    const reply = await ask({
      title: t('sample.withdrawTitle', { code: sample.code }), permission: 'approve.reversal', facts: [t('sample.withdrawFact'), words],
      run: (approval) => send({ code: sample.code, expectedVersion: sample.version, reason: words }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t('sample.withdrawTitle', { code: sample.code })} onClose={onClose}
      actions={<ActionButton kind="danger" layer="dialog" shortcut="Enter" disabled={words === '' || sending} onPress={() => void go()}>{t('sample.withdraw')}</ActionButton>}
    >
      <div className={styles['stack']}>
        <p>{t('sample.withdrawFact')}</p>
        <ChoiceList label={t('sample.withdrawWhy')} layer="dialog" chosen={reason} onChoose={setReason} choices={reasons.map((value) => ({ value, label: t(`sample.withdrawReason.${value}`) }))} />
        {reason === 'other' ? <TextField label={t('sample.withdrawWhy')} value={own} onChange={setOwn} maxLength={200} autoFocus /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="grading.withdrawSample" />}
      </div>
    </Dialog>
  );
}
