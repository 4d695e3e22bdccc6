import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';

/** The vehicle drives on and comes back: its plate (or whatever it is known by), and Enter. */
export function YardDialog({ desk, onDone, onClose }: { readonly desk: DeskView; readonly onDone: (plate: string) => void; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const app = useText('app');
  const [plate, setPlate] = useState('');
  const last = desk.preview.baskets.at(-1);
  return (
    <Dialog title={t('enter.title')} onClose={onClose}>
      <div className={styles['form']}>
        {last === undefined ? null : <p className={styles['said']} data-tone="good">{t('enter.first', { weight: weightText(last.gross, 'kg', app) })}</p>}
        <TextField label={t('enter.plate')} hint={t('enter.plateHint')} value={plate} onChange={setPlate} maxLength={20} autoFocus />
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" onPress={() => onDone(plate.trim())}>{t('enter.go')}</ActionButton>
      </div>
    </Dialog>
  );
}
