import type { ReactElement } from 'react';
import { pricePerJinText, priceText, type PriceE4 } from '../../../electron/domain/price.ts';
import { useText } from '../language/use-text.ts';
import styles from './format.module.css';
import type { TradedUnit } from './Weight.tsx';

/** A price per kilogram and per 斤, the traded unit first and larger. */
export function Price({ priceE4, traded = 'kg', single = false }: { readonly priceE4: PriceE4; readonly traded?: TradedUnit; readonly single?: boolean }): ReactElement {
  const t = useText('app');
  const perKilogram = t('unit.perKilogram', { value: priceText(priceE4) });
  const perJin = t('unit.perJin', { value: pricePerJinText(priceE4) });
  const [first, second] = traded === 'kg' ? [perKilogram, perJin] : [perJin, perKilogram];
  return (
    <span className={styles['pair']}>
      <span className={styles['number']}>{first}</span>
      {single ? null : <span className={styles['second']}>{second}</span>}
    </span>
  );
}
