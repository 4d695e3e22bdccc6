import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Failure, OutputOf } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import type { DeskPreview } from './model/desk-preview.ts';
import type { DeskState } from './model/desk-state.ts';
import { ticketInput } from './model/ticket-input.ts';

/** What the desk says of the ticket it has just posted. */
export interface PostedTicket {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly totalFen: number;
  readonly productId: string | null;
  readonly jobs: readonly string[];
  readonly awaitingCountersign: boolean;
  readonly cratesBelow: OutputOf<'ticket.post'>['cratesBelow'];
}

export interface ChangedAmount { readonly seen: number; readonly now: number }

export interface Posting {
  readonly posting: boolean;
  readonly posted: PostedTicket | null;
  readonly failure: Failure | null;
  /** Core computes another amount than the clerk saw; the next post accepts it. */
  readonly changed: ChangedAmount | null;
  readonly post: (state: DeskState, preview: DeskPreview) => Promise<PostedTicket | null>;
  /** The ticket was changed: what was refused or accepted before says nothing about it any more. */
  readonly reset: () => void;
}

function changedAmount(failure: Failure): ChangedAmount | null {
  if (!('refusal' in failure) || failure.refusal.code !== 'amount_changed') return null;
  const { seen, now } = failure.refusal.params;
  return typeof seen === 'number' && typeof now === 'number' ? { seen, now } : null;
}

/** Posts the ticket, once however often Enter is pressed, and keeps what came of it. */
export function usePosting(): Posting {
  const command = useCommandOp('ticket.post');
  const [posted, setPosted] = useState<PostedTicket | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState<ChangedAmount | null>(null);
  const busy = useRef(false);
  const client = useQueryClient();
  const { send } = command;
  const post = useCallback(async (state: DeskState, preview: DeskPreview): Promise<PostedTicket | null> => {
    const input = ticketInput(state, preview, changed?.now ?? null);
    if (input === null || busy.current) return null;
    busy.current = true;
    try {
      const reply = await send(input);
      if (!reply.ok) {
        setFailure(reply);
        const amounts = changedAmount(reply);
        setChanged(amounts);
        // The screen computes with old prices or an old quota, then; the new ones belong beside the new amount.
        if (amounts !== null) await Promise.all([client.invalidateQueries({ queryKey: ['price'] }), client.invalidateQueries({ queryKey: ['contract'] })]);
        if ('refusal' in reply && reply.refusal.code === 'terms_changed') await client.invalidateQueries({ queryKey: ['product'] });
        return null;
      }
      const { id, number, totalFen, jobs, awaitingCountersign, cratesBelow } = reply.data;
      const ticket = { id, number, name: state.owners[0]?.name ?? '', totalFen, productId: state.productId, jobs, awaitingCountersign, cratesBelow };
      setFailure(null);
      setChanged(null);
      setPosted(ticket);
      return ticket;
    } finally {
      busy.current = false;
    }
  }, [changed, client, send]);
  const reset = useCallback((): void => {
    setFailure(null);
    setChanged(null);
  }, []);
  return { posting: command.sending, posted, failure, changed, post, reset };
}
