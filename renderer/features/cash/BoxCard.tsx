import type { ReactElement } from 'react';
import { useText } from '../../ui/language/use-text.ts';
import { Money } from '../../ui/format/Money.tsx';
import type { CashBox } from '../settlement/pay/CashBoxChoice.tsx';
import styles from './cash.module.css';

/** A cash box: what lies in it, and how much of today's limit is used. */
export function BoxCard({ box, chosen, onChoose }: { readonly box: CashBox; readonly chosen: boolean; readonly onChoose: () => void }): ReactElement {
  const t = useText('cash');
  const over = box.spentTodayFen >= box.dayLimitFen;
  return (
    <button type="button" className={styles['box']} aria-pressed={chosen} onClick={onChoose}>
      <span>{box.name}</span>
      <strong><Money fen={box.balanceFen} /></strong>
      <span className={styles['limit']}>{t('box.spent', { spent: box.spentTodayFen, limit: box.dayLimitFen })}</span>
      <meter className={styles['meter']} aria-label={t('box.meter')} min={0} max={Math.max(box.dayLimitFen, 1)} value={Math.min(box.spentTodayFen, box.dayLimitFen)} data-over={over || undefined} />
      {over ? <span>{t('box.over')}</span> : null}
    </button>
  );
}
