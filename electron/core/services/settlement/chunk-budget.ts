/** The work of a chunk aims at a third of what the desk may be held (50 ms), so that a slow moment of the machine or its disk stays within it. */
export const aimMs = 16;
/** Small enough for the slowest machine, and before the program has warmed up. */
export const firstBudgetLines = 200;
const growth = { least: 0.25, most: 1.5 } as const;
const bounds = { least: 50, most: 6_000 } as const;

/**
 * The lines for the next chunk: as many as the last one would have done in the time a chunk aims at. The wait for its commit does not count:
 * fewer lines would not shorten it. Grows from the budget, not from what was taken, for payees are taken whole.
 */
export function nextBudget(budget: number, took: { readonly lines: number; readonly workedMs: number }): number {
  if (took.lines < budget / 4) return budget;
  const wanted = Math.min(budget * growth.most, Math.max(budget * growth.least, took.lines * aimMs / Math.max(took.workedMs, 0.1)));
  return Math.floor(Math.min(bounds.most, Math.max(bounds.least, wanted)));
}
