import type { ReactElement } from 'react';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { nameIn, weightText } from '../desk-words.ts';
import { gradesOf, priceOf } from '../model/desk-goods.ts';
import { kilogramRules } from '../model/desk-preview.ts';

/** Kilograms of the grades that do not take the rest, of what is given back and of what was lost. */
export function SplitFields({ desk, autoFocus = false }: { readonly desk: DeskView; readonly autoFocus?: boolean }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const { state, goods, preview, dispatch } = desk;
  const others = gradesOf(preview.product).filter((grade) => grade.id !== preview.grade && preview.product !== null && priceOf(goods, preview.product.id, grade.id) !== null);
  return (
    <>
      {others.map((grade, index) => (
        <NumPadField
          key={grade.id} label={nameIn(grade, language)} value={state.otherParts[grade.id] ?? ''} rules={kilogramRules} unit={app('unit.kilogram')} autoFocus={autoFocus && index === 0}
          onChange={(kilograms) => dispatch({ type: 'partTyped', grade: grade.id, kilograms })}
        />
      ))}
      <NumPadField label={t('desk.split.returned')} value={state.returned} rules={kilogramRules} unit={app('unit.kilogram')} onChange={(kilograms) => dispatch({ type: 'returnedTyped', kilograms })} />
      <NumPadField label={t('desk.split.loss')} value={state.sortingLoss} rules={kilogramRules} unit={app('unit.kilogram')} onChange={(kilograms) => dispatch({ type: 'lossTyped', kilograms })} />
    </>
  );
}

/** What the chosen grade is left with, and what stands in the way. */
export function SplitSaid({ desk: { preview } }: { readonly desk: DeskView }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const chosen = gradesOf(preview.product).find((grade) => grade.id === preview.grade);
  const whole = chosen === undefined && preview.restGrams === 0 && preview.parts.length > 0;
  const tone = preview.restGrams < 0 ? 'danger' : preview.refusedWhole ? 'wait' : chosen === undefined && !whole ? 'wait' : 'good';
  return (
    <>
      <p className={styles['said']} data-tone={tone} role="status">
        <Mark tone={tone} />
        {preview.restGrams < 0 ? t('desk.split.tooMuch', { over: weightText(-preview.restGrams, 'kg', app) })
          : preview.refusedWhole ? t('desk.split.refused') : whole ? t('desk.split.whole') : chosen === undefined ? t('desk.split.noGrade') : t('desk.split.rest', { grade: nameIn(chosen, language), rest: weightText(preview.restGrams, 'kg', app) })}
      </p>
      {preview.problem === 'loss_above_tolerance' ? <p className={styles['said']} data-tone="danger" role="alert"><Mark tone="danger" />{t('desk.problem.lossAboveTolerance')}</p> : null}
    </>
  );
}
