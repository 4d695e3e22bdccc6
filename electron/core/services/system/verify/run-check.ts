import type { ReadHandle } from '../../../../../db/connection.ts';
import { postedRun, postedRuns } from '../../../../../db/queries/settlement-run.queries.ts';
import { eventsAbout } from '../../../../../db/queries/verify.queries.ts';
import { recomputeRunDigest } from '../../settlement/run-digest.ts';
import type { FindingList } from './findings.ts';

/** Computes the digest of every posted settlement run again from its rows and compares it with the one event of the run. */
export function checkRuns(db: ReadHandle, from: ReadonlyMap<string, number>, findings: FindingList): void {
  for (const { runId, ulid } of postedRuns.all(db, {})) {
    const [event] = eventsAbout.all(db, { docId: ulid });
    if (!event) {
      findings.add('run_without_event', { run: ulid });
      continue;
    }
    if (event.seq <= (from.get(event.device) ?? 0)) continue;
    const isSame = recomputeRunDigest(db, runId) === event.docHash && postedRun.first(db, { runId })?.digest === event.docHash;
    if (!isSame) findings.add('run_changed', { run: ulid }, event);
  }
}
