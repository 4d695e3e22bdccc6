const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** Whole days and hours between the last entry and now (UTC epoch ms); zero where the clock stands behind the entry. */
export function restOf(lastEventAt: number, now: number): { readonly days: number; readonly hours: number } {
  const restMs = Math.max(0, now - lastEventAt);
  return { days: Math.floor(restMs / dayMs), hours: Math.floor((restMs % dayMs) / hourMs) };
}
