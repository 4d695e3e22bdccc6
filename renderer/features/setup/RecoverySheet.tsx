import { useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { base64OfText } from './base64-text.ts';
import { numberedGroups } from './recovery-groups.ts';
import styles from './setup.module.css';

export interface RecoverySheetProps {
  readonly code: string;
  readonly cooperative: string;
  readonly frame: (children: ReactElement, foot: ReactElement) => ReactElement;
  readonly onKept: () => void;
}

/** The recovery code in its eight groups, to be printed, saved or written down. */
export function RecoverySheet({ code, cooperative, frame, onKept }: RecoverySheetProps): ReactElement {
  const t = useText('setup');
  const save = useCommandOp('file.save');
  const [saved, setSaved] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const keep = async (): Promise<void> => {
    setFailure(null);
    const reply = await save.send({ name: `${t('recovery.fileName')}.txt`, kind: 'txt', base64: base64OfText(`${cooperative}\r\n${t('recovery.paperTitle')}\r\n\r\n${code}\r\n\r\n${t('recovery.paperText')}\r\n`) });
    if (!reply.ok) setFailure(reply);
    else if (reply.data.savedTo !== null) setSaved(reply.data.savedTo);
  };
  return frame(
    <div className={styles['column']}>
      <h1>{t('recovery.title')}</h1>
      <p className={styles['lead']}>{t('recovery.text')}</p>
      <div className={styles['sheet']}>
        <p className={styles['printedOnly']}><strong>{cooperative}</strong> {t('recovery.paperTitle')}</p>
        <ol className={styles['codes']} aria-label={t('recovery.paperTitle')}>
          {numberedGroups(code).map(({ place, letters }) => <li key={place} className={styles['code']}><b>{letters}</b><small>{t('recovery.group', { group: place })}</small></li>)}
        </ol>
        <p className={styles['printedOnly']}>{t('recovery.paperText')}</p>
      </div>
      <Actions>
        <ActionButton icon="printer" onPress={() => window.print()}>{t('recovery.print')}</ActionButton>
        <ActionButton icon="export" onPress={() => void keep()}>{t('recovery.save')}</ActionButton>
      </Actions>
      {saved === null ? null : <Notice tone="good" title={t('recovery.saved', { path: saved })} />}
      {failure === null ? null : <RefusalNotice failure={failure} op="file.save" saved={t('recovery.stillShown')} />}
    </div>,
    <><span className={styles['spring']} /><ActionButton kind="main" icon="next" shortcut="Enter" onPress={onKept}>{t('recovery.kept')}</ActionButton></>,
  );
}
