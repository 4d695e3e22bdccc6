import { useState, type ReactElement, type ReactNode } from 'react';
import type { LabelOrder } from '../../../electron/contract/printing.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { LabelPreview } from './LabelPreview.tsx';
import styles from './labels.module.css';

export interface LabelDialogProps {
  readonly title: string;
  readonly go: string;
  /** Null while something is missing. */
  readonly order: LabelOrder | null;
  /** What is filled in, or what the label is for. */
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Labels before they are printed: what is asked for on one side, the label itself on the other. */
export function LabelDialog({ title, go, order, children, onClose, onDone }: LabelDialogProps): ReactElement {
  const t = useText('labels');
  const { send, sending } = useCommandOp('print.label');
  const [failure, setFailure] = useState<Failure | null>(null);
  const print = async (): Promise<void> => {
    if (order === null || sending) return;
    const reply = await send({ order });
    if (!reply.ok) {
      setFailure(reply);
      return;
    }
    const { code, copyNo, labels } = reply.data;
    onDone(copyNo === 0 ? t('done.sent', { code, count: labels }) : t('done.copy', { code, copy: copyNo, count: labels }));
  };
  return (
    <Dialog wide title={title} onClose={onClose} actions={<ActionButton kind="main" icon="printer" layer="dialog" shortcut="Enter" disabled={order === null || sending} onPress={() => void print()}>{go}</ActionButton>}>
      <div className={styles['two']}>
        <div className={styles['form']}>{children}{failure === null ? null : <RefusalNotice failure={failure} op="print.label" />}</div>
        {order === null ? null : <LabelPreview order={order} />}
      </div>
    </Dialog>
  );
}
