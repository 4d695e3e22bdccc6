import { crateBalances } from '../../../../db/queries/crate.queries.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import { inLanguage, paperText, type SlipLanguage } from '../../documents/paper-text.ts';
import { momentText } from '../../documents/paper-values.ts';
import type { QueryContext } from '../../rpc/handler.ts';

/** What a weigh slip says besides weights and money: the page of the paper book, the crates of the day and what the member now has of them. */
export function ticketRemarks(context: QueryContext, ticket: TicketDetail, locale: SlipLanguage): { readonly label: string; readonly value: string }[] {
  const text = paperText(locale);
  const name = (named: { readonly nameZh: string; readonly nameEn: string }): string => inLanguage(locale, named.nameZh, named.nameEn);
  const paper = ticket.writtenAt === null ? [] : [{ label: text('fromPaper'), value: text('paperPage', { page: ticket.paperNo ?? '', at: momentText(ticket.writtenAt) }) }];
  const moves = ticket.crates.map((crate) => ({ label: text('crateMoves', { name: name(crate) }), value: text('crateCounts', { in: crate.inCount, out: crate.outCount }) }));
  if (moves.length === 0) return paper;
  const balances = crateBalances.all(context.db, { memberUlid: ticket.memberId }).map((balance) => ({ label: text('cratesNow', { name: name(balance) }), value: String(balance.count) }));
  return [...paper, ...moves, ...balances];
}
