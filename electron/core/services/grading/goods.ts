import type { SchemeDefinition } from '../../../contract/product.ts';
import type { ReadHandle } from '../../../../db/connection.ts';
import { productByUlid, schemeInForce } from '../../../../db/queries/ticket.queries.ts';
import { refuse } from '../../rpc/refusal.ts';
import { schemeDefinition } from '../scheme-definition.ts';

/** A product with the scheme in force at a moment; refuses `product_unknown`. */
export function schemeOf(db: ReadHandle, productId: string, at: number) {
  const product = productByUlid.first(db, { ulid: productId }) ?? refuse('product_unknown');
  const scheme = schemeInForce.first(db, { productId: product.id, at }) ?? null;
  return { product, scheme, definition: scheme === null ? null : schemeDefinition(scheme.definition) };
}

/** Refuses grades and attributes neither the scheme nor the terms of deduction have (`grade_unknown`, `attribute_unknown`). */
export function refuseStrange(definition: SchemeDefinition | null, grades: readonly string[], attributes: readonly string[], factors: readonly string[] = []): void {
  const grade = grades.find((id) => definition?.grades.some((known) => known.id === id) !== true);
  if (grade !== undefined) refuse('grade_unknown', { grade });
  const isKnown = (id: string): boolean => definition?.attributes.some((known) => known.id === id) === true || definition?.deductions.some(({ factor }) => factor === id) === true || factors.includes(id);
  const attribute = attributes.find((id) => !isKnown(id));
  if (attribute !== undefined) refuse('attribute_unknown', { attribute });
}
