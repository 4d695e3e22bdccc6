/** What to do about a core that has just died. */
export type RestartStep = { readonly step: 'restart'; readonly afterMs: number } | { readonly step: 'rescue' };

const minuteMs = 60_000;
const memoryMs = 10 * minuteMs;
const deathsBeforeRescue = 3;
const backOffMs = [500, 2_000, 5_000] as const;

/**
 * Restart after 0.5 s, 2 s and 5 s; the third death within one minute leads to the rescue screen. A death is forgotten
 * after ten minutes, so a core that falls now and then is started again quickly.
 *
 * @param deathsAt monotonic milliseconds of every death, the present one last
 */
export function nextStep(deathsAt: readonly number[]): RestartStep {
  const now = deathsAt.at(-1) ?? 0;
  if (deathsAt.filter((at) => now - at < minuteMs).length >= deathsBeforeRescue) return { step: 'rescue' };
  const remembered = deathsAt.filter((at) => now - at < memoryMs).length;
  return { step: 'restart', afterMs: backOffMs[Math.min(remembered, backOffMs.length) - 1] ?? backOffMs[0] };
}
