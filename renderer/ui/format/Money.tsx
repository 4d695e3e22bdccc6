import type { ReactElement } from 'react';
import type { Fen } from '../../../electron/domain/money.ts';
import { moneyText } from './format-text.ts';
import styles from './format.module.css';

/** An amount in fen, shown as `¥245.00`. Never broken over two lines. */
export function Money({ fen, strong = false }: { readonly fen: Fen; readonly strong?: boolean }): ReactElement {
  return <span className={strong ? styles['numberStrong'] : styles['number']}>{moneyText(fen)}</span>;
}
