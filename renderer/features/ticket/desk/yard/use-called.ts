import { useCallback } from 'react';
import type { MemberRow } from '../../../../../electron/contract/member.ts';
import type { QueueRow } from '../../../../../electron/contract/queue.ts';
import { call } from '../../../../api/station.ts';
import { useCommandOp } from '../../../../api/use-operation.ts';
import type { DeskView } from '../desk-model.ts';

/** What happens when a number is called: who is known by it stands at the desk at once, with the product named on arrival. */
export function useCalled(desk: DeskView, choose: (member: MemberRow) => void): { readonly next: () => Promise<void>; readonly called: (row: QueueRow) => Promise<void> } {
  const { send } = useCommandOp('queue.next');
  const { dispatch } = desk;
  const called = useCallback(async (row: QueueRow): Promise<void> => {
    if (row.memberCode === null) return;
    const found = await call('member.search', { text: row.memberCode, limit: 1 });
    const member = found.ok ? found.data.rows.find((each) => each.id === row.memberId && each.status === 'active') : undefined;
    if (member === undefined) return;
    choose(member);
    if (row.productId !== null) dispatch({ type: 'productProposed', productId: row.productId });
  }, [choose, dispatch]);
  const next = useCallback(async (): Promise<void> => {
    const reply = await send({});
    if (reply.ok) await called(reply.data);
  }, [called, send]);
  return { next, called };
}
