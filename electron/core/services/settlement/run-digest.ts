import type { ReadHandle } from '../../../../db/connection.ts';
import { chunkText, chunksOfRun, postedRun } from '../../../../db/queries/settlement-run.queries.ts';
import type { FullRow } from '../../../../db/insert.ts';
import { digestOf, sha256Hex } from '../../platform/digest.ts';

/** SHA-256 over the settlements, lines and recoveries with these ordinals, as compact text in a fixed order. */
export function digestOfChunk(db: ReadHandle, runId: number, first: number, last: number): string {
  const { settlements, lines, recoveries } = chunkText.one(db, { runId, first, last });
  return sha256Hex(`settlement\n${settlements}\nline\n${lines}\nrecovery\n${recoveries}\n`);
}

/** The digest of a posted run: its row without the digest, and the digests of its chunks. The event of the run carries it. */
export const digestOfRun = (posted: Omit<FullRow<'run_posted'>, 'digest'>, chunkDigests: readonly string[]): string => digestOf({ posted, chunks: chunkDigests });

/**
 * Reads a posted run again and computes its digest from the rows as they stand now; `db verify` compares it with the event. Null for
 * a run that is not posted, and where a chunk's own digest is not that of its rows.
 */
export function recomputeRunDigest(db: ReadHandle, runId: number): string | null {
  const row = postedRun.first(db, { runId });
  if (!row) return null;
  const { digest: _digest, ...posted } = row;
  let first = 1;
  const chunks = chunksOfRun.all(db, { runId });
  const digests = chunks.map((chunk) => {
    const digest = digestOfChunk(db, runId, first, first + chunk.settlements - 1);
    first += chunk.settlements;
    return digest;
  });
  return chunks.every((chunk, index) => chunk.digest === digests[index]) ? digestOfRun(posted, digests) : null;
}
