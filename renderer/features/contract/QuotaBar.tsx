import type { ReactElement } from 'react';
import type { ContractRow } from '../../../electron/contract/contract.ts';
import { leftOfQuota } from '../../../electron/domain/farm-contract.ts';
import { useText } from '../../ui/language/use-text.ts';
import { weightText } from '../ticket/desk/desk-words.ts';
import styles from './contract.module.css';

/** How far a quota is filled: the bar, and both weights in words. */
export function QuotaBar({ contract }: { readonly contract: Pick<ContractRow, 'deliveredGrams' | 'quotaGrams' | 'tradedUnit'> }): ReactElement {
  const t = useText('contract');
  const app = useText('app');
  const { deliveredGrams, quotaGrams, tradedUnit } = contract;
  const left = leftOfQuota(quotaGrams, deliveredGrams);
  const [delivered, quota] = [weightText(deliveredGrams, tradedUnit, app), weightText(quotaGrams, tradedUnit, app)];
  return (
    <div className={styles['quota']}>
      <div className={styles['quotaWords']}><span>{delivered} / {quota}</span><small>{t('bar.left', { left: weightText(left, tradedUnit, app) })}</small></div>
      <div className={styles['bar']} data-full={left === 0 || undefined} role="progressbar" aria-label={t('bar.label', { delivered, quota })} aria-valuemin={0} aria-valuemax={quotaGrams} aria-valuenow={Math.min(deliveredGrams, quotaGrams)}>
        <span style={{ width: `${String(Math.min(100, Math.floor((deliveredGrams / quotaGrams) * 100)))}%` }} />
      </div>
    </div>
  );
}
