import type { Fen } from './money.ts';
import { sumFen } from './money.ts';
import type { PurchaseMode } from './ticket.ts';

/** Money for goods bought and for goods taken on consignment: they stand on accounts of their own and are never added together. */
export interface ModeSums {
  readonly outrightFen: Fen;
  readonly consignedFen: Fen;
}

/** Sums the money of rows by how their goods were taken. Refuses sums beyond exact numbers. */
export function modeSums<Row extends { readonly mode: PurchaseMode }>(rows: readonly Row[], fenOf: (row: Row) => Fen): ModeSums {
  const sumOf = (mode: PurchaseMode): Fen => sumFen(rows.filter((row) => row.mode === mode).map(fenOf));
  return { outrightFen: sumOf('outright'), consignedFen: sumOf('consignment') };
}
