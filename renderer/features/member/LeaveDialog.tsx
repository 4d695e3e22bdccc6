import { useState, type ReactElement } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useModeText } from '../../ui/format/ModeMoney.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './member.module.css';

const mayConfirm = (failure: Failure): boolean => 'refusal' in failure && failure.refusal.code === 'leaves_with_open_items';

/** A member leaves with a reason. Nothing of theirs is deleted; what is open stays open. */
export function LeaveDialog({ member, onClose }: { readonly member: MemberDetail; readonly onClose: () => void }): ReactElement {
  const t = useText('member');
  const app = useText('app');
  const leave = useCommandOp('member.leave');
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (confirmed: boolean): Promise<void> => {
    setStrict(true);
    if (reason.trim() === '' || leave.sending) return;
    const reply = await leave.send({ id: member.id, reason, confirmed });
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  const modeText = useModeText();
  const open = member.unsettledFen > 0 || member.consignedFen > 0 || member.owedFen > 0;
  return (
    <Dialog
      title={t('leave.title', { name: member.name })} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="danger" layer="dialog" disabled={leave.sending} onPress={() => void send(false)}>{t('leave.confirm')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <p>{t('leave.text')}</p>
        {open ? <Notice tone="wait" title={t('leave.open', { unsettled: modeText({ outrightFen: member.unsettledFen, consignedFen: member.consignedFen }), owedFen: member.owedFen })} /> : null}
        <TextField label={t('leave.reason')} hint={t('leave.reasonHint')} value={reason} maxLength={200} refusal={strict && reason.trim() === '' ? t('missing.reason') : null} onChange={setReason} />
        {failure === null ? null : <RefusalNotice failure={failure} op="member.leave" {...(mayConfirm(failure) ? { action: { label: t('leave.anyway'), onPress: () => void send(true) } } : {})} />}
      </div>
    </Dialog>
  );
}
