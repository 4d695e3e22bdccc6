import type { ReactNode } from 'react';

/** One column of a `DataTable`. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by; without it the column does not sort. Text sorts as people of the language do. */
  readonly sortBy?: (row: Row) => string | number;
  /** What the table's search box looks through. */
  readonly searchText?: (row: Row) => string;
  /** Figures stand to the right. */
  readonly figure?: boolean;
  /** In characters of base text; the rest of the width is shared by columns without one. */
  readonly width?: number;
  /** The total of the shown rows, computed with a domain function. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
  /** Opens what the total sums. */
  readonly onOpenTotal?: (rows: readonly Row[]) => void;
  /** Hidden until a person chooses it. */
  readonly hiddenAtFirst?: boolean;
}
