import { useState, type ReactElement } from 'react';
import { yuanText } from '../../../../electron/domain/money.ts';
import type { Failure, OperationName, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../../api/use-operation.ts';
import type { ScreenProps } from '../../../app/area.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { navigate } from '../../../app/navigation.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { Page } from '../../../ui/layout/Page.tsx';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { ProgressTask } from '../../../ui/notices/ProgressTask.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { StepBar } from '../../../ui/weigh/StepBar.tsx';
import { Figures } from '../../report/parts/Figures.tsx';
import { StatementRun } from '../../sheet/StatementRun.tsx';
import { BatchState, stepOf } from './batch-words.tsx';
import { HeldBack } from './HeldBack.tsx';
import { PayBatchDialog } from './PayBatchDialog.tsx';
import { PayoutSheets } from './PayoutSheets.tsx';
import { SettlementsTable } from './SettlementsTable.tsx';
import { useProgress } from './use-progress.ts';

type Batch = OutputOf<'settlement.batch'>;
interface Trouble { readonly failure: Failure; readonly op: OperationName }

function useBatchSteps(batch: Batch): { readonly next: ReactElement | null; readonly giveUp: (() => void) | null; readonly trouble: Trouble | null; readonly payDialog: ReactElement | null; readonly paid: OutputOf<'settlement.pay'> | null } {
  const t = useText('settlement');
  const { may } = useSession();
  const ask = useApproval();
  const calculate = useCommandOp('settlement.calculate');
  const review = useCommandOp('settlement.review');
  const approve = useCommandOp('settlement.approve');
  const cancel = useCommandOp('settlement.cancelRun');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [paying, setPaying] = useState(false);
  const [paid, setPaid] = useState<OutputOf<'settlement.pay'> | null>(null);
  const id = batch.id;
  const note = (op: OperationName, reply: { readonly ok: true } | Failure | null): void => setTrouble(reply === null || reply.ok ? null : { failure: reply, op });
  const doApprove = async (): Promise<void> => note('settlement.approve', await ask({
    title: t('batch.approveAsk', { number: batch.number }), permission: 'approve.money', run: (approval) => approve.send({ id }, approval),
    facts: [t('batch.approveFact', { count: batch.settlements.length, gross: moneyText(batch.grossFen), recovered: moneyText(batch.recoveredFen), paid: moneyText(batch.paidFen) }), t('batch.approveStays')],
  }));
  const button = (words: string, press: () => void, busy: boolean): ReactElement => <ActionButton kind="main" shortcut="F9" disabled={busy} onPress={press}>{words}</ActionButton>;
  const held = new Set(batch.heldBack.map((row) => row.settlementId));
  const due = batch.settlements.filter((row) => row.payoutNumber === null && row.paidFen > 0 && !held.has(row.id));
  const nextOf = (): ReactElement | null => {
    if (!may('settlement.write')) return null;
    if (batch.state === 'open' || batch.state === 'stale' || batch.state === 'cancelled') return button(t('batch.calculate'), () => void calculate.send({ id }).then((reply) => note('settlement.calculate', reply)), calculate.sending);
    if (batch.state === 'calculated') return button(t('batch.review'), () => void review.send({ id }).then((reply) => note('settlement.review', reply)), review.sending);
    if (batch.state === 'reviewed') return button(t('batch.approve'), () => void doApprove(), approve.sending);
    if (batch.state === 'approved' || batch.state === 'partly_paid') return button(t('batch.pay'), () => setPaying(true), false);
    return null;
  };
  const mayGiveUp = may('settlement.write') && (batch.state === 'calculated' || batch.state === 'stale' || batch.state === 'reviewed' || batch.state === 'calculating');
  return {
    next: nextOf(), trouble, paid,
    giveUp: mayGiveUp ? () => void cancel.send({ id }).then((reply) => note('settlement.cancelRun', reply)) : null,
    payDialog: paying ? <PayBatchDialog batch={batch} due={due} onClose={() => setPaying(false)} onPaid={(payout) => { setPaying(false); setPaid(payout); }} /> : null,
  };
}

function BatchPage({ batch }: { readonly batch: Batch }): ReactElement {
  const t = useText('settlement');
  const deduction = useText('deduction');
  const steps = useBatchSteps(batch);
  const heard = useProgress(batch.id);
  const progress = batch.state !== 'calculating' ? null : heard ?? { done: batch.progress?.done ?? 0, total: batch.progress?.total ?? 0, secondsLeft: null };
  return (
    <Page
      fill title={batch.title} note={<>{batch.number} · {deduction(`batch.${batch.mode}`)} · <BatchState state={batch.state} /></>}
      actions={<>
        <ActionButton icon="back" shortcut="Escape" onPress={() => navigate('/settlement/batches')}>{t('batch.toList')}</ActionButton>
        {steps.giveUp === null || progress !== null ? null : <ActionButton onPress={steps.giveUp}>{t('batch.giveUp')}</ActionButton>}
        {steps.next}
      </>}
    >
      <StepBar
        label={t('batch.steps')} current={stepOf[batch.state]}
        steps={(['open', 'calculated', 'reviewed', 'approved', 'paid'] as const).map((key) => ({ key, label: t(`batch.step.${key}`), ...(key === 'approved' && batch.approvedBy !== null ? { answer: batch.approvedBy } : key === 'open' ? { answer: batch.createdBy } : {}) }))}
      />
      {batch.state === 'stale' ? <Notice tone="wait" title={t('batch.stale')} /> : null}
      {batch.state === 'cancelled' ? <Notice tone="off" title={t('batch.cancelled')} /> : null}
      {steps.trouble === null ? null : <RefusalNotice failure={steps.trouble.failure} op={steps.trouble.op} />}
      {steps.paid === null ? null : <Notice tone="good" title={t('batch.paidNow', { number: steps.paid.payoutNumber, count: steps.paid.lines, amount: moneyText(steps.paid.totalFen) })} />}
      {batch.leftOut.map((row) => <Notice key={`${row.memberCode} ${row.takenBackFen}`} tone="wait" title={t('batch.leftOut', { name: row.payeeName, code: row.memberCode, owed: moneyText(row.owedFen), takenBack: moneyText(row.takenBackFen) })} />)}
      {batch.waiting.map((row) => <Notice key={`${row.ticketNumber} ${row.payeeName}`} tone="wait" title={t('batch.waiting', { number: row.ticketNumber, name: row.payeeName, amount: moneyText(row.owedFen) })} />)}
      <HeldBack rows={batch.heldBack} />
      {progress === null ? null : <ProgressTask title={t('batch.calculating')} done={progress.done} total={progress.total} secondsLeft={progress.secondsLeft} {...(steps.giveUp === null ? {} : { onCancel: steps.giveUp })} />}
      <Figures label={t('batch.figures')} items={[
        { label: t('column.period'), value: `${batch.dateFrom.slice(5)} – ${batch.dateTo.slice(5)}`, note: t('batch.capNote', { percent: yuanText(batch.capBp).replace(/\.?0+$/u, '') }) },
        { label: t('column.payees'), value: batch.payees }, { label: t('column.gross'), value: <Money fen={batch.grossFen} /> },
        { label: t('column.recovered'), value: <Money fen={batch.recoveredFen} /> }, { label: t('column.paid'), value: <Money fen={batch.paidFen} /> },
      ]}
      />
      <PayoutSheets rows={batch.settlements} />
      {batch.state === 'approved' || batch.state === 'partly_paid' || batch.state === 'paid' ? <StatementRun batchId={batch.id} /> : null}
      {batch.state === 'calculating' ? null : <SettlementsTable rows={batch.settlements} empty={batch.state === 'calculated' || batch.state === 'reviewed' ? <EmptyState icon="settlement" title={t('batch.nobody')} /> : <EmptyState icon="settlement" title={t('batch.empty')} text={t('batch.emptyText')} />} />}
      {steps.payDialog}
    </Page>
  );
}

/** One batch on its way: opened, calculated, reviewed, approved by a second person, paid; what comes next is the one main button. */
export default function BatchScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('settlement');
  const batch = useQueryOp('settlement.batch', { id: params['id'] ?? '' }, { keepPrevious: true });
  if (batch.data === undefined) return null;
  if (!batch.data.ok) return <Page title={t('batch.title')}><RefusalNotice failure={batch.data} op="settlement.batch" action={{ label: t('batch.toList'), onPress: () => navigate('/settlement/batches') }} /></Page>;
  return <BatchPage key={batch.data.data.id} batch={batch.data.data} />;
}
