import { useState, type ReactElement } from 'react';
import { addDays } from '../../../electron/domain/business-date.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './sheet.module.css';
import { SheetView } from './SheetView.tsx';

/** Days that a notice hangs unless somebody says otherwise. */
const usualDays = 7;

/** The public notice of a period: what it is about, where it hangs and until when one may object, then the paper itself. */
export function NoticeButton(): ReactElement {
  const t = useText('sheet');
  const app = useText('app');
  const { businessDate } = useSession().state;
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(`${businessDate.slice(0, 8)}01`);
  const [to, setTo] = useState(businessDate);
  const [place, setPlace] = useState('');
  const [postedOn, setPostedOn] = useState(businessDate);
  const [objectionUntil, setObjectionUntil] = useState(addDays(businessDate, usualDays));
  const close = (): void => setOpen(false);
  const days = [['from', from, setFrom], ['to', to, setTo], ['postedOn', postedOn, setPostedOn], ['objectionUntil', objectionUntil, setObjectionUntil]] as const;
  return (
    <>
      <ActionButton icon="printer" onPress={() => setOpen(true)}>{t('screen.open.notice')}</ActionButton>
      {!open ? null : (
        <Dialog wide title={t('screen.title.notice')} onClose={close} actions={<ActionButton layer="dialog" onPress={close}>{app('action.close')}</ActionButton>}>
          <div className={styles['stack']}>
            <TextField label={t('screen.place')} value={place} maxLength={60} autoFocus onChange={setPlace} />
            <div className={styles['choices']}>
              {days.map(([key, value, set]) => <DayField key={key} label={t(`screen.${key}`)} value={value} onChange={(picked) => { if (picked !== null) set(picked); }} />)}
            </div>
            {place.trim() === '' ? <p className={styles['soft']}>{t('screen.noticeIncomplete')}</p> : <SheetView wanted={{ kind: 'notice', from, to, place: place.trim(), postedOn, objectionUntil }} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
