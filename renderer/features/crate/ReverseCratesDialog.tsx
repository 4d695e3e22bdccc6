import { useState, type ReactElement } from 'react';
import { sumFen } from '../../../electron/domain/money.ts';
import type { Failure, OutputOf } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './crate.module.css';

const reasons = ['count', 'member', 'kind', 'deposit', 'other'] as const;
type Reason = (typeof reasons)[number];
type HistoryRow = OutputOf<'crate.history'>['rows'][number];

export interface ReverseCratesDialogProps {
  readonly memberName: string;
  /** The lines of the one slip. */
  readonly lines: readonly HistoryRow[];
  readonly onClose: () => void;
  readonly onReversed: (number: string) => void;
}

/** Takes a crate slip back: what stands on it, a reason from a list, then a second person's PIN in place; money that moved with it is said. */
export function ReverseCratesDialog({ memberName, lines, onClose, onReversed }: ReverseCratesDialogProps): ReactElement | null {
  const t = useText('crate');
  const language = useLanguage();
  const ask = useApproval();
  const { send, sending } = useCommandOp('crate.reverse');
  const [reason, setReason] = useState<Reason | null>(null);
  const [own, setOwn] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [first] = lines;
  if (first === undefined) return null;
  const because = reason === null ? '' : reason === 'other' ? own.trim() : t(`reverse.reason.${reason}`);
  const depositFen = sumFen(lines.map((line) => line.depositFen));
  const moved = lines.map((line) => t('reverse.line', { kind: language === 'zh' ? line.nameZh : line.nameEn, out: line.outCount, in: line.inCount }));
  const fact = t('reverse.fact', { name: memberName, words: moved.join(t('reverse.and')) });
  // What was kept for lost crates was never handed out, so nobody brings it back.
  const money = depositFen === 0 || first.reason === 'lost' ? [] : [t(depositFen > 0 ? 'reverse.depositNow' : 'reverse.depositAgain', { amount: moneyText(Math.abs(depositFen)), name: memberName })];
  const go = async (): Promise<void> => {
    if (because === '' || sending) return;
    setFailure(null);
    const reply = await ask({
      title: t('reverse.title', { number: first.number }), permission: 'approve.money', facts: [fact, ...money, t('reverse.because', { reason: because }), t('reverse.stays')],
      run: (approval) => send({ id: first.documentId, reason: because }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onReversed(first.number);
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t('reverse.title', { number: first.number })} onClose={onClose}
      actions={<ActionButton kind="danger" layer="dialog" shortcut="Enter" disabled={because === '' || sending} onPress={() => void go()}>{t('reverse.go')}</ActionButton>}
    >
      <div className={styles['form']}>
        <p className={styles['standing']}>{fact}</p>
        {money.map((words) => <p key={words} className={styles['standing']}>{words}</p>)}
        <ChoiceList label={t('reverse.why')} layer="dialog" chosen={reason} onChoose={setReason} choices={reasons.map((value) => ({ value, label: t(`reverse.reason.${value}`) }))} />
        {reason === 'other' ? <TextField label={t('reverse.own')} value={own} onChange={setOwn} maxLength={200} autoFocus /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="crate.reverse" saved={t('reverse.untouched')} />}
      </div>
    </Dialog>
  );
}
