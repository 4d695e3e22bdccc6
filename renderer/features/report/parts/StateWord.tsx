import type { ReactElement } from 'react';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import styles from './parts.module.css';

/** A state as shape, colour and word in one line, for tables and titles. */
export function StateWord({ tone, children }: { readonly tone: Tone; readonly children: string }): ReactElement {
  return <span className={styles['state']} data-tone={tone}><Mark tone={tone} /> {children}</span>;
}
