import type { ReactElement } from 'react';
import { iconPaths, type IconName } from './icon-paths.ts';
import styles from './Icon.module.css';

/** One of the station's own line drawings; decorative, its word stands beside it. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return <svg className={styles['icon']} viewBox="0 0 24 24" aria-hidden="true"><path d={iconPaths[name]} /></svg>;
}
