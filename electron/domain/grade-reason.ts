import type { Grade } from './grade.ts';

/** What was proposed for the whole delivery; null where the measures do not decide, or no machine spoke. */
export interface ProposedGrades { readonly scheme: string | null; readonly machine: string | null }

/**
 * Whether the decided grades need a reason. One grade for the whole delivery does unless it is the one the measures give, and the
 * machine's where one spoke. Goods sorted into several grades do where any part, however small, stands above a proposal for the whole:
 * sorting down is what sorting is for, sorting up pays more than was measured. Without a scheme (`grades` null) nothing is proposed
 * and nothing to be explained; goods not yet decided need no reason either.
 */
export function needsGradeReason(grades: ReadonlyArray<Pick<Grade, 'id' | 'rank'>> | null, proposed: ProposedGrades, decided: readonly string[]): boolean {
  const [first, ...others] = decided;
  if (grades === null || first === undefined) return false;
  if (others.length === 0) return proposed.scheme !== first || (proposed.machine !== null && proposed.machine !== first);
  const rankOf = (id: string): number | undefined => grades.find((grade) => grade.id === id)?.rank;
  const best = Math.min(...decided.map((id) => rankOf(id) ?? Infinity));
  return [proposed.scheme, proposed.machine].some((id) => id !== null && (rankOf(id) ?? 0) > best);
}
