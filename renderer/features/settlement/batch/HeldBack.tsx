import { useState, type ReactElement } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ReasonDialog } from '../../../app/approval/ReasonDialog.tsx';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';

type Held = OutputOf<'settlement.batch'>['heldBack'][number];
const reasons = ['noMore', 'hurry'] as const;

function Release({ held, onClose, onDone }: { readonly held: Held; readonly onClose: () => void; readonly onDone: (release: OutputOf<'settlement.release'>) => void }): ReactElement {
  const t = useText('settlement');
  const { send } = useCommandOp('settlement.release');
  return (
    <ReasonDialog
      title={t('release.title', { name: held.payeeName })} why={t('release.why')} reasons={reasons.map((key) => t(`release.reason.${key}`))} ownChoice={t('release.reason.other')} ownLabel={t('release.own')}
      go={t('release.go')} danger={false} permission="approve.money" op="settlement.release" untouched={t('release.untouched')} onClose={onClose} onDone={onDone}
      facts={(reason) => [t('release.fact', { name: held.payeeName, amount: moneyText(held.paidFen), number: held.ticketNumber }), t('release.because', { reason }), t('release.stays')]}
      run={(reason, approval) => send({ id: held.settlementId, reason }, approval)}
    />
  );
}

/** Payments of an approved batch that are held back, each with the way out: to be owed anew and paid with the next settlement. */
export function HeldBack({ rows }: { readonly rows: readonly Held[] }): ReactElement {
  const t = useText('settlement');
  const { may } = useSession();
  const [open, setOpen] = useState<Held | null>(null);
  const [done, setDone] = useState<{ readonly name: string; readonly number: string; readonly fen: number } | null>(null);
  return (
    <>
      {done === null ? null : <Notice tone="good" title={t('release.done', { name: done.name, number: done.number, amount: moneyText(done.fen) })} />}
      {rows.map((row) => (
        <Notice
          key={row.settlementId} tone="wait" title={t('batch.heldBack', { name: row.payeeName, number: row.ticketNumber, amount: moneyText(row.paidFen) })}
          action={may('settlement.write') ? <ActionButton onPress={() => setOpen(row)}>{t('release.open')}</ActionButton> : undefined}
        />
      ))}
      {open === null ? null : <Release held={open} onClose={() => setOpen(null)} onDone={({ number, amountFen }) => { setDone({ name: open.payeeName, number, fen: amountFen }); setOpen(null); }} />}
    </>
  );
}
