import schemeFile from '../../../db/seed/grade-schemes.json' with { type: 'json' };
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import type { ProductDefinition } from '../../domain/scheme-file.ts';
import { parseSchemeFile } from '../../domain/scheme-file.ts';
import type { CommandContext } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { openDocument } from './books/documents.ts';
import { createMaster } from './books/masters.ts';

/** How goods are usually bought in the village; a manager changes it under the product. */
interface Custom { readonly tradedUnit: 'kg' | 'jin'; readonly cycle: 'same_day' | 'ten_day' | 'monthly' | 'season'; readonly lossToleranceBp: number }
const usual: Custom = { tradedUnit: 'jin', cycle: 'ten_day', lossToleranceBp: 100 };
const customs: ReadonlyArray<readonly [codePart: string, custom: Custom]> = [
  ['TEA', { tradedUnit: 'jin', cycle: 'same_day', lossToleranceBp: 50 }], ['LEAF', { tradedUnit: 'jin', cycle: 'same_day', lossToleranceBp: 50 }],
  ['PLUM', { tradedUnit: 'jin', cycle: 'same_day', lossToleranceBp: 100 }], ['TIANMA', { tradedUnit: 'kg', cycle: 'season', lossToleranceBp: 50 }],
];
const customOf = (code: string): Custom => customs.find(([part]) => code.includes(part))?.[1] ?? usual;

/** Tare of what produce usually arrives in, weighed anew by each station, and whether it is the cooperative's own and comes back. */
const containers = [
  ['竹篓', 'Bamboo basket', 900, 0], ['塑料筐', 'Plastic crate', 1_500, 0], ['编织袋', 'Woven bag', 120, 0], ['周转箱', 'Returnable crate', 1_800, 1],
] as const;

/** Products with their grade schemes as offered at the first run. */
export const definitions = (): readonly ProductDefinition[] => parseSchemeFile(schemeFile).products;

export function offeredProducts(): OutputOf<'setup.offer'>['products'] {
  return definitions().map((product) => ({
    code: product.code, nameZh: product.nameZh, nameEn: product.nameEn, mode: 'outright', tradedUnit: customOf(product.code).tradedUnit,
    grades: (product.schemes[0]?.grades ?? []).map((grade) => ({ id: grade.id, nameZh: grade.nameZh, nameEn: grade.nameEn, sellable: grade.sellable, confidence: grade.confidence })),
  }));
}

function addProduct(context: CommandContext, definition: ProductDefinition): number {
  const custom = customOf(definition.code);
  const { id } = createMaster(context, 'product', {
    code: definition.code, name_zh: definition.nameZh, name_en: definition.nameEn, lot_prefix: definition.lotCodePrefix, mode: 'outright', cycle: custom.cycle,
    traded_unit: custom.tradedUnit, resolution_g: 10, loss_tolerance_bp: custom.lossToleranceBp, active: 1,
  });
  const [scheme] = definition.schemes;
  if (scheme) {
    createMaster(context, 'scheme', {
      product_id: id, number: 1, title_zh: scheme.name ?? definition.nameZh, title_en: definition.nameEn, definition: JSON.stringify({ ...scheme, deductions: definition.deductions }),
      valid_from: context.now, valid_to: null, parent_id: null, reason: null, resolution: null, confirmed: 0,
    });
  }
  return id;
}

/** Writes the chosen products with their schemes, the usual containers and the first price sheet. */
export function seedGoods(context: CommandContext, plan: ParsedInputOf<'setup.create'>): void {
  const known = new Map(definitions().map((definition) => [definition.code, definition]));
  const ids = new Map(plan.products.map((code) => [code, addProduct(context, known.get(code) ?? refuse('product_unknown', { code }))]));
  for (const [nameZh, nameEn, tareGrams, returnable] of containers) createMaster(context, 'container', { name_zh: nameZh, name_en: nameEn, tare_g: tareGrams, active: 1, returnable, deposit_fen: 0 });
  if (plan.prices.length === 0) return;
  const sheet = openDocument(context, { type: 'price_sheet' });
  sheet.add('price_sheet', { document_id: sheet.id, effective_from: context.now, note: null });
  for (const price of plan.prices) {
    sheet.add('price', {
      ulid: context.station.ids.ulid(), document_id: sheet.id, product_id: ids.get(price.productCode) ?? refuse('product_unknown', { code: price.productCode }),
      grade: price.grade, quota_part: 'board', price_e4: price.priceE4, effective_from: context.now,
    });
  }
  sheet.seal({ payload: { prices: plan.prices.length } });
}
