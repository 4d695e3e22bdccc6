import type { WriteHandle } from '../../../../db/connection.ts';
import { firstSettlements, takeAwayChunks, takeAwayClaims, takeAwayLines, takeAwayRecoveries, takeAwaySettlements } from '../../../../db/queries/settlement-run.queries.ts';

/** Takes the first settlements of a cancelled run away, as many as hold about `lineBudget` lines. Returns the lines; null when nothing is left. */
export function clearSome(tx: WriteHandle, runId: number, lineBudget: number): number | null {
  const found = firstSettlements.all(tx, { runId, limit: 200 });
  let lines = 0;
  let last = 0;
  for (const settlement of found) {
    if (last > 0 && lines + settlement.lines > lineBudget) break;
    lines += settlement.lines;
    last = settlement.ordinal;
  }
  if (last === 0) {
    takeAwayChunks.run(tx, { runId });
    return null;
  }
  takeAwayClaims.run(tx, { runId, last });
  takeAwayLines.run(tx, { runId, last });
  takeAwayRecoveries.run(tx, { runId, last });
  takeAwaySettlements.run(tx, { runId, last });
  return lines;
}
