import type { TFunction } from 'i18next';
import type { TicketRow } from '../../../../electron/contract/ticket.ts';
import { jinText, sumGrams } from '../../../../electron/domain/mass.ts';
import { modeSums } from '../../../../electron/domain/mode-sums.ts';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { grouped, timeText } from '../../../ui/format/format-text.ts';
import { ModeMoney } from '../../../ui/format/ModeMoney.tsx';
import { Money } from '../../../ui/format/Money.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import type { Language } from '../../../ui/language/languages.ts';
import type { Column } from '../../../ui/table/column.ts';
import styles from './list.module.css';
import { PaidWord, TicketMarks } from './ticket-words.tsx';

type Words = TFunction<'ticket'>;
type Figure = 'grossGrams' | 'netGrams' | 'settlementGrams';

function weightColumn(key: Figure, title: string, more: Partial<Column<TicketRow>> = {}): Column<TicketRow> {
  return {
    key, title, figure: true, width: 7.5, cell: (row) => <Weight grams={row[key]} single />, sortBy: (row) => row[key],
    total: (rows) => <Weight grams={sumGrams(rows.map((row) => row[key]))} single />, ...more,
  };
}

/** The columns of the list of tickets; a total opens what it sums. */
export function ticketColumns(t: Words, language: Language, onOpenTotal: (rows: readonly TicketRow[]) => void): readonly Column<TicketRow>[] {
  const productOf = (row: TicketRow): string => (language === 'zh' ? row.productNameZh : row.productNameEn);
  return [
    { key: 'number', title: t('list.column.number'), width: 13.5, cell: (row) => <span className={styles['number']} data-void={row.paid === 'reversed' || undefined}>{row.number}</span>, sortBy: (row) => row.number, searchText: (row) => row.number },
    { key: 'day', title: t('list.column.day'), width: language === 'zh' ? 9.5 : 10, cell: (row) => <><DateWithWeekday date={row.businessDate} short /> <small className={styles['soft']}>{timeText(row.postedAt)}</small></>, sortBy: (row) => row.postedAt },
    { key: 'member', title: t('list.column.member'), width: 8.5, cell: (row) => <>{row.memberName}{row.owners > 1 ? <small> +{row.owners - 1}</small> : null} <small className={styles['soft']}>{row.memberCode}</small></>, sortBy: (row) => row.memberName, searchText: (row) => `${row.memberName} ${row.memberCode}` },
    { key: 'kind', title: t('list.column.kind'), width: 5.5, cell: (row) => t(`list.kind.${row.partyKind}`), sortBy: (row) => row.partyKind, hiddenAtFirst: true },
    { key: 'product', title: t('list.column.product'), width: 8.5, cell: productOf, sortBy: productOf, searchText: productOf },
    { key: 'grades', title: t('list.column.grades'), width: 5, cell: (row) => row.grades, sortBy: (row) => row.grades },
    { key: 'baskets', title: t('list.column.baskets'), figure: true, width: language === 'zh' ? 4 : 6, cell: (row) => row.baskets, sortBy: (row) => row.baskets, total: (rows) => sumGrams(rows.map((row) => (row.reverses === null ? row.baskets : -row.baskets))) },
    weightColumn('grossGrams', t('list.column.gross'), { hiddenAtFirst: true }),
    weightColumn('netGrams', t('list.column.net'), { onOpenTotal }),
    { key: 'jin', title: t('list.column.jin'), figure: true, width: 5.5, cell: (row) => grouped(jinText(row.netGrams)), sortBy: (row) => row.netGrams, total: (rows) => grouped(jinText(sumGrams(rows.map((row) => row.netGrams)))) },
    weightColumn('settlementGrams', t('list.column.settlement'), { hiddenAtFirst: true }),
    { key: 'amount', title: t('list.column.amount'), figure: true, width: 7.5, cell: (row) => <Money fen={row.totalFen} />, sortBy: (row) => row.totalFen, total: (rows) => <ModeMoney sums={modeSums(rows, (row) => row.totalFen)} />, onOpenTotal },
    { key: 'mode', title: t('list.column.mode'), width: 5.5, cell: (row) => t(`list.mode.${row.mode}`), sortBy: (row) => row.mode, hiddenAtFirst: true },
    { key: 'paid', title: t('list.column.paid'), width: 6.5, cell: (row) => <PaidWord ticket={row} />, sortBy: (row) => row.paid },
    { key: 'marks', title: t('list.column.marks'), width: 6, cell: (row) => <span className={styles['marks']}><TicketMarks ticket={row} /></span>, sortBy: (row) => Number(row.typed) + Number(row.overridden) * 2 },
    { key: 'by', title: t('list.column.by'), width: 6, cell: (row) => row.postedBy, sortBy: (row) => row.postedBy, hiddenAtFirst: true },
  ];
}

/** The same figures for a spreadsheet, plain numbers in kilograms and yuan. */
export const exportHead = ['number', 'day', 'time', 'memberCode', 'member', 'kind', 'product', 'grades', 'baskets', 'gross', 'net', 'jin', 'settlement', 'amount', 'mode', 'paid', 'typed', 'overridden', 'by'] as const;
