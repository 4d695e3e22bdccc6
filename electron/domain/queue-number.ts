import { RuleError } from './rule-error.ts';

/** The number on the slip: the letter of the desk and three digits, more from the thousandth on. Refuses what is no whole number above zero (`number_part_invalid`). */
export function queueLabel(deskLetter: string, number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RuleError('number_part_invalid', 'number');
  return `${deskLetter}${String(number).padStart(3, '0')}`;
}
