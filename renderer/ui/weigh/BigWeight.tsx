import type { ReactElement, ReactNode } from 'react';
import { jinText, kilogramText } from '../../../electron/domain/mass.ts';
import { grouped } from '../format/format-text.ts';
import type { TradedUnit } from '../format/Weight.tsx';
import { useText } from '../language/use-text.ts';
import { Mark, type Tone } from '../Mark.tsx';
import styles from './BigWeight.module.css';
import type { WeightView } from './weight-view.ts';

export interface BigWeightProps {
  readonly view: WeightView;
  /** What the figure is: 毛重, 净重. */
  readonly label: string;
  readonly traded?: TradedUnit;
  /** Small keys of the scale beside its state. */
  readonly tools?: ReactNode;
  /** Gross, tare and net below the figure. */
  readonly children?: ReactNode;
}

function toneOf(view: WeightView): Tone {
  if (view.kind === 'live') return view.stable === true ? 'good' : 'wait';
  if (view.kind === 'waiting' || view.kind === 'stale') return 'wait';
  return view.kind === 'absent' ? 'off' : 'danger';
}

/** The largest thing on the screen: the weight in the traded unit, the other unit beside it, and its state in words. */
export function BigWeight({ view, label, traded = 'kg', tools, children }: BigWeightProps): ReactElement {
  const t = useText('app');
  const grams = view.kind === 'live' || view.kind === 'stale' ? view.grams : null;
  const kilograms = grams === null ? '– –' : grouped(kilogramText(grams));
  const jin = grams === null ? '–' : grouped(jinText(grams));
  const word = view.kind === 'live'
    ? t(view.pressAgain === true ? 'weight.pressAgain' : view.stable === true ? 'weight.stable' : view.stable === null ? 'weight.unknown' : 'weight.moving')
    : view.kind === 'stale' ? t('weight.stale', { seconds: view.ageSeconds }) : t(`weight.${view.kind}`);
  const digits = traded === 'kg' ? kilograms : jin;
  return (
    <section className={styles['display']} data-state={toneOf(view)} data-kind={view.kind} aria-label={label}>
      <header className={styles['head']}>
        <span className={styles['label']}>{label}</span>
        {tools === undefined ? null : <span className={styles['tools']}>{tools}</span>}
        <span className={styles['state']} role="status"><Mark tone={toneOf(view)} /> {word}</span>
      </header>
      <div className={styles['figures']}>
        <output className={styles['digits']} data-empty={grams === null || undefined} data-long={digits.length > 6 || undefined}>{digits}</output>
        <span className={styles['units']}>
          <span className={styles['unit']}>{t(traded === 'kg' ? 'unit.kilogram' : 'unit.jinWord')}</span>
          {grams === null ? null : <span className={styles['other']}>{traded === 'kg' ? t('unit.jin', { value: jin }) : t('unit.kilograms', { value: kilograms })}</span>}
        </span>
      </div>
      {children === undefined ? null : <footer className={styles['foot']}>{children}</footer>}
    </section>
  );
}

/** One of the smaller figures below: 毛重 23.45. */
export function WeightPart({ label, grams }: { readonly label: string; readonly grams: number | null }): ReactElement {
  const t = useText('app');
  return (
    <span className={styles['part']}>
      <span className={styles['partLabel']}>{label}</span>
      <span className={styles['partValue']}>{grams === null ? '–' : t('unit.kilograms', { value: grouped(kilogramText(grams)) })}</span>
    </span>
  );
}
