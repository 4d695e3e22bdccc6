import type { ReactElement } from 'react';
import type { Product } from '../../../electron/contract/product.ts';
import type { PriceE4 } from '../../../electron/domain/price.ts';
import { useText } from '../../ui/language/use-text.ts';
import { saidPrice } from './price-sheet.ts';
import styles from './product.module.css';

/** How far a price goes up or down, in the traded unit. */
export function PriceChange({ from, to, unit }: { readonly from: PriceE4 | null; readonly to: PriceE4 | null; readonly unit: Product['tradedUnit'] }): ReactElement | null {
  const t = useText('product');
  if (to === null) return null;
  if (from === null) return <span className={styles['change']}>{t('prices.first')}</span>;
  if (from === to) return <span className={styles['soft']}>{t('prices.same')}</span>;
  const way = to > from ? 'up' : 'down';
  return <span className={styles['change']} data-way={way}>{t(`prices.${way}`, { by: saidPrice(Math.abs(to - from), unit) })}</span>;
}
