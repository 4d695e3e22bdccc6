import type { Column } from './column.ts';
import type { TableSort } from './table-memory.ts';

function compare(left: string | number, right: string | number, collator: Intl.Collator): number {
  return typeof left === 'number' && typeof right === 'number' ? left - right : collator.compare(String(left), String(right));
}

/** The rows that fit the filter, in the chosen order. Rows that are equal keep the order they came in. */
export function shownRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filter: string, sort: TableSort | null, language: string): readonly Row[] {
  const wanted = filter.normalize('NFKC').trim().toLowerCase();
  const searched = columns.flatMap((column) => (column.searchText === undefined ? [] : [column.searchText]));
  const fitting = wanted === '' ? rows : rows.filter((row) => searched.some((textOf) => textOf(row).toLowerCase().includes(wanted)));
  const by = sort === null ? undefined : columns.find((column) => column.key === sort.key)?.sortBy;
  if (sort === null || by === undefined) return fitting;
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  return [...fitting].sort((left, right) => compare(by(left), by(right), collator) * (sort.down ? -1 : 1));
}
