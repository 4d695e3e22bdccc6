import { call } from '../../../api/station.ts';
import type { Finding } from '../../../app/area.ts';
import { moneyText, shortDateTextOf } from '../../../ui/format/format-text.ts';
import { currentLanguage } from '../../../ui/language/language.ts';

/** Tickets by number, seller's name or code, the newest first. */
export async function findTickets(text: string): Promise<readonly Finding[]> {
  const reply = await call('ticket.list', { text, limit: 6 });
  if (!reply.ok) return [];
  return reply.data.rows.map((row): Finding => ({
    key: `ticket-${row.id}`, title: row.number, detail: `${row.memberName} ${moneyText(row.totalFen)} ${shortDateTextOf(row.businessDate, currentLanguage())}`, icon: 'tickets', path: `/tickets/${row.id}`,
  }));
}
