import type { Schedules } from '../../../../electron/contract/contract.ts';
import { useQueryOp } from '../../../api/use-operation.ts';

/** A premium begins at a time of day, so it is asked again without an event, as the prices are. */
const askedEveryMs = 30_000;
const none: Schedules = { contracts: [], premiums: [] };

export interface PricedGoods {
  readonly owners: readonly { readonly memberId: string }[];
  readonly productId: string | null;
}

/** Contracts and premiums of the owners for the goods on the desk, now or when a page was written; nothing while either is open. Core reads them again when it posts. */
export function useSchedules({ owners, productId }: PricedGoods, at: number | null = null): Schedules {
  const answer = useQueryOp('contract.schedules', { productId: productId ?? '', memberIds: owners.map((owner) => owner.memberId), ...(at === null ? {} : { at }) }, { enabled: productId !== null && owners.length > 0, refreshMs: askedEveryMs });
  return answer.data?.ok === true ? answer.data.data : none;
}
