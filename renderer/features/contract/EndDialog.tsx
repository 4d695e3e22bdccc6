import { useState, type ReactElement } from 'react';
import type { ContractRow } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './contract.module.css';

/** Ends a contract before its time, with a reason; what was delivered keeps its price. */
export function EndDialog({ contract, onClose, onDone }: { readonly contract: ContractRow; readonly onClose: () => void; readonly onDone: (words: string) => void }): ReactElement {
  const t = useText('contract');
  const app = useText('app');
  const { send, sending } = useCommandOp('contract.end');
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const missing = reason.trim() === '';
  const go = async (): Promise<void> => {
    setStrict(true);
    if (missing || sending) return;
    const reply = await send({ id: contract.id, reason });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(t('done.ended', { number: contract.number }));
  };
  return (
    <Dialog
      title={t('end.title', { number: contract.number })} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="danger" layer="dialog" disabled={sending} onPress={() => void go()}>{t('end.go')}</ActionButton></>}
    >
      <div className={styles['form']}>
        <p>{t('end.text')}</p>
        <TextField label={t('end.reason')} value={reason} maxLength={200} autoFocus refusal={strict && missing ? t('end.missing') : null} onChange={setReason} />
        {failure === null ? null : <RefusalNotice failure={failure} op="contract.end" />}
      </div>
    </Dialog>
  );
}
