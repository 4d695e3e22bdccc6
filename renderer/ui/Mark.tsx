import type { ReactElement } from 'react';
import styles from './Mark.module.css';

/** The five states the house knows; each has a colour and a shape, and its word stands beside it. */
export type Tone = 'good' | 'wait' | 'danger' | 'info' | 'off';

const shapes: Readonly<Record<Tone, ReactElement>> = {
  good: <><circle cx="8" cy="8" r="7" fill="currentColor" /><path d="M4.6 8.3 7 10.6l4.4-5" stroke="var(--raised)" strokeWidth="1.8" fill="none" /></>,
  wait: <><path d="M8 1.2 15.4 14.4H.6Z" fill="currentColor" /><path d="M8 5.8v4.2M8 11.6v1.4" stroke="var(--raised)" strokeWidth="1.8" /></>,
  danger: <><path d="M5 .9h6L15.1 5v6L11 15.1H5L.9 11V5Z" fill="currentColor" /><path d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2" stroke="var(--raised)" strokeWidth="1.8" /></>,
  info: <><rect x="1" y="1" width="14" height="14" rx="2" fill="currentColor" /><path d="M8 7v5M8 3.8v1.7" stroke="var(--raised)" strokeWidth="1.8" /></>,
  off: <><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" /><path d="M4.8 8h6.4" stroke="currentColor" strokeWidth="1.6" /></>,
};

/** The shape of a state; decorative, because the word beside it says the same. */
export function Mark({ tone }: { readonly tone: Tone }): ReactElement {
  return <svg className={styles[tone]} viewBox="0 0 16 16" aria-hidden="true">{shapes[tone]}</svg>;
}
