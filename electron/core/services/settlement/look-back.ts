import type { ReadHandle } from '../../../../db/connection.ts';
import type { BatchHead, SettlementHead } from '../../../../db/queries/settlement.queries.ts';
import { batchCount, batchPage, heldBackOfRun, linesOfSettlement, payeesDone, recoveriesOfSettlement, runTotals, settlementByUlid, settlementsOfRun } from '../../../../db/queries/settlement.queries.ts';
import { leftOutOfScope, waitingOfScope } from '../../../../db/queries/settlement-run.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { BatchRow, SettlementRow } from '../../../contract/settlement.ts';
import { amountWords } from '../../../domain/amount-words.ts';
import { addDays } from '../../../domain/business-date.ts';
import { modeSums } from '../../../domain/mode-sums.ts';
import type { PurchaseMode } from '../../../domain/ticket.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import type { Station } from '../../station.ts';
import { findBatch, scopeOf, stateOf } from './batch-state.ts';
import { settlementNumber } from './numbers.ts';

function batchView(db: ReadHandle, batch: BatchHead): BatchRow {
  const state = stateOf(batch);
  const hasFigures = batch.runId !== null && state !== 'cancelled';
  const { settlements, ...totals } = hasFigures ? runTotals.one(db, { runId: batch.runId ?? 0 }) : { settlements: 0, grossFen: 0, recoveredFen: 0, paidFen: 0 };
  return {
    id: batch.ulid, number: batch.number, title: batch.title, mode: batch.mode, dateFrom: batch.dateFrom, dateTo: batch.dateTo, state, payees: settlements, ...totals, createdAt: batch.createdAt, createdBy: batch.createdBy,
    approvedBy: batch.approvedBy, progress: state === 'calculating' ? { done: payeesDone.one(db, { runId: batch.runId ?? 0 }).n, total: batch.runPayees ?? 0 } : null, capBp: batch.capBp, businessDate: batch.businessDate,
  };
}

const settlementView = (station: Pick<Station, 'kind'>, row: SettlementHead): SettlementRow => ({
  id: row.ulid, number: settlementNumber(station, row), batchId: row.batchId, batchNumber: row.batchNumber, payeeName: row.payeeName, memberId: row.memberId, memberCode: row.memberCode, partyKind: row.partyKind,
  grossFen: row.grossFen, recoveredFen: row.recoveredFen, paidFen: row.paidFen, tickets: row.tickets, payoutNumber: row.payoutNumber, payoutId: row.payoutId, channel: row.channel, released: row.released === 1, paidBy: row.paidBy,
});

/** Who of the batch's period a run leaves out. */
export const leftOutOf = (db: ReadHandle, batch: BatchHead): OutputOf<'settlement.batch'>['leftOut'] =>
  leftOutOfScope.all(db, scopeOf(db, batch));

/** The tickets of the batch's period that a run leaves for later because nobody has countersigned them. */
export const waitingOf = (db: ReadHandle, batch: BatchHead): OutputOf<'settlement.batch'>['waiting'] => waitingOfScope.all(db, { ...scopeOf(db, batch), leaveWaiting: 0 });

export const heldBackView = ({ ulid, payeeName, ticketNumber, paidFen }: ReturnType<typeof heldBackOfRun.all>[number]): OutputOf<'settlement.batch'>['heldBack'][number] => ({ settlementId: ulid, payeeName, ticketNumber, paidFen });

export function listBatches({ db }: QueryContext, page: ParsedInputOf<'settlement.batches'>): OutputOf<'settlement.batches'> {
  return { total: batchCount.one(db, {}).n, rows: batchPage.all(db, page).map((batch) => batchView(db, batch)) };
}

export function readBatch({ db, station }: QueryContext, input: { readonly id: string }): OutputOf<'settlement.batch'> {
  const batch = findBatch(db, input.id);
  const view = batchView(db, batch);
  const rows = batch.runId === null || view.state === 'cancelled' ? [] : settlementsOfRun.all(db, { runId: batch.runId });
  const heldBack = view.state === 'approved' || view.state === 'partly_paid' ? heldBackOfRun.all(db, { runId: batch.runId ?? 0 }) : [];
  const isDecided = view.state !== 'calculated' && view.state !== 'reviewed';
  return { ...view, settlements: rows.map((row) => settlementView(station, row)), heldBack: heldBack.map(heldBackView), leftOut: isDecided ? [] : leftOutOf(db, batch), waiting: isDecided ? [] : waitingOf(db, batch) };
}

export const findSettlement = (db: ReadHandle, ulid: string): SettlementHead => settlementByUlid.first(db, { ulid }) ?? refuse('settlement_unknown');

export function readSettlement({ db, station }: QueryContext, input: { readonly id: string }): OutputOf<'settlement.get'> {
  const row = findSettlement(db, input.id);
  return {
    ...settlementView(station, row),
    lines: linesOfSettlement.all(db, { settlementId: row.id }).map(({ schemeDefinition: _scheme, schemeNumber: _version, priceSheet: _sheet, ...line }) => line),
    recoveries: recoveriesOfSettlement.all(db, { settlementId: row.id }).map(({ number, kind, amountFen, leftFen }) => ({ number, kind, amountFen, leftFen })),
    paidWords: amountWords(row.paidFen),
  };
}

type AgedMoney = { readonly mode: PurchaseMode; readonly fen: number; readonly tickets: number };

const sumsOf = (rows: readonly AgedMoney[]) => ({ ...modeSums(rows, (row) => row.fen), tickets: rows.reduce((sum, row) => sum + row.tickets, 0) });

const buckets = ['today', 'to_7', 'to_30', 'over_30'] as const;

/** What is owed and nobody has claimed yet, by payee and by age; read in a worker thread. */
export async function readUnsettled({ station, businessDate }: QueryContext, input: ParsedInputOf<'settlement.unsettled'>): Promise<OutputOf<'settlement.unsettled'>> {
  const { rows, ageing } = await station.live.workers.run('settlement.unsettled', {
    dateTo: input.dateTo ?? businessDate, today: businessDate, day7: addDays(businessDate, -7), day30: addDays(businessDate, -30),
  });
  return {
    ...sumsOf(ageing), rows, ageing: buckets.map((bucket) => ({ bucket, ...sumsOf(ageing.filter((row) => row.bucket === bucket)) })),
  };
}
