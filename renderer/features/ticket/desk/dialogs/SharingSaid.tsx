import type { ReactElement } from 'react';
import { decimalText } from '../../../../../electron/domain/decimal.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';

/** Whether the cart is divided exactly, or how much nobody has yet. */
export function SharingSaid({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('ticket');
  const app = useText('app');
  const { state, preview: { sharing } } = desk;
  if (state.owners.length < 2) return null;
  const percent = (bp: number): string => decimalText(BigInt(bp), 2);
  const words = (): string => {
    const { left } = sharing;
    switch (sharing.problem) {
      case null: return t('desk.owners.whole');
      case 'share_missing': return t('desk.owners.missing');
      case 'percent_not_whole': return left > 0 ? t('desk.owners.leftPercent', { left: percent(left) }) : t('desk.owners.overPercent', { over: percent(-left) });
      case 'weights_not_net':
        if (state.baskets.length === 0) return t('desk.owners.later');
        return left > 0 ? t('desk.owners.leftWeight', { left: weightText(left, 'kg', app) }) : t('desk.owners.overWeight', { over: weightText(-left, 'kg', app) });
    }
  };
  const tone = sharing.problem === null ? 'good' : 'wait';
  return (
    <p className={styles['said']} data-tone={tone} role="status">
      <Mark tone={tone} />{words()}{sharing.problem === null || state.sharing.way === 'parts' ? null : <span> · {t('desk.owners.noted')}</span>}
    </p>
  );
}
