import type { ReactElement } from 'react';
import { jinText, kilogramText, type Grams } from '../../../electron/domain/mass.ts';
import { useText } from '../language/use-text.ts';
import { grouped } from './format-text.ts';
import styles from './format.module.css';

export type TradedUnit = 'kg' | 'jin';

export interface WeightProps {
  readonly grams: Grams;
  /** The unit the village trades this product in stands first and larger. */
  readonly traded?: TradedUnit;
  /** Only the traded unit, for narrow table columns. */
  readonly single?: boolean;
}

/** A weight in kilograms and 斤 side by side. */
export function Weight({ grams, traded = 'kg', single = false }: WeightProps): ReactElement {
  const t = useText('app');
  const kilograms = t('unit.kilograms', { value: grouped(kilogramText(grams)) });
  const jin = t('unit.jin', { value: grouped(jinText(grams)) });
  const [first, second] = traded === 'kg' ? [kilograms, jin] : [jin, kilograms];
  return (
    <span className={styles['pair']}>
      <span className={styles['number']}>{first}</span>
      {single ? null : <span className={styles['second']}>{second}</span>}
    </span>
  );
}
