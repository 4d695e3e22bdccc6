import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'draft.list' | 'draft.save' | 'draft.discard' | 'ticket.post' | 'ticket.reverse' | 'ticket.list' | 'ticket.get' | 'report.day';

export const ticketHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
