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

export interface MoveDialogProps {
  readonly reason: 'lent' | 'returned';
  readonly crates: readonly Container[];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

const asCount = (typed: string): number | null => (/^[1-9]\d{0,3}$/u.test(typed) ? Number(typed) : null);

/** Lends crates or takes them back; money left for them, or given back, is counted by a second person. */
export function MoveDialog({ reason, crates, onClose, onDone }: MoveDialogProps): ReactElement {
  const t = useText('crate');
  const language = useLanguage();
  const ask = useApproval();
  const { send, sending } = useCommandOp('crate.move');
  const [memberId, setMemberId] = useState<string | null>(null);
  const [crateId, setCrateId] = useState<string>(crates[0]?.id ?? '');
  const [typed, setTyped] = useState('');
  const [deposit, setDeposit] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const member = useQueryOp('member.get', { id: memberId ?? '' }, { enabled: memberId !== null });
  const balance = useQueryOp('crate.list', { memberId: memberId ?? '' }, { enabled: memberId !== null });
  const have = balance.data?.ok === true ? balance.data.data.rows.find((row) => row.containerId === crateId) : undefined;
  const crate = crates.find((each) => each.id === crateId);
  const count = asCount(typed);
  const name = crate === undefined ? '' : language === 'zh' ? crate.nameZh : crate.nameEn;
  // What the crates are worth is proposed; less may be given back than was left.
  const proposedFen = (crate?.depositFen ?? 0) * (count ?? 0);
  const depositFen = deposit === null ? (reason === 'lent' ? proposedFen : Math.min(proposedFen, have?.depositFen ?? 0)) : deposit.trim() === '' ? 0 : parseYuan(deposit);
  // More than the books know of may come back, where a second person has seen it.
  const standing = Math.max(0, have?.count ?? 0);
  const more = reason === 'returned' && balance.data?.ok === true ? Math.max(0, (count ?? 0) - standing) : 0;
  // The name stands in the question and in the answer, so it is waited for.
  const who = member.data?.ok === true ? member.data.data.name : null;
  const ready = memberId !== null && who !== null && count !== null && depositFen !== null && depositFen >= 0 && !sending;
  const go = async (): Promise<void> => {
    if (memberId === null || who === null || count === null || depositFen === null || !ready) return;
    const isLent = reason === 'lent';
    const input = { memberId, reason, lines: [{ containerId: crateId, outCount: isLent ? count : 0, inCount: isLent ? 0 : count, depositFen: isLent ? depositFen : -depositFen }] };
    setFailure(null);
    const fact = t(isLent ? 'move.factLent' : 'move.factReturned', { name: who, count, kind: name, amount: moneyText(depositFen) });
    const facts = [fact, ...(more > 0 ? [t('move.factMore', { count: standing, more })] : [])];
    const reply = depositFen === 0 && more === 0 ? await send(input) : await ask({ title: t(depositFen === 0 ? 'move.askMore' : 'move.ask'), permission: 'approve.money', facts, run: (approval) => send(input, approval) });
    if (reply === null) return;
    if (reply.ok) onDone(t(isLent ? 'move.doneLent' : 'move.doneReturned', { number: reply.data.number, name: who, count, kind: name }));
    else setFailure(reply);
  };
  return (
    <Dialog title={t(reason === 'lent' ? 'move.lend' : 'move.takeBack')} onClose={onClose} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void go()}>{t('move.go')}</ActionButton>}>
      <div className={styles['form']}>
        <div className={styles['label']}>{t('screen.member')}<MemberPicker value={memberId} onChange={setMemberId} autoFocus /></div>
        {memberId === null ? null : <p className={styles['standing']}>{t('move.standing', { count: have?.count ?? 0, kind: name, amount: moneyText(have?.depositFen ?? 0) })}</p>}
        {crates.length < 2 ? null : <ChoiceList label={t('screen.kind')} layer="dialog" across chosen={crateId} onChoose={setCrateId} choices={crates.map((each) => ({ value: each.id, label: language === 'zh' ? each.nameZh : each.nameEn }))} />}
        <NumPadField large label={t('move.count', { kind: name })} {...(more === 0 ? {} : { hint: t('move.more', { count: standing }) })} value={typed} onChange={setTyped} rules={{ decimals: 0, wholeDigits: 4 }} refusal={typed !== '' && count === null ? t('move.countWrong') : null} />
        <NumPadField label={t(reason === 'lent' ? 'move.deposit' : 'move.depositBack')} hint={t('move.depositHint')} unit={t('move.yuan')} value={deposit ?? (depositFen === null || depositFen === 0 ? '' : yuanText(depositFen))} onChange={setDeposit} rules={{ decimals: 2, wholeDigits: 5 }} />
        {failure === null ? null : <RefusalNotice failure={failure} op="crate.move" />}
      </div>
    </Dialog>
  );
}
