import { insertRow } from '../../../../db/insert.ts';
import type { FullRow } from '../../../../db/insert.ts';
import type { BatchHead } from '../../../../db/queries/settlement.queries.ts';
import { runTotals, setRunState } from '../../../../db/queries/settlement.queries.ts';
import { changedItems, chunksOfRun, reduceItems, runsTouched } from '../../../../db/queries/settlement-run.queries.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { appendEvent } from '../books/event-log.ts';
import { markStale } from './claims.ts';
import { takeSettlementNumbers } from './numbers.ts';
import { digestOfRun } from './run-digest.ts';

/**
 * Makes a calculated run count: its posted row with totals and numbers, one event over the digests of its chunks, and the open items
 * reduced by what it recovers. Work does not grow with the number of payables. Other runs that counted on the same open items turn stale.
 */
export function postRun(context: CommandContext, batch: Pick<BatchHead, 'id' | 'number'>, run: { readonly id: number; readonly ulid: string }): FullRow<'run_posted'> {
  const { tx, station } = context;
  const device = station.device ?? refuse('setup_needed');
  if (changedItems.one(tx, { runId: run.id }).n > 0) throw new Error(`run ${run.ulid} counts on open items that changed`);
  const totals = runTotals.one(tx, { runId: run.id });
  const posted: Omit<FullRow<'run_posted'>, 'digest'> = {
    run_id: run.id, document_id: batch.id, at: context.now, business_date: context.businessDate, station_code: device.stationCode, desk_letter: device.deskLetter,
    first_number: takeSettlementNumbers(context, totals.settlements), settlements: totals.settlements, gross_fen: totals.grossFen, recovered_fen: totals.recoveredFen, paid_fen: totals.paidFen,
  };
  const digest = digestOfRun(posted, chunksOfRun.all(tx, { runId: run.id }).map((chunk) => chunk.digest));
  reduceItems.run(tx, { runId: run.id });
  for (const touched of runsTouched.all(tx, { runId: run.id })) markStale(context, touched, 'open_item_changed');
  setRunState.run(tx, { id: run.id, state: 'posted' });
  insertRow(tx, 'run_posted', { ...posted, digest });
  appendEvent(context, {
    type: 'settlement_run.posted', docType: 'run', docId: run.ulid, docHash: digest,
    payload: { batch: batch.number, settlements: posted.settlements, grossFen: posted.gross_fen, recoveredFen: posted.recovered_fen, paidFen: posted.paid_fen, firstNumber: posted.first_number },
  });
  return { ...posted, digest };
}
