import { padColumns, wrapColumns } from './column-text.ts';
import type { TableColumn } from './receipt-document.ts';

interface TableLine {
  readonly text: string;
  readonly bold: boolean;
}

interface Table {
  readonly columns: readonly TableColumn[];
  readonly header?: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Lines of a table as wide as the paper: cells wrap inside their column, one blank parts the columns, nothing is cut. */
export function tableLines(table: Table, paperColumns: number, clean: (text: string) => string): TableLine[] {
  const widths = columnWidths(table.columns, paperColumns);
  const lines = (cells: readonly string[], bold: boolean): TableLine[] => rowLines(cells.map(clean), table.columns, widths).map((text) => ({ text, bold }));
  return [...(table.header === undefined ? [] : lines(table.header, true)), ...table.rows.flatMap((row) => lines(row, false))];
}

/** Every column gets its least width; what is left goes to the growing ones by their shares, the remainder to the first of them. */
export function columnWidths(columns: readonly TableColumn[], paperColumns: number): number[] {
  const gaps = columns.length - 1;
  const spare = paperColumns - gaps - columns.reduce((sum, column) => sum + column.columns, 0);
  if (spare < 0) throw new RangeError('the columns of the table are wider than the paper');
  const shares = columns.reduce((sum, column) => sum + column.grow, 0);
  const widths = columns.map((column) => column.columns + (shares === 0 ? 0 : Math.floor((spare * column.grow) / shares)));
  const remainder = paperColumns - gaps - widths.reduce((sum, width) => sum + width, 0);
  const first = columns.findIndex((column) => column.grow > 0);
  if (first !== -1) widths[first] = (widths[first] ?? 0) + remainder;
  return widths;
}

function rowLines(cells: readonly string[], columns: readonly TableColumn[], widths: readonly number[]): string[] {
  const wrapped = columns.map((_, index) => wrapColumns(cells[index] ?? '', widths[index] ?? 2));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => columns
    .map((column, index) => padColumns(wrapped[index]?.[row] ?? '', widths[index] ?? 2, column.align))
    .join(' ')
    .trimEnd());
}
