import { settingValue } from '../../../../db/queries/setting.queries.ts';
import { ticketOfPage } from '../../../../db/queries/ticket-yard.queries.ts';
import { mayRole } from '../../../contract/permission.ts';
import type { TicketInput } from '../../../contract/ticket.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { isPaperTooOld, pageKey, paperDays } from '../../../domain/paper-page.ts';
import { parseJson } from '../../platform/json-text.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';

/** A page or slip stands for one ticket; a number beside weights of the scale is only a note. Refuses `paper_page_entered`. */
function refuseDouble(context: CommandContext, page: string): void {
  const before = ticketOfPage.first(context.tx, { page: pageKey(page) });
  if (before) refuse('paper_page_entered', { page, number: before.number });
}

/** A page older than the station's limit needs a reason and a manager, at the desk or as the second person. Refuses `paper_too_old`. */
function refuseTooOld(context: CommandContext, input: TicketInput, writtenAt: number): void {
  const days = paperDays(parseJson(settingValue.first(context.tx, { key: 'paper_book.days' })?.value ?? ''));
  const day = businessDate(writtenAt);
  if (!isPaperTooOld(day, context.businessDate, days)) return;
  const hasManager = [context.user, context.approver].some((person) => person !== null && mayRole(person.role, 'ticket.paper_late'));
  if (!hasManager || input.lateReason === null) refuse('paper_too_old', { day, days });
}

export const hasTypedWeight = ({ baskets }: Pick<TicketInput, 'baskets'>): boolean => baskets.some(({ gross, tare }) => gross.kind === 'typed' || tare.kind === 'typed');

/**
 * A ticket out of the paper book, written while there was no power: which moment its prices and its scheme are taken from. It is posted
 * today, with the day of the paper beside it. Its weights are typed ones, so the right to type and the second person apply as ever.
 * Refuses `paper_page_missing`, `paper_time_ahead`, `paper_too_old`, `paper_weights_typed`, and a page or slip that was entered before (`paper_page_entered`).
 */
export function momentOfPrices(context: CommandContext, input: TicketInput): number {
  if (input.writtenAt === null) {
    if (input.paperNo !== null && hasTypedWeight(input)) refuseDouble(context, input.paperNo);
    return context.now;
  }
  if (input.paperNo === null) refuse('paper_page_missing');
  if (input.writtenAt > context.now) refuse('paper_time_ahead');
  if (input.baskets.some(({ gross, tare }) => gross.kind === 'reading' || tare.kind === 'reading')) refuse('paper_weights_typed');
  refuseTooOld(context, input, input.writtenAt);
  refuseDouble(context, input.paperNo);
  return input.writtenAt;
}
