import type { ReadHandle } from '../../../../db/connection.ts';
import { termsInForce } from '../../../../db/queries/deduction.queries.ts';
import type { ProductTerms } from '../../../contract/deduction.ts';
import type { DeductionTerm } from '../../../domain/deduction-terms.ts';

/** The published terms of a product at a moment, with the row they stand in; null while none were published. */
export function findTerms(db: ReadHandle, productId: number, at: number): (ProductTerms & { readonly documentId: number }) | null {
  const row = termsInForce.first(db, { productId, at });
  if (!row) return null;
  return { documentId: row.id, id: row.ulid, number: row.number, effectiveFrom: row.effectiveFrom, rule: row.rule as ProductTerms['rule'], terms: JSON.parse(row.terms) as DeductionTerm[] };
}

/** What the published terms of a product measure beside its grade scheme. */
export const factorsInForce = (db: ReadHandle, productId: number, at: number): string[] => findTerms(db, productId, at)?.terms.map(({ factor }) => factor) ?? [];
