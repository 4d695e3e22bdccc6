import { sql } from 'kysely';
import type { Slots } from '../sql.ts';
import { command, query, textQuery } from '../sql.ts';
import { modeOfGoods } from './goods-mode.ts';

/** Which payables a run is about: what was bought outright or what was taken on consignment, a period, perhaps one product, one ticket or one member's own; null leaves a filter out. */
export interface RunScope {
  /** 1: tickets that wait for their second person are left for a later batch. 0 where none waits, so that nothing is looked up for each line, and at the till, which refuses such a ticket by its number. */
  readonly leaveWaiting: 0 | 1;
  readonly mode: string; readonly dateFrom: string; readonly dateTo: string; readonly productId: number | null; readonly ticketId: number | null; readonly memberId: number | null;
}
type Range = RunScope & { readonly afterPayee: number; readonly lastPayee: number };

/**
 * A payable may be settled when nobody claimed it and no reversal made it void. What is taken back from a payee (below zero) joins the
 * next settlement whatever period or product it comes from. Outright and consigned goods are never settled together.
 */
const mayBeSettled = (slot: Slots<RunScope>, exceptRun: ReturnType<typeof sql> = sql`NULL`) => sql`
  p.business_date <= ${slot('dateTo')} AND (p.business_date >= ${slot('dateFrom')} OR p.amount_fen < 0)
  AND (${slot('productId')} IS NULL OR p.product_id = ${slot('productId')} OR p.amount_fen < 0)
  AND (${slot('ticketId')} IS NULL OR p.document_id = ${slot('ticketId')} OR p.amount_fen < 0)
  AND (${slot('memberId')} IS NULL OR p.member_id = ${slot('memberId')})
  AND (${slot('leaveWaiting')} = 0 OR NOT EXISTS (SELECT 1 FROM countersign w WHERE w.document_id = p.document_id))
  AND ${modeOfGoods} = ${slot('mode')}
  AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.payable_id = p.id AND c.run_id IS NOT ${exceptRun}) AND NOT EXISTS (SELECT 1 FROM payable_void v WHERE v.payable_id = p.id)`;

/** Payees with something to settle in the scope; the claims of `exceptRun`, which is about to be replaced, do not count. */
export const payeesInScope = textQuery<RunScope & { exceptRun: number | null }, { n: number }>((slot) => sql`
  SELECT count(*) AS n FROM payee y WHERE EXISTS (
    SELECT 1 FROM payable p INDEXED BY payable_by_payee WHERE p.payee_id = y.id AND ${mayBeSettled(slot, sql`${slot('exceptRun')}`)} AND p.amount_fen >= 0)`);

/** The same for one ticket or one member, as a list; few rows, found by their document or by their payee. */
export const payeesOfTicket = query<{ ticketId: number }>()((k, slot) => k.selectFrom('payable').select('payee_id as payeeId').distinct().where('document_id', '=', slot('ticketId')).orderBy('payee_id'));
export const payeesOfMemberDay = query<{ memberId: number; day: string }>()((k, slot) =>
  k.selectFrom('payable').select('payee_id as payeeId').distinct().where('business_date', '=', slot('day')).where('member_id', '=', slot('memberId')).orderBy('payee_id'));

/** The next payees and how many payables each has in the period at most; read from the index alone. */
export const nextPayees = textQuery<{ afterPayee: number; dateFrom: string; dateTo: string; limit: number }, { payeeId: number; lines: number }>((slot) => sql`
  SELECT payee_id AS "payeeId", count(*) AS lines FROM payable INDEXED BY payable_by_payee
  WHERE payee_id > ${slot('afterPayee')} AND business_date BETWEEN ${slot('dateFrom')} AND ${slot('dateTo')} GROUP BY payee_id ORDER BY payee_id LIMIT ${slot('limit')}`);

export interface OwedRow { readonly payeeId: number; readonly memberId: number; readonly partyKind: 'member' | 'non_member'; readonly lines: number; readonly tickets: number; readonly owedFen: number; readonly takenBackFen: number }
/** What each payee of the range is owed, on each side of the books; what is taken back from them stands beside it. */
export const owedByPayee = textQuery<Range, OwedRow>((slot) => sql<OwedRow>`
  SELECT o.*, y.member_id AS "memberId" FROM (
    SELECT p.payee_id AS "payeeId", p.party_kind AS "partyKind", count(*) AS lines, count(DISTINCT p.document_id) AS tickets,
      sum(max(p.amount_fen, 0)) AS "owedFen", sum(max(-p.amount_fen, 0)) AS "takenBackFen"
    FROM payable p INDEXED BY payable_by_payee WHERE p.payee_id > ${slot('afterPayee')} AND p.payee_id <= ${slot('lastPayee')} AND ${mayBeSettled(slot)}
    GROUP BY p.payee_id, p.party_kind) o JOIN payee y ON y.id = o."payeeId" ORDER BY o."payeeId", o."partyKind"`);

/** Payees with goods in the scope from whom more is to be taken back than they are owed for them: a run leaves them out. Looked for among those from whom anything was ever taken back. */
export const leftOutOfScope = textQuery<RunScope, { payeeName: string; memberCode: string; owedFen: number; takenBackFen: number }>((slot) => sql`
  SELECT y.name AS "payeeName", m.code AS "memberCode", o."owedFen", o."takenBackFen" FROM (
    SELECT p.payee_id AS payee, p.party_kind AS party, sum(max(p.amount_fen, 0)) AS "owedFen", sum(max(-p.amount_fen, 0)) AS "takenBackFen"
    FROM payable p INDEXED BY payable_by_payee WHERE p.payee_id IN (SELECT n.payee_id FROM payable n INDEXED BY payable_taken_back WHERE n.amount_fen < 0) AND ${mayBeSettled(slot)} GROUP BY p.payee_id, p.party_kind) o
    JOIN payee y ON y.id = o.payee JOIN member m ON m.id = y.member_id WHERE o."owedFen" > 0 AND o."owedFen" < o."takenBackFen" ORDER BY m.code, o.party`);

/** 1 where any ticket waits for its second person. */
export const anyWaiting = textQuery<object, { any: 0 | 1 }>(() => sql`SELECT EXISTS (SELECT 1 FROM countersign w CROSS JOIN document d ON d.id = w.document_id WHERE d.type = 'ticket') AS any`);
/** The tickets a batch leaves for later because nobody has countersigned them, with what each payee is owed for them. Looked for from what waits, which is little. */
export const waitingOfScope = textQuery<RunScope, { ticketNumber: string; payeeName: string; owedFen: number }>((slot) => sql`
  SELECT d.number AS "ticketNumber", y.name AS "payeeName", sum(p.amount_fen) AS "owedFen" FROM countersign k CROSS JOIN document d ON d.id = k.document_id CROSS JOIN payable p ON p.document_id = d.id JOIN payee y ON y.id = p.payee_id
  WHERE ${mayBeSettled(slot)} GROUP BY d.id, p.payee_id ORDER BY d.id, p.payee_id`);

export interface DebtRow { readonly openItemId: number; readonly payeeId: number; readonly partyKind: string; readonly kind: 'cash_advance' | 'input_credit'; readonly businessDate: string; readonly leftFen: number }
export const debtsOfPayees = textQuery<{ afterPayee: number; lastPayee: number }, DebtRow>((slot) => sql<DebtRow>`
  SELECT document_id AS "openItemId", payee_id AS "payeeId", party_kind AS "partyKind", kind, business_date AS "businessDate", left_fen AS "leftFen"
  FROM open_item WHERE payee_id > ${slot('afterPayee')} AND payee_id <= ${slot('lastPayee')} AND left_fen > 0 ORDER BY payee_id, business_date, document_id`);

type Ordinals = { readonly runId: number; readonly first: number; readonly last: number };
/** Writes the lines of the settlements with these ordinals, oldest payable first. */
export const addLines = command<RunScope & Ordinals>()((k, slot) => ({ compile: () => sql`
  INSERT INTO settlement_line (settlement_id, line_no, run_id, payable_id, amount_fen)
  SELECT s.id, row_number() OVER (PARTITION BY s.id ORDER BY p.business_date, p.id), s.run_id, p.id, p.amount_fen
  FROM settlement s CROSS JOIN payable p INDEXED BY payable_by_payee
  WHERE s.run_id = ${slot('runId')} AND s.ordinal BETWEEN ${slot('first')} AND ${slot('last')} AND p.payee_id = s.payee_id AND p.party_kind = s.party_kind AND ${mayBeSettled(slot)}`.compile(k) }));
/** Claims the payables of those lines; a payable claimed twice is refused by the primary key. */
export const addClaims = command<Ordinals>()((k, slot) => ({ compile: () => sql`
  INSERT INTO claim (payable_id, run_id, settlement_id)
  SELECT l.payable_id, l.run_id, l.settlement_id FROM settlement s CROSS JOIN settlement_line l WHERE s.run_id = ${slot('runId')} AND s.ordinal BETWEEN ${slot('first')} AND ${slot('last')} AND l.settlement_id = s.id`.compile(k) }));

/** The settlements, lines and recoveries of a chunk as compact text: what its digest is taken over. */
export const chunkText = textQuery<Ordinals, { settlements: string; lines: string; recoveries: string }>((slot) => sql`
  SELECT
    (SELECT coalesce(group_concat(ordinal || ' ' || ulid || ' ' || payee_id || ' ' || member_id || ' ' || party_kind || ' ' || tickets || ' ' || gross_fen || ' ' || recovered_fen || ' ' || paid_fen, char(10)), '')
      FROM (SELECT * FROM settlement WHERE run_id = ${slot('runId')} AND ordinal BETWEEN ${slot('first')} AND ${slot('last')} ORDER BY ordinal)) AS settlements,
    (SELECT coalesce(group_concat(settlement_id || ' ' || line_no || ' ' || payable_id || ' ' || amount_fen, char(10)), '')
      FROM (SELECT l.* FROM settlement s CROSS JOIN settlement_line l WHERE s.run_id = ${slot('runId')} AND s.ordinal BETWEEN ${slot('first')} AND ${slot('last')} AND l.settlement_id = s.id ORDER BY s.ordinal, l.line_no)) AS lines,
    (SELECT coalesce(group_concat(settlement_id || ' ' || ordinal || ' ' || open_item_id || ' ' || amount_fen || ' ' || left_fen, char(10)), '')
      FROM (SELECT r.* FROM settlement s CROSS JOIN settlement_recovery r WHERE s.run_id = ${slot('runId')} AND s.ordinal BETWEEN ${slot('first')} AND ${slot('last')} AND r.settlement_id = s.id ORDER BY s.ordinal, r.ordinal)) AS recoveries`);

export const runById = query<{ id: number }>()((k, slot) => k.selectFrom('settlement_run').selectAll().where('id', '=', slot('id')));
export const scopeOfBatch = query<{ batchId: number }>()((k, slot) =>
  k.selectFrom('settlement_batch').select(['mode', 'date_from as dateFrom', 'date_to as dateTo', 'product_id as productId', 'cap_bp as capBp']).where('document_id', '=', slot('batchId')));
export const lastOrdinal = textQuery<{ runId: number }, { last: number }>((slot) => sql`SELECT coalesce(max(ordinal), 0) AS last FROM settlement WHERE run_id = ${slot('runId')}`);
export const advanceRun = command<{ id: number; nextChunk: number; lastPayee: number }>()((k, slot) =>
  k.updateTable('settlement_run').set({ next_chunk: slot('nextChunk'), last_payee_id: slot('lastPayee') }).where('id', '=', slot('id')));
export const chunksOfRun = query<{ runId: number }>()((k, slot) => k.selectFrom('run_chunk').selectAll().where('run_id', '=', slot('runId')).orderBy('chunk_no'));
export const postedRun = query<{ runId: number }>()((k, slot) => k.selectFrom('run_posted').selectAll().where('run_id', '=', slot('runId')));
export const postedRuns = query<object>()((k) => k.selectFrom('run_posted').innerJoin('settlement_run', 'settlement_run.id', 'run_posted.run_id').select(['run_posted.run_id as runId', 'settlement_run.ulid as ulid']).orderBy('run_posted.run_id'));

/** Runs with work left: to calculate on, or cancelled with rows still to be taken away. */
export const runsWithWork = textQuery<object, { id: number; state: 'calculating' | 'cancelled' }>(() => sql`
  SELECT id, state FROM settlement_run r WHERE state = 'calculating' OR (state = 'cancelled' AND (EXISTS (SELECT 1 FROM settlement s WHERE s.run_id = r.id) OR EXISTS (SELECT 1 FROM run_chunk c WHERE c.run_id = r.id)))
  ORDER BY id`);

/** The first settlements of a cancelled run and how many lines they have. */
export const firstSettlements = textQuery<{ runId: number; limit: number }, { ordinal: number; lines: number }>((slot) => sql`
  SELECT s.ordinal, (SELECT count(*) FROM settlement_line l WHERE l.settlement_id = s.id) AS lines FROM settlement s WHERE s.run_id = ${slot('runId')} ORDER BY s.ordinal LIMIT ${slot('limit')}`);
const upTo = (slot: Slots<{ runId: number; last: number }>) => sql`(SELECT id FROM settlement WHERE run_id = ${slot('runId')} AND ordinal <= ${slot('last')})`;
const takeAway = (table: 'claim' | 'settlement_line' | 'settlement_recovery') => command<{ runId: number; last: number }>()((k, slot) => ({ compile: () => sql`DELETE FROM ${sql.table(table)} WHERE settlement_id IN ${upTo(slot)}`.compile(k) }));
export const takeAwayClaims = takeAway('claim');
export const takeAwayLines = takeAway('settlement_line');
export const takeAwayRecoveries = takeAway('settlement_recovery');
export const takeAwaySettlements = command<{ runId: number; last: number }>()((k, slot) => k.deleteFrom('settlement').where('run_id', '=', slot('runId')).where('ordinal', '<=', slot('last')));
export const takeAwayChunks = command<{ runId: number }>()((k, slot) => k.deleteFrom('run_chunk').where('run_id', '=', slot('runId')));

export const claimOf = textQuery<{ payableId: number }, { runId: number; runState: string; batchId: number; posted: number }>((slot) => sql`
  SELECT c.run_id AS "runId", r.state AS "runState", r.document_id AS "batchId", EXISTS (SELECT 1 FROM run_posted p WHERE p.run_id = c.run_id) AS posted
  FROM claim c JOIN settlement_run r ON r.id = c.run_id WHERE c.payable_id = ${slot('payableId')}`);
export const dropClaim = command<{ payableId: number }>()((k, slot) => k.deleteFrom('claim').where('payable_id', '=', slot('payableId')));

/** Other runs, not yet posted, that counted on an open item this run now reduces. */
export const runsTouched = textQuery<{ runId: number }, { runId: number; runState: string; batchId: number }>((slot) => sql`
  SELECT DISTINCT o.run_id AS "runId", r.state AS "runState", r.document_id AS "batchId"
  FROM settlement_recovery mine JOIN settlement_recovery o ON o.open_item_id = mine.open_item_id JOIN settlement_run r ON r.id = o.run_id
  WHERE mine.run_id = ${slot('runId')} AND mine.settlement_id IN (SELECT id FROM settlement WHERE run_id = ${slot('runId')}) AND o.run_id <> ${slot('runId')} AND r.state IN ('calculating', 'calculated')`);
/** Open items that no longer stand as the run found them; a posted run may have none. */
export const changedItems = textQuery<{ runId: number }, { n: number }>((slot) => sql`
  SELECT count(*) AS n FROM settlement s CROSS JOIN settlement_recovery r ON r.settlement_id = s.id JOIN open_item o ON o.document_id = r.open_item_id
  WHERE s.run_id = ${slot('runId')} AND s.recovered_fen > 0 AND o.left_fen <> r.amount_fen + r.left_fen`);
/** Reduces the open items by what the run recovers. */
export const reduceItems = command<{ runId: number }>()((k, slot) => ({ compile: () => sql`
  UPDATE open_item SET left_fen = left_fen - x.taken
  FROM (SELECT r.open_item_id AS item, sum(r.amount_fen) AS taken FROM settlement s CROSS JOIN settlement_recovery r ON r.settlement_id = s.id WHERE s.run_id = ${slot('runId')} AND s.recovered_fen > 0 GROUP BY r.open_item_id) x
  WHERE open_item.document_id = x.item`.compile(k) }));
