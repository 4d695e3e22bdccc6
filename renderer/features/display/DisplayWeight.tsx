import type { ReactElement } from 'react';
import { jinText, kilogramText } from '../../../electron/domain/mass.ts';
import { grouped } from '../../ui/format/format-text.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import type { WeightView } from '../../ui/weigh/weight-view.ts';
import styles from './display.module.css';

function toneOf(view: WeightView): Tone {
  if (view.kind === 'live') return view.stable === true ? 'good' : 'wait';
  return view.kind === 'overload' ? 'danger' : view.kind === 'absent' ? 'off' : 'wait';
}

/** The weight for eyes three metres away: the traded unit as large as the screen, the other below, and its state in a word and a shape. */
export function DisplayWeight({ view, traded }: { readonly view: WeightView; readonly traded: 'kg' | 'jin' }): ReactElement {
  const t = useText('display');
  const app = useText('app');
  const grams = view.kind === 'live' || view.kind === 'stale' ? view.grams : null;
  const kilograms = grams === null ? '– –' : grouped(kilogramText(grams));
  const jin = grams === null ? '– –' : grouped(jinText(grams));
  const word = view.kind === 'live' ? t(view.pressAgain === true ? 'weight.pressAgain' : view.stable === true ? 'weight.stable' : 'weight.moving') : view.kind === 'stale' ? t('weight.stale') : t(`weight.${view.kind}`);
  const digits = traded === 'kg' ? kilograms : jin;
  return (
    <section className={styles['weight']} data-state={toneOf(view)} data-kind={view.kind} aria-label={t('weight.label')}>
      <p className={styles['state']} role="status"><Mark tone={toneOf(view)} /> {word}</p>
      <p className={styles['figures']}>
        <output className={styles['digits']} data-long={digits.length > 6 || undefined}>{digits}</output>
        <span className={styles['unit']}>{app(traded === 'kg' ? 'unit.kilogram' : 'unit.jinWord')}</span>
      </p>
      <p className={styles['other']}>{grams === null ? '' : traded === 'kg' ? app('unit.jin', { value: jin }) : app('unit.kilograms', { value: kilograms })}</p>
    </section>
  );
}
