import { useState, type ReactElement } from 'react';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ReasonDialog } from '../../../app/approval/ReasonDialog.tsx';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useText } from '../../../ui/language/use-text.ts';

type Settlement = OutputOf<'settlement.get'>;
const reasons = ['absent', 'bank', 'person'] as const;

/** The button under which money that came back is booked; nothing where none was paid or the person may not. */
export function MoneyBack({ settlement, onDone }: { readonly settlement: Settlement; readonly onDone: (words: string) => void }): ReactElement | null {
  const t = useText('settlement');
  const { may } = useSession();
  const { send } = useCommandOp('settlement.returnPayment');
  const [open, setOpen] = useState(false);
  if (settlement.payoutId === null || settlement.paidFen === 0 || !may('settlement.write')) return null;
  const facts = { name: settlement.payeeName, amount: moneyText(settlement.paidFen), number: settlement.payoutNumber ?? '' };
  return (
    <>
      <ActionButton onPress={() => setOpen(true)}>{t('back.open')}</ActionButton>
      {open ? (
        <ReasonDialog
          title={t('back.title', { name: settlement.payeeName })} why={t('back.why')} reasons={reasons.map((key) => t(`back.reason.${key}`))} ownChoice={t('back.reason.other')} ownLabel={t('back.own')}
          go={t('back.go')} danger permission="approve.money" op="settlement.returnPayment" untouched={t('back.untouched')} onClose={() => setOpen(false)}
          onDone={({ number, amountFen }: OutputOf<'settlement.returnPayment'>) => { setOpen(false); onDone(t('back.done', { name: settlement.payeeName, number, amount: moneyText(amountFen) })); }}
          facts={(reason) => [t(`back.fact.${settlement.paidBy ?? settlement.channel}`, facts), t('back.because', { reason }), t('back.stays')]}
          run={(reason, approval) => send({ id: settlement.id, reason }, approval)}
        />
      ) : null}
    </>
  );
}
