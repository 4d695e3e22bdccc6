import { useState } from 'react';
import { moneyText } from '../../../ui/format/format-text.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';

export type PaidNow = OutputOf<'settlement.payNow'>;
export type PayTarget = { readonly memberId: string } | { readonly ticketId: string };

export interface PayNow {
  readonly pay: (target: PayTarget, order: { readonly name: string; readonly cashBoxId: string; readonly boxName: string; readonly paidFen: number }) => Promise<PaidNow | null>;
  readonly sending: boolean;
  readonly failure: Failure | null;
  readonly forget: () => void;
}

/** Pays at once. Within the day limit one person suffices; past it core asks for a second, and so does the window, in place. */
export function usePayNow(): PayNow {
  const t = useText('settlement');
  const ask = useApproval();
  const { send, sending } = useCommandOp('settlement.payNow');
  const [failure, setFailure] = useState<Failure | null>(null);
  const pay: PayNow['pay'] = async (target, { name, cashBoxId, boxName, paidFen }) => {
    setFailure(null);
    const input = { ...target, cashBoxId, expectedPaidFen: paidFen };
    const first = await send(input);
    const reply = !first.ok && 'refusal' in first && first.refusal.code === 'approval_required'
      ? await ask({
        title: t('pay.ask', { name }), permission: 'approve.money', run: (approval) => send(input, approval),
        facts: [t('pay.askFact', { name, amount: moneyText(paidFen), box: boxName }), ...(first.refusal.params['limit'] === undefined ? [] : [t('pay.askWhy', { limit: String(first.refusal.params['limit']), spent: String(first.refusal.params['spent']) })])],
      }) : first;
    if (reply === null) return null;
    if (reply.ok) return reply.data;
    setFailure(reply);
    return null;
  };
  return { pay, sending, failure, forget: () => setFailure(null) };
}
