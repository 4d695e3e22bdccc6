import { useRef, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { DialogKeys } from './DialogKeys.tsx';
import type { DeskView } from '../desk-model.ts';
import { nameIn, weightText } from '../desk-words.ts';
import { gradesOf, priceOf } from '../model/desk-goods.ts';
import { kilogramRules } from '../model/desk-preview.ts';

/** The delivery sorted into several grades: kilograms of the others, what is given back, what was lost; the chosen grade takes the rest. */
export function SplitDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const language = useLanguage();
  const fields = useRef<HTMLDivElement>(null);
  const { state, goods, preview, dispatch } = desk;
  const grades = gradesOf(preview.product);
  const chosen = grades.find((grade) => grade.id === preview.grade);
  const others = grades.filter((grade) => grade.id !== preview.grade && preview.product !== null && priceOf(goods, preview.product.id, grade.id) !== null);
  const goOn = (): void => {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    const at = inputs.findIndex((input) => input === document.activeElement);
    const next = inputs[at + 1];
    if (next === undefined) onClose();
    else next.focus();
  };
  const short = preview.restGrams < 0;
  return (
    <Dialog title={t('desk.split.title', { net: weightText(preview.netGrams, 'kg', app) })} onClose={onClose} wide>
      <DialogKeys bindings={{ Enter: goOn, Add: onClose }} />
      <div className={styles['form']}>
        <div ref={fields} className={styles['splitGrid']}>
          {others.map((grade, index) => (
            <NumPadField
              key={grade.id} label={nameIn(grade, language)} value={state.otherParts[grade.id] ?? ''} rules={kilogramRules} unit={app('unit.kilogram')} autoFocus={index === 0}
              onChange={(kilograms) => dispatch({ type: 'partTyped', grade: grade.id, kilograms })}
            />
          ))}
          <NumPadField label={t('desk.split.returned')} value={state.returned} rules={kilogramRules} unit={app('unit.kilogram')} onChange={(kilograms) => dispatch({ type: 'returnedTyped', kilograms })} />
          <NumPadField label={t('desk.split.loss')} value={state.sortingLoss} rules={kilogramRules} unit={app('unit.kilogram')} onChange={(kilograms) => dispatch({ type: 'lossTyped', kilograms })} />
        </div>
        <p className={styles['said']} data-tone={short ? 'danger' : chosen === undefined ? 'wait' : 'good'} role="status">
          <Mark tone={short ? 'danger' : chosen === undefined ? 'wait' : 'good'} />
          {short ? t('desk.split.tooMuch', { over: weightText(-preview.restGrams, 'kg', app) })
            : chosen === undefined ? t('desk.split.noGrade') : t('desk.split.rest', { grade: nameIn(chosen, language), rest: weightText(preview.restGrams, 'kg', app) })}
        </p>
        {preview.problem === 'loss_above_tolerance' ? <p className={styles['said']} data-tone="danger" role="alert"><Mark tone="danger" />{t('desk.problem.lossAboveTolerance')}</p> : null}
        <ActionButton kind="main" wide keyLabel="Enter ↵" disabled={short} onPress={onClose}>{t('desk.split.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
