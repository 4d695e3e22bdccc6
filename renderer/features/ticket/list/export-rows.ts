import type { TFunction } from 'i18next';
import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { jinText, kilogramText } from '../../../../electron/domain/mass.ts';
import { yuanText } from '../../../../electron/domain/money.ts';
import { timeText } from '../../../ui/format/format-text.ts';
import type { Language } from '../../../ui/language/languages.ts';
import { exportHead } from './ticket-columns.tsx';

/** The head of the exported list, in the window's language. */
export function exportTitles(t: TFunction<'ticket'>): readonly string[] {
  return exportHead.map((name) => t(`list.export.${name}`));
}

/** Tickets for a spreadsheet: plain numbers, kilograms and yuan. */
export function exportRows(rows: readonly TicketRow[], t: TFunction<'ticket'>, language: Language): readonly (readonly string[])[] {
  const yes = (holds: boolean): string => (holds ? t('list.export.yes') : '');
  return rows.map((row) => [
    row.number, row.businessDate, timeText(row.postedAt), row.memberCode, row.memberName, t(`list.kind.${row.partyKind}`), language === 'zh' ? row.productNameZh : row.productNameEn, row.grades, String(row.baskets),
    kilogramText(row.grossGrams), kilogramText(row.netGrams), jinText(row.netGrams), kilogramText(row.settlementGrams), yuanText(row.totalFen), t(`list.mode.${row.mode}`),
    t(`list.paid.${row.reverses === null ? row.paid : 'reversal'}`), yes(row.typed), yes(row.overridden), row.postedBy,
  ]);
}
