import type { ReactElement } from 'react';
import styles from './PersonFace.module.css';

const grounds = ['tea', 'indigo', 'amber', 'plum'] as const;

function groundOf(name: string): (typeof grounds)[number] {
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0) ?? 0;
  return grounds[sum % grounds.length] ?? 'tea';
}

/** The first character of a name on a ground that stays with the name; decorative, the name stands beside it. */
export function PersonFace({ name, large = false }: { readonly name: string; readonly large?: boolean }): ReactElement {
  const [first = ''] = name;
  return <span className={styles['face']} data-ground={groundOf(name)} data-large={large || undefined} aria-hidden="true">{first.toUpperCase()}</span>;
}
