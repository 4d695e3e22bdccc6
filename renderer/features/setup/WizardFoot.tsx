import type { ReactElement } from 'react';
import { ActionButton, keyLabelOf } from '../../ui/actions/ActionButton.tsx';
import { useKeyboardScope } from '../../ui/keyboard/use-keyboard-scope.ts';
import { useText } from '../../ui/language/use-text.ts';
import { toNextField } from './next-field.ts';
import styles from './setup.module.css';

export interface WizardFootProps {
  readonly busy: boolean;
  readonly nextWord: string;
  readonly onBack: () => void;
  readonly onNext: () => void;
  /** Leaves the remaining price pages for later. */
  readonly onSkip?: () => void;
}

/** Back and on. Enter goes through the fields of a page first, so that a row of prices is typed without the mouse. */
export function WizardFoot({ busy, nextWord, onBack, onNext, onSkip }: WizardFootProps): ReactElement {
  const t = useText('setup');
  const app = useText('app');
  useKeyboardScope({ Enter: () => { if (!busy && !toNextField()) onNext(); } });
  return (
    <>
      <ActionButton icon="back" shortcut="Escape" onPress={onBack}>{app('action.back')}</ActionButton>
      <span className={styles['spring']} />
      {onSkip === undefined ? null : <ActionButton kind="quiet" onPress={onSkip}>{t('prices.skip')}</ActionButton>}
      <ActionButton kind="main" icon="next" keyLabel={keyLabelOf('Enter')} disabled={busy} onPress={onNext}>{nextWord}</ActionButton>
    </>
  );
}
