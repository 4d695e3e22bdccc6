import { useState, type ReactElement } from 'react';
import { addDays } from '../../../electron/domain/business-date.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './sheet.module.css';
import { SheetView } from './SheetView.tsx';

/** A page of the book holds a month unless somebody says otherwise. */
const usualDays = 30;

/** The book of one scale over a period, on paper. */
export function ScaleBookButton({ scaleId }: { readonly scaleId: string }): ReactElement {
  const t = useText('sheet');
  const app = useText('app');
  const { businessDate } = useSession().state;
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(addDays(businessDate, -usualDays));
  const [to, setTo] = useState(businessDate);
  const close = (): void => setOpen(false);
  return (
    <>
      <ActionButton icon="printer" onPress={() => setOpen(true)}>{t('screen.open.scale_book')}</ActionButton>
      {!open ? null : (
        <Dialog wide title={t('screen.title.scale_book')} onClose={close} actions={<ActionButton layer="dialog" onPress={close}>{app('action.close')}</ActionButton>}>
          <div className={styles['stack']}>
            <div className={styles['choices']}>
              <DayField label={t('screen.from')} value={from} onChange={(picked) => { if (picked !== null) setFrom(picked); }} />
              <DayField label={t('screen.to')} value={to} onChange={(picked) => { if (picked !== null) setTo(picked); }} />
            </div>
            <SheetView wanted={{ kind: 'scale_book', scaleId, from, to }} />
          </div>
        </Dialog>
      )}
    </>
  );
}
