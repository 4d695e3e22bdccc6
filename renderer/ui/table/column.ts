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

/** Room for the arrow of the order and the edges of a cell, in characters of base text. */
const aroundTitle = 2.6;
const sharedWidth = 7;

/** How wide a word stands in the head: a Chinese sign takes a whole character, a Latin letter little more than half of one. */
const widthOfWord = (word: string): number => [...word].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.62 : 1), 0);

/** The width of a column, never so narrow that a word of its title breaks apart. Chinese may break between any two signs. */
export function columnWidth({ title, width = sharedWidth }: Pick<Column<never>, 'title' | 'width'>): number {
  const longest = Math.max(...title.split(/[\s/]|(?<=[\u2e80-\uffff])/u).map(widthOfWord));
  return Math.max(width, longest + aroundTitle);
}

/** Below this width the table scrolls sideways rather than breaking words apart. */
export const narrowest = (columns: readonly Pick<Column<never>, 'title' | 'width'>[]): number => columns.reduce((sum, column) => sum + columnWidth(column), 0);
