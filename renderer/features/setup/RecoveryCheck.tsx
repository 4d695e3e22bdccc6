import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { askedGroups, groupMatches } from './recovery-groups.ts';
import styles from './setup.module.css';

export interface RecoveryCheckProps {
  readonly code: string;
  readonly frame: (children: ReactElement, foot: ReactElement) => ReactElement;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Two groups typed from the paper prove that there is one. */
export function RecoveryCheck({ code, frame, onBack, onDone }: RecoveryCheckProps): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  const [asked] = useState(() => askedGroups(code));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [strict, setStrict] = useState(false);
  const wrong = (group: number): boolean => !groupMatches(code, group, typed[group] ?? '');
  const finish = (): void => {
    if (asked.some(wrong)) setStrict(true);
    else onDone();
  };
  return frame(
    <div className={styles['column']}>
      <h1>{t('recovery.checkTitle')}</h1>
      <p className={styles['lead']}>{t('recovery.checkText')}</p>
      <FormGrid>
        {asked.map((group, index) => (
          <TextField
            key={group} label={t('recovery.checkGroup', { group })} autoFocus={index === 0} maxLength={8} value={typed[group] ?? ''}
            refusal={strict && wrong(group) ? t('recovery.checkWrong', { group }) : null} onChange={(text) => setTyped({ ...typed, [group]: text })}
          />
        ))}
      </FormGrid>
    </div>,
    <>
      <ActionButton icon="back" shortcut="Escape" onPress={onBack}>{t('recovery.lookAgain')}</ActionButton>
      <span className={styles['spring']} />
      <ActionButton kind="main" icon="next" shortcut="Enter" onPress={finish}>{app('action.next')}</ActionButton>
    </>,
  );
}
