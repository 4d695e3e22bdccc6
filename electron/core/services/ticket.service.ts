import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { dayReport } from './ticket/day-report.ts';
import { discardDraft, listDrafts, saveDraft } from './ticket/drafts.ts';
import { ticketEvidence } from './ticket/evidence.ts';
import { exportProof } from './ticket/export-proof.ts';
import { listTickets, ticketDetail } from './ticket/look-back.ts';
import { paperAhead } from './ticket/paper-ahead.ts';
import { postTicket } from './ticket/post.ts';
import { reverseTicket } from './ticket/reverse.ts';
import { lastNetGrams } from './ticket/yard-rows.ts';

type Own = 'draft.list' | 'draft.save' | 'draft.discard' | 'ticket.post' | 'ticket.reverse' | 'ticket.list' | 'ticket.get' | 'ticket.evidence' | 'ticket.exportProof' | 'ticket.usual' | 'ticket.paperAhead' | 'report.day';

/** From the half-entered draft to the posted ticket, its reversal, and the look back. */
export const ticketHandlers = {
  'draft.list': ask(listDrafts),
  'draft.save': change(saveDraft, { once: false }),
  'draft.discard': change(discardDraft),
  'ticket.post': change(postTicket),
  'ticket.reverse': change(reverseTicket),
  'ticket.list': ask(listTickets),
  'ticket.get': ask((context, { id }) => ticketDetail(context, id)),
  'ticket.evidence': ask((context, { id }) => ticketEvidence(context, id)),
  // Made anew each time and never kept: the rows it is made of are.
  'ticket.exportProof': change(exportProof, { once: false }),
  'ticket.usual': ask((context, input) => ({ netGrams: lastNetGrams(context, input) })),
  'ticket.paperAhead': ask(paperAhead),
  'report.day': ask(dayReport),
} satisfies HandlersOf<Own>;
