import type { ReactElement } from 'react';
import type { Product } from '../../../../../electron/contract/product.ts';
import { timeText } from '../../../../ui/format/format-text.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { tradedPriceText } from '../desk-words.ts';
import { nextPriceOf } from '../model/desk-goods.ts';

/** The price of the chosen goods that comes later today, so that nobody is surprised by it; nothing where none does. */
export function NextPrice({ desk, product }: { readonly desk: DeskView; readonly product: Product }): ReactElement | null {
  const t = useText('contract');
  const app = useText('app');
  const next = nextPriceOf(desk.goods, product.id, desk.preview.grade);
  if (next === null) return null;
  return <span className={styles['nextPrice']} data-role="next-price">{t('next.price', { time: timeText(next.effectiveFrom), price: tradedPriceText(next.priceE4, product.tradedUnit, app) })}</span>;
}
