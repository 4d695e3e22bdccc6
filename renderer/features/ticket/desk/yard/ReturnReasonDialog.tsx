import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import type { DeskView } from '../desk-model.ts';
import { weightText } from '../desk-words.ts';

const other = 'other';

/** Why goods go back: a number and Enter, or in the clerk's own words. The sentence is printed on the slip. */
export function ReturnReasonDialog({ desk, onDone, onClose }: { readonly desk: DeskView; readonly onDone: (reason: string) => void; readonly onClose: () => void }): ReactElement {
  const t = useText('yard');
  const app = useText('app');
  const reasons = [t('returned.reason.rotten'), t('returned.reason.small'), t('returned.reason.wet'), t('returned.reason.dirty'), t('returned.reason.mixed'), t('returned.reason.unripe')];
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const [text, setText] = useState('');
  const reason = writing ? text.trim() : chosen === other ? '' : chosen ?? '';
  const next = (): void => {
    if (!writing && chosen === other) setWriting(true);
    else if (reason !== '') onDone(reason);
  };
  return (
    <Dialog key={String(writing)} title={t('returned.title', { weight: weightText(desk.preview.returnedGrams, 'kg', app) })} onClose={writing ? () => setWriting(false) : onClose}>
      <div className={styles['form']}>
        {writing ? <TextField label={t('returned.own')} value={text} onChange={setText} maxLength={60} autoFocus />
          : <ChoiceList label={t('returned.why')} layer="dialog" chosen={chosen} onChoose={setChosen} choices={[...reasons.map((value) => ({ value, label: value })), { value: other, label: t('returned.other') }]} />}
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={writing ? reason === '' : chosen === null} onPress={next}>{t('returned.take')}</ActionButton>
      </div>
    </Dialog>
  );
}
