import { useState, type ReactElement } from 'react';
import type { BookRules } from '../../../electron/domain/scale-book.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './scale-book.module.css';

const whole = { decimals: 0, wholeDigits: 3 } as const;

/** What the book asks of every scale: the morning's zero check, how far a test weight may be off, when a certificate is mentioned. */
export function RulesDialog({ rules, onClose, onDone }: { readonly rules: BookRules; readonly onClose: () => void; readonly onDone: (words: string) => void }): ReactElement {
  const t = useText('scale_book');
  const app = useText('app');
  const { send } = useCommandOp('scale_book.configure');
  const [zeroCheck, setZeroCheck] = useState(rules.zeroCheck);
  const [intervals, setIntervals] = useState(String(rules.testIntervals));
  const [days, setDays] = useState(String(rules.warnDays));
  const [failure, setFailure] = useState<Failure | null>(null);
  const testIntervals = Number(intervals);
  const warnDays = Number(days);
  const intervalsHold = intervals !== '' && testIntervals >= 1 && testIntervals <= 10;
  const daysHold = days !== '' && warnDays >= 0 && warnDays <= 180;
  const save = async (): Promise<void> => {
    const reply = await send({ zeroCheck, testIntervals, warnDays });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(t('rules.done'));
  };
  return (
    <Dialog
      wide title={t('rules.title')} onClose={onClose}
      actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!intervalsHold || !daysHold} onPress={() => void save()}>{app('action.save')}</ActionButton>}
    >
      <div className={styles['form']}>
        <ChoiceList
          label={t('rules.zero')} layer="dialog" digits={false} chosen={zeroCheck} onChoose={setZeroCheck}
          choices={(['remind', 'require'] as const).map((value) => ({ value, label: t(`rules.zeroCheck.${value}`), detail: t(`rules.zeroDetail.${value}`) }))}
        />
        <FormGrid>
          <NumPadField label={t('rules.intervals')} hint={t('rules.intervalsHint')} rules={whole} value={intervals} onChange={setIntervals} refusal={intervalsHold ? null : t('rules.intervalsWrong')} />
          <NumPadField label={t('rules.days')} unit={t('unit.days')} rules={whole} value={days} onChange={setDays} refusal={daysHold ? null : t('rules.daysWrong')} />
        </FormGrid>
        {failure === null ? null : <RefusalNotice failure={failure} op="scale_book.configure" />}
      </div>
    </Dialog>
  );
}
