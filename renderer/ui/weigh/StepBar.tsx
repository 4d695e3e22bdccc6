import type { ReactElement, ReactNode } from 'react';
import styles from './StepBar.module.css';

export interface Step {
  readonly key: string;
  readonly label: string;
  /** What was decided in this step: 张三, 茶青, 22.55 公斤. */
  readonly answer?: ReactNode;
}

export interface StepBarProps {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly current: number;
  readonly onGo?: (index: number) => void;
}

/** Where one stands in a task of at most five steps; a finished step shows its answer and leads back to it. */
export function StepBar({ label, steps, current, onGo }: StepBarProps): ReactElement {
  return (
    <ol className={styles['bar']} aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'now' : 'later';
        const content = (
          <>
            <span className={styles['number']} aria-hidden="true">
              {state === 'done' ? <svg viewBox="0 0 16 16"><path d="M3 8.5 6.5 12 13 4.5" /></svg> : index + 1}
            </span>
            <span className={styles['words']}>
              <span className={styles['label']}>{step.label}</span>
              {step.answer === undefined ? null : <span className={styles['answer']} title={typeof step.answer === 'string' ? step.answer : undefined}>{step.answer}</span>}
            </span>
          </>
        );
        return (
          <li key={step.key} className={styles['step']} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' && onGo !== undefined
              ? <button type="button" className={styles['body']} tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => onGo(index)}>{content}</button>
              : <span className={styles['body']}>{content}</span>}
          </li>
        );
      })}
    </ol>
  );
}
