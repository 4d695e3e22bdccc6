import { useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Keycap } from '../../ui/actions/Keycap.tsx';
import { Icon } from '../../ui/icons/Icon.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { SetupFrame } from './SetupFrame.tsx';
import styles from './setup.module.css';

/** Set up the own cooperative, or practise first. */
export function FirstDoors({ onOwn, onBack }: { readonly onOwn: () => void; readonly onBack: () => void }): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  const open = useCommandOp('setup.openTraining');
  const [answer, setAnswer] = useState<'opened' | 'not_opened' | Failure | null>(null);
  const practise = async (): Promise<void> => {
    const reply = await open.send({});
    if (reply.ok) setAnswer(reply.data.opened ? 'opened' : 'not_opened');
    else setAnswer(reply);
  };
  useKeyboardScope({ Digit1: onOwn, Digit2: () => void practise(), Escape: onBack });
  return (
    <SetupFrame foot={<ActionButton icon="back" keyLabel="Esc" onPress={onBack}>{app('action.back')}</ActionButton>}>
      <div className={styles['column']}>
        <h1>{t('doors.title')}</h1>
        <div className={styles['doors']}>
          <button type="button" className={styles['door']} autoFocus onClick={onOwn}>
            <Icon name="home" />
            <strong><Keycap label="1" /> {t('doors.own')}</strong>
            <span>{t('doors.ownText')}</span>
          </button>
          <button type="button" className={styles['door']} onClick={() => void practise()}>
            <Icon name="training" />
            <strong><Keycap label="2" /> {t('doors.training')}</strong>
            <span>{t('doors.trainingText')}</span>
          </button>
        </div>
        {answer === 'opened' ? <Notice tone="good" title={t('doors.opened')} /> : null}
        {answer === 'not_opened' ? <Notice tone="wait" title={t('doors.notOpened')}><p>{t('doors.notOpenedTodo')}</p></Notice> : null}
        {answer === null || typeof answer === 'string' ? null : <RefusalNotice failure={answer} op="setup.openTraining" />}
      </div>
    </SetupFrame>
  );
}
