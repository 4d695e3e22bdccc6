import type { ReactElement, ReactNode } from 'react';
import type { Failure, OperationName } from '../../api/operation-types.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './cash.module.css';

export interface FormDialogProps {
  readonly title: string;
  readonly go: string;
  readonly ready: boolean;
  readonly failure: Failure | null;
  readonly op: OperationName;
  readonly onGo: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form about money: fields, the refusal in place, and one main button under Enter. */
export function FormDialog({ title, go, ready, failure, op, onGo, onClose, children }: FormDialogProps): ReactElement {
  return (
    <Dialog title={title} onClose={onClose} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={onGo}>{go}</ActionButton>}>
      <div className={styles['form']}>
        {children}
        {failure === null ? null : <RefusalNotice failure={failure} op={op} />}
      </div>
    </Dialog>
  );
}
