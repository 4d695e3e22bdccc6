import { useState, type ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import styles from './detail.module.css';

const reasons = ['weight', 'member', 'product', 'grade', 'twice', 'other'] as const;
type Reason = (typeof reasons)[number];

export interface ReverseDialogProps {
  readonly ticket: TicketDetail;
  /** 作废 for the desk, 冲销 for those who keep the books. */
  readonly title: string;
  readonly onClose: () => void;
  readonly onReversed: (reversal: OutputOf<'ticket.reverse'>) => void;
}

/** Takes a ticket back: a reason from a list, then a second person's PIN in place. */
export function ReverseDialog({ ticket, title, onClose, onReversed }: ReverseDialogProps): ReactElement {
  const t = useText('ticket');
  const ask = useApproval();
  const { send, sending } = useCommandOp('ticket.reverse');
  const [reason, setReason] = useState<Reason | null>(null);
  const [own, setOwn] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const words = reason === null ? '' : reason === 'other' ? own.trim() : t(`detail.reason.${reason}`);
  const go = async (): Promise<void> => {
    if (words === '') return;
    setFailure(null);
    const reply = await ask({
      title: `${title} ${ticket.number}`, permission: 'approve.reversal',
      facts: [t('detail.reverse.fact', { name: ticket.memberName, amount: moneyText(ticket.totalFen) }), t('detail.reverse.because', { reason: words }), t('detail.reverse.stays')],
      run: (approval) => send({ id: ticket.id, reason: words }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onReversed(reply.data);
    else setFailure(reply);
  };
  return (
    <Dialog
      title={`${title} ${ticket.number}`} onClose={onClose}
      actions={<ActionButton kind="danger" layer="dialog" shortcut="Enter" disabled={words === '' || sending} onPress={() => void go()}>{t('detail.reverse.go')}</ActionButton>}
    >
      <div className={styles['reverse']}>
        <p>{t('detail.reverse.why')}</p>
        <ChoiceList label={t('detail.reverse.why')} layer="dialog" chosen={reason} onChoose={setReason} choices={reasons.map((value) => ({ value, label: t(`detail.reason.${value}`) }))} />
        {reason === 'other' ? <TextField label={t('detail.reverse.own')} value={own} onChange={setOwn} maxLength={200} autoFocus /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="ticket.reverse" saved={t('detail.reverse.untouched')} />}
      </div>
    </Dialog>
  );
}
