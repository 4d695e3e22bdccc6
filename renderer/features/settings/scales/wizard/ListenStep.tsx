import type { ReactElement } from 'react';
import type { Detection } from '../../../../../electron/contract/scale-detection.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Actions } from '../../../../ui/layout/Card.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { ProgressTask } from '../../../../ui/notices/ProgressTask.tsx';
import { lineText } from '../scale-draft.ts';
import styles from './wizard.module.css';

export interface ListenStepProps {
  readonly detection: Detection | null;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
  readonly onByHand: () => void;
  /** Offered where text came that no protocol knows; null where no expression can be written. */
  readonly onExpression: (() => void) | null;
}

/** What came and no protocol knew, for whoever looks into it. */
function Sample({ detection }: { readonly detection: Detection }): ReactElement | null {
  const w = useText('scale-wizard');
  if (detection.sampleHex === '') return null;
  return (
    <div>
      <p className={styles['detail']}>{w('listen.sample')}</p>
      <p className={styles['sample']}>{detection.sampleText}<br />{detection.sampleHex}</p>
    </div>
  );
}

/** Listening at one setting after the other, or why nothing was found and what to do about it. */
export function ListenStep({ detection, onCancel, onAgain, onByHand, onExpression }: ListenStepProps): ReactElement {
  const w = useText('scale-wizard');
  if (detection?.phase === 'failed' || detection?.phase === 'stopped') {
    const why = detection.phase === 'stopped' ? 'stopped' : detection.failure ?? 'silent';
    return (
      <>
        <Notice tone={why === 'stopped' ? 'info' : 'danger'} title={w(`failed.${why}.what`)}><p>{w(`failed.${why}.todo`)}</p></Notice>
        <Sample detection={detection} />
        <Actions>
          <ActionButton kind="main" shortcut="Enter" onPress={onAgain}>{w('listen.again')}</ActionButton>
          {why === 'unknown_format' && onExpression !== null ? <ActionButton onPress={onExpression}>{w('listen.expression')}</ActionButton> : null}
          <ActionButton onPress={onByHand}>{w('listen.byHand')}</ActionButton>
        </Actions>
      </>
    );
  }
  const line = detection?.line === null || detection === null ? null : lineText(detection.line);
  const title = detection?.phase === 'asking' ? w('listen.asking', { line: line ?? w('listen.noLine') }) : w('listen.listening', { line: line ?? w('listen.noLine') });
  return (
    <>
      <ProgressTask title={title} done={detection?.step ?? 0} total={detection?.steps ?? 1} secondsLeft={detection?.secondsLeft ?? null} onCancel={onCancel} />
      <p className={styles['detail']} role="status">{w(`heard.${detection?.heard ?? 'nothing'}`)}</p>
      <p className={styles['detail']}>{w('listen.harmless')}</p>
    </>
  );
}
