import { insertRow } from '../../../../db/insert.ts';
import type { DebtRow, OwedRow, RunScope } from '../../../../db/queries/settlement-run.queries.ts';
import { addClaims, addLines, advanceRun, debtsOfPayees, lastOrdinal, owedByPayee, runById } from '../../../../db/queries/settlement-run.queries.ts';
import type { PayeeSettlement } from '../../../domain/settlement.ts';
import { settlePayee } from '../../../domain/settlement.ts';
import { sumFen } from '../../../domain/money.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { digestOfChunk } from './run-digest.ts';

/** The payees one chunk is about: those after one row id, up to and including another. */
interface PayeeRange { readonly afterPayee: number; readonly lastPayee: number }
interface ChunkOutcome { readonly settlements: number; readonly lines: number; /** Payees whose corrections exceed what they are owed; they wait for the next settlement. */ readonly negative: number }

const debtKinds = { input_credit: 'input_credit', cash_advance: 'advance' } as const;

/** One payee's settlement by the rules: corrections first, then debts under the cap. Null when more is taken back than owed. */
function settle(owed: OwedRow, debts: readonly DebtRow[], capBp: number): PayeeSettlement | null {
  if (owed.owedFen < owed.takenBackFen) return null;
  return settlePayee({
    payables: [{ payableId: 'all', fen: owed.owedFen }], additions: [], holds: [], capBp,
    corrections: owed.takenBackFen > 0 ? [{ debtId: 'taken back', date: '1900-01-01', fen: owed.takenBackFen }] : [],
    debts: debts.map((debt) => ({ debtId: String(debt.openItemId), date: debt.businessDate, fen: debt.leftFen, kind: debtKinds[debt.kind] })),
  });
}

/** Writes one settlement with its recoveries. Its gross is the sum of its lines, so corrections are already off it. Returns what it recovers. */
function writeSettlement(context: CommandContext, place: { readonly runId: number; readonly ordinal: number }, owed: OwedRow, debts: readonly DebtRow[], figures: PayeeSettlement): { gross: number; recovered: number; paid: number } {
  const recoveries = figures.recoveries.filter((recovery) => recovery.kind !== 'correction');
  const recovered = sumFen(recoveries.map((recovery) => recovery.fen));
  const gross = owed.owedFen - owed.takenBackFen;
  const settlementId = insertRow(context.tx, 'settlement', {
    ulid: context.station.ids.ulid(), run_id: place.runId, ordinal: place.ordinal, payee_id: owed.payeeId, member_id: owed.memberId, party_kind: owed.partyKind,
    tickets: owed.tickets, gross_fen: gross, recovered_fen: recovered, paid_fen: figures.paidFen,
  });
  recoveries.forEach((recovery, index) => {
    const debt = debts.find((candidate) => String(candidate.openItemId) === recovery.debtId);
    if (!debt) throw new Error('a recovery without its debt');
    insertRow(context.tx, 'settlement_recovery', {
      settlement_id: settlementId, ordinal: index + 1, run_id: place.runId, open_item_id: debt.openItemId, amount_fen: recovery.fen, left_fen: debt.leftFen - recovery.fen,
    });
  });
  return { gross, recovered, paid: figures.paidFen };
}

function groupDebts(debts: readonly DebtRow[]): (owed: OwedRow) => readonly DebtRow[] {
  const groups = Map.groupBy(debts, (debt) => `${debt.payeeId} ${debt.partyKind}`);
  return (owed) => groups.get(`${owed.payeeId} ${owed.partyKind}`) ?? [];
}

/**
 * Calculates a range of payees inside the running transaction: settlements, lines, recoveries and claims go into their final tables
 * under the run, with one digest over them. Written whole or not at all, so a run goes on where its last chunk ended. Only debts on
 * the same side of the books are recovered: members and others are accounted separately (Cooperatives Law art. 41).
 */
export function calculateChunk(context: CommandContext, run: { readonly id: number; readonly capBp: number }, scope: RunScope, range: PayeeRange): ChunkOutcome {
  const { tx } = context;
  const owedRows = owedByPayee.all(tx, { ...scope, ...range }).filter((row) => row.owedFen > 0 || row.takenBackFen === 0);
  const debtsOf = groupDebts(debtsOfPayees.all(tx, range));
  const head = runById.one(tx, { id: run.id });
  const first = lastOrdinal.one(tx, { runId: run.id }).last + 1;
  const sums: Array<{ gross: number; recovered: number; paid: number }> = [];
  let expectedLines = 0;
  for (const owed of owedRows) {
    const debts = debtsOf(owed);
    const figures = settle(owed, debts, run.capBp);
    if (!figures) continue;
    sums.push(writeSettlement(context, { runId: run.id, ordinal: first + sums.length }, owed, debts, figures));
    expectedLines += owed.lines;
  }
  if (sums.length > 0) {
    const ordinals = { runId: run.id, first, last: first + sums.length - 1 };
    const lines = addLines.run(tx, { ...scope, ...ordinals });
    const claims = addClaims.run(tx, ordinals);
    if (lines !== expectedLines || claims !== expectedLines) throw new Error(`a chunk of ${expectedLines} payables wrote ${lines} lines and ${claims} claims`);
    insertRow(tx, 'run_chunk', {
      run_id: run.id, chunk_no: head.next_chunk, digest: digestOfChunk(tx, run.id, ordinals.first, ordinals.last), settlements: sums.length,
      gross_fen: sumFen(sums.map((sum) => sum.gross)), recovered_fen: sumFen(sums.map((sum) => sum.recovered)), paid_fen: sumFen(sums.map((sum) => sum.paid)),
    });
  }
  advanceRun.run(tx, { id: run.id, nextChunk: head.next_chunk + (sums.length > 0 ? 1 : 0), lastPayee: Math.max(range.lastPayee, head.last_payee_id) });
  return { settlements: sums.length, lines: expectedLines, negative: owedRows.length - sums.length };
}
