import type { ReactElement } from 'react';
import type { Failure, OperationName } from '../../../api/operation-types.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import styles from './slips.module.css';

export interface KeepLookProps {
  readonly op: OperationName;
  /** What core answered to the last save; undefined before one. */
  readonly reply: { readonly ok: true } | Failure | undefined;
  readonly saved: string;
  readonly mayWrite: boolean;
  readonly changed: boolean;
  readonly sending: boolean;
  readonly onKeep: () => void;
  readonly onUndo: () => void;
}

/** Saving a look or giving the changes up, with what came of it. */
export function KeepLook({ op, reply, saved, mayWrite, changed, sending, onKeep, onUndo }: KeepLookProps): ReactElement {
  const t = useText('slip');
  return (
    <>
      {reply === undefined ? null : reply.ok ? <Notice tone="good" title={saved} /> : <RefusalNotice failure={reply} op={op} />}
      {mayWrite ? <div className={styles['moves']}>
        <ActionButton kind="main" shortcut="F9" disabled={!changed || sending} onPress={onKeep}>{t('save')}</ActionButton>
        <ActionButton kind="quiet" disabled={!changed} onPress={onUndo}>{t('undo')}</ActionButton>
      </div> : null}
    </>
  );
}
