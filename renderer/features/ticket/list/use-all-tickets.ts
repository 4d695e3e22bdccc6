import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { InputOf, OutputOf, ReplyOf } from '../../../api/operation-types.ts';
import { call } from '../../../api/station.ts';
import { queryKeyOf } from '../../../api/use-operation.ts';

/** Beyond this the screen asks for a shorter period instead of filling the memory of a small computer. */
export const mostRows = 6_000;
const slice = 500;

/** All tickets a filter finds, slice by slice, with the totals of core over all of them; at most `mostRows` rows. */
export async function readAllTickets(input: InputOf<'ticket.list'>): Promise<ReplyOf<'ticket.list'>> {
  const rows: OutputOf<'ticket.list'>['rows'] = [];
  for (;;) {
    const reply = await call('ticket.list', { ...input, limit: slice, offset: rows.length });
    if (!reply.ok) return reply;
    rows.push(...reply.data.rows);
    if (reply.data.rows.length < slice || rows.length >= mostRows) return { ok: true, data: { ...reply.data, rows } };
  }
}

/** Keeps all tickets of a filter fresh, like `useQueryOp` does one slice. */
export function useAllTickets(input: InputOf<'ticket.list'>, enabled = true): UseQueryResult<ReplyOf<'ticket.list'>> {
  return useQuery<ReplyOf<'ticket.list'>, Error, ReplyOf<'ticket.list'>, readonly unknown[]>({
    queryKey: [...queryKeyOf('ticket.list', input), 'all'], queryFn: () => readAllTickets(input), enabled, placeholderData: keepPreviousData,
  });
}
