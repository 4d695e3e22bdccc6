import type { ReactElement } from 'react';
import { timeText } from '../../../../ui/format/format-text.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';
import { pendingBasket } from '../model/yard-reducer.ts';

/** What still has to be weighed of a vehicle that came back; nothing for other tickets. */
export function YardLine({ desk }: { readonly desk: DeskView }): ReactElement | null {
  const t = useText('yard');
  const app = useText('app');
  const { state } = desk;
  const waiting = state.baskets[pendingBasket(state)];
  if (state.yard === null || waiting === undefined) return null;
  return (
    <p className={styles['said']} data-tone="wait" role="status" data-role="second-pass">
      <Mark tone="wait" />{t('second', { plate: state.yard.plate, weight: weightText(waiting.gross.grams, 'kg', app), time: timeText(state.yard.since) })}
    </p>
  );
}
