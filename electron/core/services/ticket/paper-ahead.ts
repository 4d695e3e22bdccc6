import { documentByUlid } from '../../../../db/queries/books.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import { notPosted } from '../../documents/not-posted.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { Refusal } from '../../rpc/refusal.ts';
import { paperRequest } from '../printing/paper-request.ts';
import { printerFor } from '../printing/printer-profiles.ts';
import { postTicket } from './post.ts';

/** Carries the paper out of a transaction that must leave nothing behind. */
class PaperAhead extends Error {
  readonly request: PaperRequest;
  constructor(request: PaperRequest) {
    super('the ticket was only looked at');
    this.request = request;
  }
}

/** Why goods go back is asked last and stands on a paper of its own; until then one reason holds the place. */
const withReasons = (input: TicketInput): TicketInput =>
  (input.returnedGrams > 0 && input.returns.length === 0 ? { ...input, returns: [{ grams: input.returnedGrams, reason: '…' }] } : input);

/**
 * The weigh slip that posting would print: the ticket is posted by the very code that posts it, its slip is laid out from the rows, and all of
 * it is rolled back, number and event with it. So nothing on the paper is computed a second way. Takes the write connection for as long as a
 * posting without its commit, a few milliseconds.
 */
function slipIfPosted(context: QueryContext, input: TicketInput): PaperRequest {
  try {
    return context.station.db.transact((tx): PaperRequest => {
      const trial: CommandContext = { ...context, tx, afterCommit: () => undefined };
      const { id } = postTicket(trial, withReasons(input));
      const order = { documentId: documentByUlid.one(tx, { ulid: id }).id, documentUlid: id, paper: 'receipt', lotCode: null, locale: signedIn(context).locale, copy: null };
      throw new PaperAhead(paperRequest(trial, order, printerFor(tx, 'receipt')));
    });
  } catch (error) {
    if (error instanceof PaperAhead) return error.request;
    throw error;
  }
}

/** Another amount than the page computed is what the paper would say, so it is shown; posting itself still refuses it. */
function slipAtTodaysAmount(context: QueryContext, input: TicketInput): PaperRequest {
  try {
    return slipIfPosted(context, input);
  } catch (error) {
    const now = error instanceof Refusal && error.code === 'amount_changed' ? error.params['now'] : undefined;
    if (typeof now !== 'number') throw error;
    return slipIfPosted(context, { ...input, expectedTotalFen: now });
  }
}

/** The weigh slip of a ticket that is still being entered, dot for dot; what only posting gives (number, signed code) says so. Refuses what posting refuses. */
export async function paperAhead(context: QueryContext, input: TicketInput): Promise<OutputOf<'ticket.paperAhead'>> {
  const request = notPosted(slipAtTodaysAmount(context, input));
  const { png, widthDots, heightDots, substitutions } = await context.station.live.spool.drawer.preview(request);
  return { png: png.toString('base64'), widthMm: printerFor(context.db, 'receipt')?.widthMm === 58 ? 58 : 80, widthDots, heightDots, substitutions: substitutions.map((found) => found.codePoint) };
}
