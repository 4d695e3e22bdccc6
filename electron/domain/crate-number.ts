import { RuleError } from './rule-error.ts';

/** The number on a crate of the cooperative, with the desk that gave it: `GZ01A-K-0001`, `LX-` before it in training. Refuses what is no whole number above zero (`number_part_invalid`). */
export function crateCode(desk: { readonly stationCode: string; readonly deskLetter: string; readonly training: boolean }, number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RuleError('number_part_invalid', 'number');
  return `${desk.training ? 'LX-' : ''}${desk.stationCode}${desk.deskLetter}-K-${String(number).padStart(4, '0')}`;
}
