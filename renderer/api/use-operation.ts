import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Approval } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, ReplyOf } from './operation-types.ts';
import { call, newCommandId } from './station.ts';

export interface QueryOpOptions {
  readonly enabled?: boolean;
  /** Keep showing the last answer while a changed input is asked, as a search box wants. */
  readonly keepPrevious?: boolean;
  /** Milliseconds until an answer is asked again on the next look; 0 by default, because events renew what changed. A refusal or a fault is always asked again. */
  readonly staleMs?: number;
  /** Milliseconds between asking again by itself, for what changes without an event. */
  readonly refreshMs?: number;
}

/** The key under which an answer is kept: the area first, so that an event of an area renews all its answers. */
export function queryKeyOf(op: OperationName, input: unknown): readonly unknown[] {
  const [area = op] = op.split('.');
  return [area, op, input];
}

/**
 * Asks a query and keeps the answer fresh. `data` is the whole envelope: look at `data.ok` first. `error` is set only for a bug.
 */
export function useQueryOp<Name extends OperationName>(op: Name, input: InputOf<Name>, options: QueryOpOptions = {}): UseQueryResult<ReplyOf<Name>> {
  const result = useQuery<ReplyOf<Name>, Error, ReplyOf<Name>, readonly unknown[]>({
    queryKey: queryKeyOf(op, input),
    queryFn: () => call(op, input),
    enabled: options.enabled ?? true,
    // What was refused while nobody was at the desk must not be shown to whoever signs in next.
    staleTime: ({ state }) => (state.data?.ok === false ? 0 : options.staleMs ?? 0),
    refetchInterval: options.refreshMs ?? false,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
  return result;
}

export interface CommandOp<Name extends OperationName> {
  /** Sends the command. Sending the same input again after no answer keeps its id; a new answer ends it. */
  readonly send: (input: InputOf<Name>, approval?: Approval) => Promise<ReplyOf<Name>>;
  readonly sending: boolean;
  /** The last envelope, to show a refusal or a fault in place. */
  readonly reply: ReplyOf<Name> | undefined;
  readonly reset: () => void;
}

/** A command with its id made before sending. Everything its area shows is asked again after success. */
export function useCommandOp<Name extends OperationName>(op: Name): CommandOp<Name> {
  const client = useQueryClient();
  const unanswered = useRef<{ readonly text: string; readonly commandId: string } | null>(null);
  const mutation = useMutation<ReplyOf<Name>, Error, { input: InputOf<Name>; approval: Approval | undefined }>({
    networkMode: 'always',
    mutationFn: async ({ input, approval }) => {
      const text = JSON.stringify(input);
      const commandId = unanswered.current?.text === text ? unanswered.current.commandId : newCommandId();
      unanswered.current = { text, commandId };
      const reply = await call(op, input, approval === undefined ? { commandId } : { commandId, approval });
      unanswered.current = null;
      if (reply.ok) await client.invalidateQueries({ queryKey: [op.split('.')[0]], refetchType: 'active' });
      return reply;
    },
  });
  const { mutateAsync, reset } = mutation;
  const send = useCallback((input: InputOf<Name>, approval?: Approval) => mutateAsync({ input, approval }), [mutateAsync]);
  return { send, sending: mutation.isPending, reply: mutation.data, reset };
}
