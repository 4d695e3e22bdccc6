import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

/** Documents whose journal lines do not balance, and by how many fen. */
export const unbalancedDocuments = textQuery<object, { number: string; difference: number }>(() => sql`
  SELECT d.number, sum(j.debit_fen) - sum(j.credit_fen) AS difference FROM journal_line j JOIN document d ON d.id = j.document_id
  GROUP BY j.document_id HAVING sum(j.debit_fen) <> sum(j.credit_fen)`);

export const journalDifference = textQuery<object, { difference: number }>(() => sql`SELECT coalesce(sum(debit_fen), 0) - coalesce(sum(credit_fen), 0) AS difference FROM journal_line`);

/** Stock rebuilt from all movements against the stock on hand. */
export const stockDifferences = textQuery<object, { lot: string; rebuilt: number; kept: number }>(() => sql`
  WITH moved AS (
    SELECT lot_id, place_to AS place_id, owner, grams, coalesce(count, 0) AS pieces FROM movement WHERE place_to IS NOT NULL
    UNION ALL SELECT lot_id, place_from, owner, -grams, -coalesce(count, 0) FROM movement WHERE place_from IS NOT NULL
    UNION ALL SELECT lot_id, place_id, owner, 0, 0 FROM stock),
  rebuilt AS (SELECT lot_id, place_id, owner, sum(grams) AS grams, sum(pieces) AS pieces FROM moved GROUP BY lot_id, place_id, owner)
  SELECT l.code AS lot, r.grams AS rebuilt, coalesce(s.grams, 0) AS kept FROM rebuilt r
  LEFT JOIN stock s ON s.lot_id = r.lot_id AND s.place_id = r.place_id AND s.owner = r.owner LEFT JOIN lot l ON l.id = r.lot_id
  WHERE r.grams <> coalesce(s.grams, 0) OR r.pieces <> coalesce(s.count, 0)`);

/** Open items rebuilt from debts, what posted settlements recovered and members paid in; nothing is left of a debt taken back. */
export const openItemDifferences = textQuery<object, { number: string; rebuilt: number; kept: number | null }>(() => sql`
  WITH rebuilt AS (
    SELECT b.document_id, b.kind, b.payee_id, b.member_id, b.party_kind, b.amount_fen,
      CASE WHEN EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = b.document_id) THEN 0
        ELSE b.amount_fen - coalesce((SELECT sum(r.amount_fen) FROM settlement_recovery r JOIN run_posted p ON p.run_id = r.run_id WHERE r.open_item_id = b.document_id), 0)
          - coalesce((SELECT sum(y.amount_fen) FROM debt_repayment y WHERE y.debt_id = b.document_id), 0) END AS left_fen
    FROM debt b)
  SELECT d.number, r.left_fen AS rebuilt, o.left_fen AS kept FROM rebuilt r JOIN document d ON d.id = r.document_id LEFT JOIN open_item o ON o.document_id = r.document_id
  WHERE o.document_id IS NULL OR o.left_fen <> r.left_fen OR o.original_fen <> r.amount_fen OR o.payee_id <> r.payee_id OR o.member_id <> r.member_id OR o.kind <> r.kind OR o.party_kind <> r.party_kind OR o.business_date <> d.business_date
  UNION ALL SELECT d.number, 0, o.left_fen FROM open_item o JOIN document d ON d.id = o.document_id WHERE NOT EXISTS (SELECT 1 FROM debt b WHERE b.document_id = o.document_id)`);

export const cashDifferences = textQuery<object, { box: string; rebuilt: number; kept: number }>(() => sql`
  SELECT b.name AS box, coalesce((SELECT sum(c.amount_fen) FROM cash_line c WHERE c.cash_box_id = b.id), 0) AS rebuilt,
    coalesce((SELECT k.balance_fen FROM cash_balance k WHERE k.cash_box_id = b.id), 0) AS kept
  FROM cash_box b WHERE rebuilt <> kept`);

/** Payables that two posted settlements have taken. */
export const payablesTakenTwice = textQuery<object, { payable: string }>(() => sql`
  SELECT y.ulid AS payable FROM settlement_line l JOIN run_posted p ON p.run_id = l.run_id JOIN payable y ON y.id = l.payable_id GROUP BY l.payable_id HAVING count(*) > 1`);

/** Lines of posted settlements without their claim, and claims without their line. */
export const claimDifferences = textQuery<object, { payable: string }>(() => sql`
  SELECT y.ulid AS payable FROM settlement_line l JOIN run_posted p ON p.run_id = l.run_id JOIN payable y ON y.id = l.payable_id
    LEFT JOIN claim c ON c.payable_id = l.payable_id WHERE c.settlement_id IS NOT l.settlement_id OR c.run_id IS NOT l.run_id
  UNION SELECT y.ulid FROM claim c JOIN payable y ON y.id = c.payable_id
    WHERE NOT EXISTS (SELECT 1 FROM settlement_line l WHERE l.payable_id = c.payable_id AND l.settlement_id = c.settlement_id AND l.run_id = c.run_id)`);

/** Settlements paid or released without the claim that keeps them from being paid again, and such claims without either. */
export const payoutClaimDifferences = textQuery<object, { settlement: string }>(() => sql`
  WITH taken AS (SELECT l.settlement_id, l.document_id FROM payout_line l WHERE NOT EXISTS (SELECT 1 FROM payout_return r WHERE r.payout_id = l.document_id AND r.settlement_id = l.settlement_id) UNION ALL SELECT settlement_id, document_id FROM settlement_release)
  SELECT s.ulid AS settlement FROM taken l JOIN settlement s ON s.id = l.settlement_id LEFT JOIN payout_claim c ON c.settlement_id = l.settlement_id WHERE c.document_id IS NOT l.document_id
  UNION SELECT s.ulid FROM payout_claim c JOIN settlement s ON s.id = c.settlement_id
    WHERE NOT EXISTS (SELECT 1 FROM taken l WHERE l.settlement_id = c.settlement_id AND l.document_id = c.document_id)`);

/** Documents that wait for a second person by their last state but not by the list, or the other way round. */
export const countersignDifferences = textQuery<object, { number: string }>(() => sql`
  WITH last AS (SELECT document_id, state FROM transition t WHERE ordinal = (SELECT max(ordinal) FROM transition x WHERE x.document_id = t.document_id))
  SELECT d.number FROM document d JOIN last ON last.document_id = d.id LEFT JOIN countersign c ON c.document_id = d.id
  WHERE (last.state = 'awaiting_countersign') <> (c.document_id IS NOT NULL) OR c.requested_by <> d.posted_by OR c.due_date <> d.business_date`);

export const numberCounters = query<object>()((k) => k.selectFrom('number_counter').select(['desk', 'kind', 'year', 'last']));

/** Ranges of settlement numbers that posted runs have taken. */
export const settlementNumbers = query<object>()((k) =>
  k.selectFrom('run_posted').select(['desk_letter as desk', 'business_date as businessDate', 'first_number as first', 'settlements']).orderBy('first_number'));

/** Posted settlements whose own rows do not add up to what they say. */
export const settlementDifferences = textQuery<object, { settlement: string }>(() => sql`
  SELECT s.ulid AS settlement FROM settlement s JOIN run_posted p ON p.run_id = s.run_id
  WHERE s.gross_fen <> coalesce((SELECT sum(l.amount_fen) FROM settlement_line l WHERE l.settlement_id = s.id), 0)
     OR s.recovered_fen <> coalesce((SELECT sum(r.amount_fen) FROM settlement_recovery r WHERE r.settlement_id = s.id), 0)`);

/** Runs with a posted row that do not say so themselves, or say so without one. */
export const runStateDifferences = textQuery<object, { run: string }>(() => sql`
  SELECT r.ulid AS run FROM settlement_run r LEFT JOIN run_posted p ON p.run_id = r.id WHERE (r.state = 'posted') <> (p.run_id IS NOT NULL)`);

/** Posted runs whose chunks or settlements do not add up to the posted row. */
export const runDifferences = textQuery<object, { run: string }>(() => sql`
  WITH parts AS (SELECT run_id, count(*) AS n, sum(gross_fen) AS gross, sum(recovered_fen) AS recovered, sum(paid_fen) AS paid FROM settlement GROUP BY run_id),
  chunks AS (SELECT run_id, sum(settlements) AS n, sum(gross_fen) AS gross, sum(recovered_fen) AS recovered, sum(paid_fen) AS paid FROM run_chunk GROUP BY run_id)
  SELECT r.ulid AS run FROM run_posted p JOIN settlement_run r ON r.id = p.run_id LEFT JOIN parts a ON a.run_id = p.run_id LEFT JOIN chunks c ON c.run_id = p.run_id
  WHERE a.n IS NOT p.settlements OR a.gross IS NOT p.gross_fen OR a.recovered IS NOT p.recovered_fen OR a.paid IS NOT p.paid_fen
     OR c.n IS NOT p.settlements OR c.gross IS NOT p.gross_fen OR c.recovered IS NOT p.recovered_fen OR c.paid IS NOT p.paid_fen`);
