import type { ReactElement, ReactNode } from 'react';
import styles from './parts.module.css';

export interface PlainColumn {
  readonly title: string;
  /** Figures stand to the right. */
  readonly figure?: boolean;
}

export interface PlainRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** Unfolds below the row. */
  readonly more?: ReactNode;
}

/** A short table inside a card: no sorting, no search, at most a foot line. For lists of any length there is `DataTable`. */
export function PlainTable({ label, columns, rows, foot }: { readonly label: string; readonly columns: readonly PlainColumn[]; readonly rows: readonly PlainRow[]; readonly foot?: readonly ReactNode[] }): ReactElement {
  const figure = (index: number): true | undefined => columns[index]?.figure === true || undefined;
  const titleOf = (index: number): string => columns[index]?.title ?? String(index);
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      <table className={styles['plain']} aria-label={label}>
        <thead><tr>{columns.map((column, index) => <th key={column.title} scope="col" data-figure={figure(index)}>{column.title}</th>)}</tr></thead>
        {rows.map((row) => (
          <tbody key={row.key}>
            <tr>{row.cells.map((cell, index) => <td key={titleOf(index)} data-figure={figure(index)}>{cell}</td>)}</tr>
            {row.more === undefined ? null : <tr className={styles['more']}><td colSpan={columns.length}>{row.more}</td></tr>}
          </tbody>
        ))}
        {foot === undefined ? null : <tfoot><tr>{foot.map((cell, index) => <td key={titleOf(index)} data-figure={figure(index)}>{cell}</td>)}</tr></tfoot>}
      </table>
    </div>
  );
}
