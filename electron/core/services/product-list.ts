import type { ReadHandle } from '../../../db/connection.ts';
import { allProducts } from '../../../db/queries/product.queries.ts';
import { schemeInForce } from '../../../db/queries/ticket.queries.ts';
import type { Product } from '../../contract/product.ts';
import { findTerms } from './deduction/terms-in-force.ts';
import { schemeDefinition } from './scheme-definition.ts';

/** Every product with the scheme and the deduction terms that hold at a moment (milliseconds UTC). */
export function listProducts(db: ReadHandle, at: number): Product[] {
  return allProducts.all(db, {}).map((row) => {
    const scheme = schemeInForce.first(db, { productId: row.id, at });
    const terms = findTerms(db, row.id, at);
    return {
      id: row.ulid, version: row.version, code: row.code, nameZh: row.name_zh, nameEn: row.name_en, mode: row.mode as Product['mode'], cycle: row.cycle as Product['cycle'],
      tradedUnit: row.traded_unit as Product['tradedUnit'], resolutionGrams: row.resolution_g, lossToleranceBp: row.loss_tolerance_bp, active: row.active === 1,
      terms: terms === null ? null : { id: terms.id, number: terms.number, effectiveFrom: terms.effectiveFrom, rule: terms.rule, terms: terms.terms },
      scheme: scheme ? {
        id: scheme.ulid, number: scheme.number, titleZh: scheme.title_zh, titleEn: scheme.title_en, validFrom: scheme.valid_from, confirmed: scheme.confirmed === 1,
        definition: schemeDefinition(scheme.definition),
      } : null,
    };
  });
}
