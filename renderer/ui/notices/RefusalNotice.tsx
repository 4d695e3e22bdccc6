import { useEffect, useRef, type ReactElement } from 'react';
import type { Failure, OperationName } from '../../api/operation-types.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useText } from '../language/use-text.ts';
import { Mark } from '../Mark.tsx';
import { failureWords } from './failure-text.ts';
import styles from './notices.module.css';

export interface RefusalNoticeProps {
  readonly failure: Failure;
  /** The operation that answered so; its area's file holds the sentence. */
  readonly op: OperationName | null;
  /** What is safe, in a sentence: "the draft is kept". By default that nothing was booked and nothing lost. */
  readonly saved?: string;
  readonly todo?: string;
  /** The one main button. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** What happened, what was saved, what to do, one main button; the code small in a corner. */
export function RefusalNotice({ failure, op, saved, todo, action }: RefusalNoticeProps): ReactElement {
  const t = useText('app');
  const words = failureWords(failure, op, t);
  const advice = todo ?? words.todo;
  const notice = useRef<HTMLElement>(null);
  // A long dialog may end below the edge: what was refused is brought before the eye.
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [failure]);
  return (
    <section ref={notice} className={styles['notice']} data-tone="danger" role="alert">
      <Mark tone="danger" />
      <div className={styles['words']}>
        <p className={styles['what']}>{words.what}</p>
        <p>{saved ?? words.saved ?? t('notice.nothingLost')}</p>
        {advice === null ? null : <p className={styles['todo']}>{advice}</p>}
      </div>
      {action === undefined ? null : <ActionButton kind="main" onPress={action.onPress}>{action.label}</ActionButton>}
      <small className={styles['code']}>{words.code}</small>
    </section>
  );
}
