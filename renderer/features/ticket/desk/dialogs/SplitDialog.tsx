import { useRef, useState, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { DialogKeys } from './DialogKeys.tsx';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';
import { BasketGrades, mayGradeBaskets } from '../panels/BasketGrades.tsx';
import { SplitFields, SplitSaid } from '../panels/SplitFields.tsx';

/** The delivery sorted into several grades: kilograms of the others, or which basket is all of one; what is given back, what was lost; the chosen grade takes the rest. */
export function SplitDialog({ desk, onClose }: { readonly desk: DeskView; readonly onClose: () => void }): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const fields = useRef<HTMLDivElement>(null);
  const { preview } = desk;
  const may = mayGradeBaskets(desk);
  const [byBasket, setByBasket] = useState(may && desk.state.baskets.some(({ grade }) => grade !== undefined));
  const goOn = (): void => {
    const inputs = [...(fields.current?.querySelectorAll('input') ?? [])];
    const at = inputs.findIndex((input) => input === document.activeElement);
    const next = inputs[at + 1];
    if (next === undefined) onClose();
    else next.focus();
  };
  return (
    <Dialog title={t('desk.split.title', { net: weightText(preview.netGrams, 'kg', app) })} onClose={onClose} wide>
      <DialogKeys bindings={{ Enter: goOn, Add: onClose }} />
      <div className={styles['form']}>
        <div ref={fields} className={styles['form']}>
          {byBasket ? <BasketGrades desk={desk} /> : null}
          <div className={styles['splitGrid']}><SplitFields desk={desk} autoFocus={!byBasket} /></div>
        </div>
        {may && !byBasket ? <div><ActionButton small layer="dialog" shortcut="Multiply" onPress={() => setByBasket(true)}>{t('desk.split.byBasket')}</ActionButton></div> : null}
        <SplitSaid desk={desk} />
        <ActionButton kind="main" wide keyLabel="Enter ↵" disabled={preview.restGrams < 0} onPress={onClose}>{t('desk.split.done')}</ActionButton>
      </div>
    </Dialog>
  );
}
