import { useState, type ReactElement } from 'react';
import type { ScaleBookState } from '../../../electron/contract/scale-book.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './scale-book.module.css';

export type ServiceStep = 'withdraw' | 'restore' | 'permit';

const reasons = {
  withdraw: ['wrongWeight', 'damaged', 'sentAway'], restore: ['repaired', 'verified', 'mistake'], permit: ['appointment', 'weightMissing', 'sellersWait'],
} as const satisfies Record<ServiceStep, readonly string[]>;

export interface ReasonDialogProps {
  readonly step: ServiceStep;
  readonly scale: ScaleBookState;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Stops a scale, brings it back, or asks a second person to let it be used today; each with its reason from a numbered list. */
export function ReasonDialog({ step, scale, onClose, onDone }: ReasonDialogProps): ReactElement {
  const t = useText('scale_book');
  const ask = useApproval();
  const withdraw = useCommandOp('scale_book.withdraw');
  const restore = useCommandOp('scale_book.restore');
  const permit = useCommandOp('scale_book.permit');
  const [reason, setReason] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const choices = reasons[step].map((each) => t(`service.reason.${each}`));
  const send = async (): Promise<void> => {
    if (reason === null) return;
    const input = { scaleId: scale.scaleId, reason };
    const reply = step === 'withdraw' ? await withdraw.send(input) : step === 'restore' ? await restore.send(input)
      : await ask({ title: t('service.permit.title'), permission: 'approve.scale', facts: [t('service.permit.fact', { scale: scale.scaleName }), reason], run: (approval) => permit.send(input, approval) });
    if (reply === null) return;
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(t(`service.${step}.done`, { scale: scale.scaleName }));
  };
  return (
    <Dialog
      title={`${t(`service.${step}.title`)} · ${scale.scaleName}`} onClose={onClose}
      actions={<ActionButton kind={step === 'withdraw' ? 'danger' : 'main'} layer="dialog" shortcut="Enter" disabled={reason === null} onPress={() => void send()}>{t(`service.${step}.go`)}</ActionButton>}
    >
      <div className={styles['form']}>
        <p>{t(`service.${step}.say`)}</p>
        <ChoiceList label={t('service.why')} layer="dialog" chosen={reason} onChoose={setReason} choices={choices.map((value) => ({ value, label: value }))} />
        {failure === null ? null : <RefusalNotice failure={failure} op={`scale_book.${step}`} />}
      </div>
    </Dialog>
  );
}
