import type { ReactElement } from 'react';
import type { PremiumRow, Product } from '../../../electron/contract/product.ts';
import { momentText } from '../../ui/format/format-text.ts';
import { Price } from '../../ui/format/Price.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import styles from './contract.module.css';

/** Premiums that were published and have not begun, so that nobody publishes them a second time. */
export function ComingPremiums({ product, coming }: { readonly product: Product; readonly coming: readonly PremiumRow[] }): ReactElement | null {
  const t = useText('contract');
  const language = useLanguage();
  if (coming.length === 0) return null;
  return (
    <section aria-label={t('premium.coming')}>
      <h3>{t('premium.coming')}</h3>
      <ul className={styles['list']}>
        {coming.map((row) => (
          <li key={`${row.kind} ${String(row.effectiveFrom)} ${row.sheetNumber}`}>
            <span>{t(`kind.${row.kind}`)} <small className={styles['soft']}>{t('premium.from', { moment: momentText(row.effectiveFrom, language) })} · {row.sheetNumber}</small></span>
            <Price priceE4={row.premiumE4} traded={product.tradedUnit} single />
          </li>
        ))}
      </ul>
    </section>
  );
}
