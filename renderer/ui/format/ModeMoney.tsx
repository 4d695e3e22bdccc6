import type { ReactElement } from 'react';
import type { ModeSums } from '../../../electron/domain/mode-sums.ts';
import { useText } from '../language/use-text.ts';
import { moneyText } from './format-text.ts';
import { Money } from './Money.tsx';
import styles from './format.module.css';

/** Words for a sum: one amount where all goods were bought, else what was bought and what is on consignment, side by side. */
export function useModeText(): (sums: ModeSums) => string {
  const t = useText('app');
  return ({ outrightFen, consignedFen }) => (consignedFen === 0 ? moneyText(outrightFen) : t('mode.both', { outright: moneyText(outrightFen), consigned: moneyText(consignedFen) }));
}

/** A sum of money, on two lines where some of the goods are on consignment: the two are never added together. */
export function ModeMoney({ sums: { outrightFen, consignedFen } }: { readonly sums: ModeSums }): ReactElement {
  const t = useText('app');
  if (consignedFen === 0) return <Money fen={outrightFen} />;
  return (
    <span className={styles['modes']}>
      <span><small>{t('mode.outright')}</small> <Money fen={outrightFen} /></span>
      <span><small>{t('mode.consignment')}</small> <Money fen={consignedFen} /></span>
    </span>
  );
}
