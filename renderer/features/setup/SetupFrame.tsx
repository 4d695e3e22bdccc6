import type { ReactElement, ReactNode } from 'react';
import { LookSwitch } from '../../app/frame/LookSwitch.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './setup.module.css';

export interface SetupFrameProps {
  /** The steps of the wizard and which one stands now; empty before it begins. */
  readonly steps?: readonly string[];
  readonly at?: number;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

function stateOf(index: number, at: number): 'done' | 'now' | 'later' {
  if (index === at) return 'now';
  return index < at ? 'done' : 'later';
}

const noSteps: readonly string[] = [];

/** Indigo on the left with the way ahead, one page of work on the right, its buttons below. */
export function SetupFrame({ steps = noSteps, at = -1, children, foot }: SetupFrameProps): ReactElement {
  const t = useText('app');
  const words = useText('setup');
  return (
    <div className={styles['screen']}>
      <aside className={styles['side']}>
        <p className={styles['product']}>{t('product')}</p>
        {steps.length === 0 ? <p className={styles['sideNote']}>{words('frame.note')}</p> : (
          <ol className={styles['stations']} aria-label={words('frame.steps')}>
            {steps.map((step, index) => (
              <li key={step} data-state={stateOf(index, at)} aria-current={index === at ? 'step' : undefined}>
                <span className={styles['number']}>{index < at ? <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.5 6.5 12 13 4.5" /></svg> : index + 1}</span>
                {step}
              </li>
            ))}
          </ol>
        )}
      </aside>
      <div className={styles['main']}>
        <div className={styles['corner']}><LookSwitch /></div>
        <div className={styles['body']}>{children}</div>
        {foot === undefined ? null : <footer className={styles['foot']}>{foot}</footer>}
      </div>
    </div>
  );
}
