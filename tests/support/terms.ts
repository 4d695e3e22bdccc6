import type { OutputOf } from '../../electron/contract/operations.ts';
import type { DeductionTerm } from '../../electron/domain/deduction-terms.ts';
import type { TestStation } from './station.ts';

/** Weight for water: 2 % at 15 %, in between by the straight line, refused above 18 %. */
export const water: DeductionTerm = {
  factor: 'moisture', nameZh: '扣水', nameEn: 'Moisture', acts: 'weight', method: 'interpolated', basePct: '14.0', rejectAbovePct: '18', rows: [{ atPct: '15', stepPct: null, takes: 200 }, { atPct: '18', stepPct: null, takes: 1_100 }],
};

/** Price for damaged pods: 2 % off for each half point over 1 %. */
export const damaged: DeductionTerm = {
  factor: 'defect', nameZh: '残次扣价', nameEn: 'Damage discount', acts: 'price_share', method: 'step_table', basePct: '1.0', rejectAbovePct: null, rows: [{ atPct: '1.0', stepPct: '0.5', takes: 200 }],
};

/** Publishes terms of a product over whatever is the newest version, as the manager. */
export async function publishTerms(station: TestStation, productId: string, terms: readonly DeductionTerm[], more: { readonly effectiveFrom?: number; readonly rule?: 'added' | 'in_turn'; readonly coming?: 'keep' | 'replace' } = {}): Promise<OutputOf<'deduction.publish'>> {
  station.clock.forward(1_000);
  const manager = await station.as('manager');
  const [newest] = (await station.must(manager, 'deduction.terms', { productId })).rows;
  return station.must(manager, 'deduction.publish', { productId, basedOn: newest?.id ?? null, effectiveFrom: more.effectiveFrom ?? null, reason: '成员大会定的', rule: more.rule ?? 'added', terms: [...terms], ...(more.coming === undefined ? {} : { coming: more.coming }) });
}
