import type { MassUnit } from '../../../../domain/reading.ts';

/** Spellings of the units of mass found on the wire. A milligram or a carat is no unit a station buys in. */
const UNITS: ReadonlyMap<string, MassUnit> = new Map([
  ['g', 'g'], ['kg', 'kg'], ['t', 't'], ['lb', 'lb'], ['lbs', 'lb'], ['oz', 'oz'], ['jin', 'jin'], ['liang', 'liang'], ['qian', 'qian'],
  ['公斤', 'kg'], ['千克', 'kg'], ['克', 'g'], ['吨', 't'], ['斤', 'jin'], ['市斤', 'jin'], ['两', 'liang'], ['钱', 'qian'],
]);

const COUNTS: ReadonlySet<string> = new Set(['pcs', 'pc', 'pce', 'ct.', '%', 'cnt', 'qty']);

/** The unit of mass behind a spelling, in any case; null for other text. */
export function massUnitOf(text: string): MassUnit | null {
  return UNITS.get(text) ?? UNITS.get(text.toLowerCase()) ?? null;
}

/** Whether the text marks a count of pieces or a percentage, which is never a weight. */
export function isCountUnit(text: string): boolean {
  return COUNTS.has(text.toLowerCase());
}
