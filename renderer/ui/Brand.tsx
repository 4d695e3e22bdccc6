import type { ReactElement } from 'react';

/** The sign of the house: a scale's beam under a roof, drawn like wax on cloth. */
export function Brand(): ReactElement {
  return (
    <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d="M5 19 24 6l19 13M24 14v24M16 40h16M11 21h26" />
      <path d="M11 21 6 31h10ZM37 21l-5 10h10Z" strokeWidth="2.2" />
      <circle cx="24" cy="14" r="1.6" fill="currentColor" />
    </svg>
  );
}
