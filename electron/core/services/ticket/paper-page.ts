import { ticketOfPage } from '../../../../db/queries/ticket-yard.queries.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import { pageKey } from '../../../domain/paper-page.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/**
 * A ticket out of the paper book, written while there was no power: which moment its prices and its scheme are taken from. It is posted
 * today, with the day of the paper beside it. Its weights are typed ones, so the right to type and the second person apply as ever.
 * Refuses `paper_page_missing`, `paper_time_ahead`, `paper_weights_typed`, and a page that was entered before (`paper_page_entered`).
 */
export function momentOfPrices(context: CommandContext, input: TicketInput): number {
  if (input.writtenAt === null) return context.now;
  if (input.paperNo === null) refuse('paper_page_missing');
  if (input.writtenAt > context.now) refuse('paper_time_ahead');
  if (input.baskets.some(({ gross, tare }) => gross.kind === 'reading' || tare.kind === 'reading')) refuse('paper_weights_typed');
  const before = ticketOfPage.first(context.tx, { page: pageKey(input.paperNo) });
  if (before) refuse('paper_page_entered', { page: input.paperNo, number: before.number });
  return input.writtenAt;
}
