import { useState, type ReactElement } from 'react';
import type { Container } from '../../../electron/contract/product.ts';
import { parseYuan, yuanText } from '../../../electron/domain/money.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useApproval } from '../../app/approval/approval-context.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { moneyText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { MemberPicker } from '../settlement/pay/MemberPicker.tsx';
import styles from './crate.module.css';

const reasons = ['lost', 'count'] as const;
type Reason = (typeof reasons)[number];

export interface CorrectDialogProps {
  readonly crates: readonly Container[];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** How a member's balance moves: lost crates are written off it, a new count takes its place. Null while the figure means nothing. */
function shiftOf(reason: Reason, typed: string, standing: number): { readonly outCount: number; readonly inCount: number } | null {
  if (!/^\d{1,4}$/u.test(typed)) return null;
  const figure = Number(typed);
  const by = reason === 'lost' ? -figure : figure - standing;
  return by === 0 ? null : { outCount: Math.max(0, by), inCount: Math.max(0, -by) };
}

/** Crates that are gone, with the deposit that is kept for them, or a balance that was miscounted: a reason, a figure, and a second person who has seen it. */
export function CorrectDialog({ crates, onClose, onDone }: CorrectDialogProps): ReactElement {
  const t = useText('crate');
  const language = useLanguage();
  const ask = useApproval();
  const { send, sending } = useCommandOp('crate.move');
  const [reason, setReason] = useState<Reason>('lost');
  const [memberId, setMemberId] = useState<string | null>(null);
  const [crateId, setCrateId] = useState<string>(crates[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const [kept, setKept] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const member = useQueryOp('member.get', { id: memberId ?? '' }, { enabled: memberId !== null });
  const balance = useQueryOp('crate.list', { memberId: memberId ?? '' }, { enabled: memberId !== null });
  const have = balance.data?.ok === true ? balance.data.data.rows.find((row) => row.containerId === crateId) : undefined;
  const standing = have?.count ?? 0;
  const leftFen = have?.depositFen ?? 0;
  const crate = crates.find((each) => each.id === crateId);
  const kind = crate === undefined ? '' : language === 'zh' ? crate.nameZh : crate.nameEn;
  const who = member.data?.ok === true ? member.data.data.name : '';
  const shift = balance.data?.ok === true ? shiftOf(reason, typed, standing) : null;
  // What was left for lost crates is kept; less or nothing may be.
  const proposedFen = reason === 'lost' && shift !== null ? Math.min(leftFen, (crate?.depositFen ?? 0) * Number(typed)) : 0;
  const keptFen = reason !== 'lost' ? 0 : kept === null ? proposedFen : kept.trim() === '' ? 0 : parseYuan(kept);
  const tooMany = reason === 'lost' && shift !== null && shift.inCount > Math.max(0, standing);
  const keepsTooMuch = keptFen !== null && keptFen > leftFen;
  const ready = memberId !== null && shift !== null && keptFen !== null && !tooMany && !keepsTooMuch && !sending;
  const go = async (): Promise<void> => {
    if (!ready) return;
    setFailure(null);
    const fact = t(`correct.fact.${reason}`, { name: who, kind, count: Number(typed), standing });
    const reply = await ask({
      title: t('correct.title'), permission: 'approve.money', facts: [fact, ...(keptFen === 0 ? [] : [t('correct.factKept', { amount: moneyText(keptFen) })])],
      run: (approval) => send({ memberId, reason, lines: [{ containerId: crateId, ...shift, depositFen: keptFen === 0 ? 0 : -keptFen }] }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onDone(t('correct.done', { number: reply.data.number, fact }));
    else setFailure(reply);
  };
  return (
    <Dialog title={t('correct.title')} onClose={onClose} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void go()}>{t('move.go')}</ActionButton>}>
      <div className={styles['form']}>
        <ChoiceList label={t('correct.why')} layer="dialog" across chosen={reason} onChoose={setReason} choices={reasons.map((value) => ({ value, label: t(`correct.reason.${value}`) }))} />
        <div className={styles['label']}>{t('screen.member')}<MemberPicker value={memberId} onChange={setMemberId} autoFocus /></div>
        {memberId === null ? null : <p className={styles['standing']}>{t('correct.standing', { count: standing, kind })}</p>}
        {crates.length < 2 ? null : <ChoiceList label={t('screen.kind')} layer="dialog" across chosen={crateId} onChoose={setCrateId} choices={crates.map((each) => ({ value: each.id, label: language === 'zh' ? each.nameZh : each.nameEn }))} />}
        <NumPadField large label={t(`correct.figure.${reason}`, { kind })} value={typed} onChange={setTyped} rules={{ decimals: 0, wholeDigits: 4 }} refusal={tooMany ? t('correct.tooMany', { count: standing }) : null} />
        {reason !== 'lost' || leftFen === 0 ? null : (
          <NumPadField label={t('correct.kept')} hint={t('correct.keptHint', { amount: moneyText(leftFen) })} unit={t('move.yuan')} value={kept ?? (proposedFen === 0 ? '' : yuanText(proposedFen))} onChange={setKept} rules={{ decimals: 2, wholeDigits: 5 }} refusal={keepsTooMuch ? t('correct.keptTooMuch', { amount: moneyText(leftFen) }) : null} />
        )}
        <p>{t('correct.hint')}</p>
        {failure === null ? null : <RefusalNotice failure={failure} op="crate.move" />}
      </div>
    </Dialog>
  );
}
