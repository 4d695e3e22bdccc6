import { useState, type ReactElement } from 'react';
import { toGrams } from '../../../../../electron/domain/mass.ts';
import { ActionButton } from '../../../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import type { TradedUnit } from '../../../../ui/format/Weight.tsx';
import { useText } from '../../../../ui/language/use-text.ts';
import { Mark } from '../../../../ui/Mark.tsx';
import { Dialog } from '../../../../ui/overlay/Dialog.tsx';
import styles from '../desk.module.css';
import { weightText } from '../desk-words.ts';
import { jinRules, kilogramRules } from '../model/desk-preview.ts';
import { useTypedReasons } from './typed-reasons.ts';

export interface TypedWeightDialogProps {
  readonly traded: TradedUnit;
  readonly onDone: (weight: { readonly grams: number; readonly reason: string; readonly paperNo: string | null }) => void;
  readonly onClose: () => void;
}

/** A gross weight typed by hand: the figure, the reason by number, and the paper's number where it is entered later from the paper book. */
export function TypedWeightDialog({ traded, onDone, onClose }: TypedWeightDialogProps): ReactElement {
  const t = useText('ticket');
  const app = useText('app');
  const reasons = useTypedReasons();
  const [typed, setTyped] = useState('');
  const [meaning, setMeaning] = useState<string | null>(null);
  const [stage, setStage] = useState<'weight' | 'reason' | 'paper'>('weight');
  const [reason, setReason] = useState<string | null>(null);
  const [paperNo, setPaperNo] = useState('');
  const mass = meaning === null ? null : toGrams(meaning, traded);
  const grams = mass === null || mass.subGram || mass.wholeGrams <= 0 || mass.wholeGrams > 200_000_000 ? null : mass.wholeGrams;
  const other: TradedUnit = traded === 'kg' ? 'jin' : 'kg';
  const next = (): void => {
    if (grams === null) return;
    if (stage === 'weight') setStage('reason');
    else if (reason === null) return;
    else if (stage === 'reason' && reason === t('desk.typed.reason.paper')) setStage('paper');
    else onDone({ grams, reason, paperNo: paperNo.trim() === '' ? null : paperNo.trim() });
  };
  return (
    <Dialog key={stage} title={t('desk.typed.title')} onClose={stage === 'weight' ? onClose : () => setStage('weight')}>
      <div className={styles['form']}>
        {stage === 'weight' ? (
          <NumPadField
            label={t('desk.typed.gross')} value={typed} large autoFocus unit={app(traded === 'kg' ? 'unit.kilogram' : 'unit.jinWord')}
            onChange={(text, read) => { setTyped(text); setMeaning(read); }} rules={traded === 'kg' ? kilogramRules : jinRules}
            hint={grams === null ? t('desk.typed.hint') : `= ${weightText(grams, other, app)}`}
          />
        ) : grams === null ? null : <p className={styles['said']}>{weightText(grams, traded, app)} = {weightText(grams, other, app)}</p>}
        {stage === 'reason' ? <ChoiceList label={t('desk.typed.why')} layer="dialog" chosen={reason} onChoose={setReason} choices={reasons.map((value) => ({ value, label: value }))} /> : null}
        {stage === 'paper' ? <TextField label={t('desk.typed.paperNo')} value={paperNo} onChange={setPaperNo} maxLength={40} autoFocus hint={t('desk.typed.paperHint')} /> : null}
        <p className={styles['said']} data-tone="wait"><Mark tone="wait" />{t('desk.typed.marked')}</p>
        <ActionButton kind="main" wide layer="dialog" shortcut="Enter" disabled={stage === 'reason' ? reason === null : grams === null} onPress={next}>{t(stage === 'weight' ? 'desk.next' : 'desk.typed.take')}</ActionButton>
      </div>
    </Dialog>
  );
}
