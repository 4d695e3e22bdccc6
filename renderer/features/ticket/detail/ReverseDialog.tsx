import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { ReasonDialog } from '../../../app/approval/ReasonDialog.tsx';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useText } from '../../../ui/language/use-text.ts';

const reasons = ['weight', 'member', 'product', 'grade', 'twice'] as const;

export interface ReverseDialogProps {
  readonly ticket: TicketDetail;
  /** 作废 for the desk, 冲销 for those who keep the books. */
  readonly title: string;
  readonly onClose: () => void;
  readonly onReversed: (reversal: OutputOf<'ticket.reverse'>) => void;
}

/** Takes a ticket back: a reason from a list, then a second person's PIN in place. */
export function ReverseDialog({ ticket, title, onClose, onReversed }: ReverseDialogProps): ReactElement {
  const t = useText('ticket');
  const { send } = useCommandOp('ticket.reverse');
  return (
    <ReasonDialog
      title={`${title} ${ticket.number}`} why={t('detail.reverse.why')} reasons={reasons.map((key) => t(`detail.reason.${key}`))} ownChoice={t('detail.reason.other')} ownLabel={t('detail.reverse.own')}
      go={t('detail.reverse.go')} danger permission="approve.reversal" op="ticket.reverse" untouched={t('detail.reverse.untouched')} onClose={onClose} onDone={onReversed}
      facts={(reason) => [t('detail.reverse.fact', { name: ticket.memberName, amount: moneyText(ticket.totalFen) }), t('detail.reverse.because', { reason }), t('detail.reverse.stays')]}
      run={(reason, approval) => send({ id: ticket.id, reason }, approval)}
    />
  );
}
