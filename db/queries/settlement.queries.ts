import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';

/** Whose folder may settle: the device named by the newest role document. */
export const settlementRole = query<object>()((k) => k.selectFrom('settlement_role').select(['device']).orderBy('document_id', 'desc').limit(1));

export const productRowId = query<{ ulid: string }>()((k, slot) => k.selectFrom('product').select('id').where('ulid', '=', slot('ulid')));

const batches = `
  SELECT d.id, d.ulid, d.number, d.type, d.business_date AS businessDate, d.posted_at AS createdAt, d.station_code AS stationCode, d.desk_letter AS deskLetter,
    b.title, b.mode, b.date_from AS dateFrom, b.date_to AS dateTo, b.product_id AS productId, b.cap_bp AS capBp, u.name AS createdBy,
    t.state, (SELECT a.name FROM transition x JOIN user a ON a.id = x.approved_by WHERE x.document_id = d.id AND x.state = 'approved') AS approvedBy,
    r.id AS runId, r.ulid AS runUlid, r.state AS runState, r.payees AS runPayees, r.last_payee_id AS runLastPayee
  FROM settlement_batch b JOIN document d ON d.id = b.document_id JOIN user u ON u.id = d.posted_by
    JOIN transition t ON t.document_id = d.id AND t.ordinal = (SELECT max(ordinal) FROM transition WHERE document_id = d.id)
    LEFT JOIN settlement_run r ON r.id = (SELECT max(id) FROM settlement_run WHERE document_id = d.id)`;

/** A batch with its last state and its newest run. */
export interface BatchHead {
  readonly id: number; readonly ulid: string; readonly number: string; readonly type: string; readonly businessDate: string; readonly createdAt: number;
  readonly stationCode: string; readonly deskLetter: string; readonly title: string; readonly mode: 'outright' | 'consignment'; readonly dateFrom: string; readonly dateTo: string;
  readonly productId: number | null; readonly capBp: number; readonly createdBy: string; readonly state: string; readonly approvedBy: string | null;
  readonly runId: number | null; readonly runUlid: string | null; readonly runState: string | null; readonly runPayees: number | null; readonly runLastPayee: number | null;
}

export const batchByUlid = textQuery<{ ulid: string }, BatchHead>((slot) => sql<BatchHead>`${sql.raw(batches)} WHERE d.ulid = ${slot('ulid')}`);
export const batchById = textQuery<{ id: number }, BatchHead>((slot) => sql<BatchHead>`${sql.raw(batches)} WHERE d.id = ${slot('id')}`);
export const batchPage = textQuery<{ limit: number; offset: number }, BatchHead>((slot) =>
  sql<BatchHead>`${sql.raw(batches)} ORDER BY d.id DESC LIMIT ${slot('limit')} OFFSET ${slot('offset')}`);
export const batchCount = query<object>()((k) => k.selectFrom('settlement_batch').select((eb) => eb.fn.countAll<number>().as('n')));

/** Sums of a run over its chunks. */
export const runTotals = textQuery<{ runId: number }, { settlements: number; grossFen: number; recoveredFen: number; paidFen: number }>((slot) => sql`
  SELECT coalesce(sum(settlements), 0) AS settlements, coalesce(sum(gross_fen), 0) AS "grossFen", coalesce(sum(recovered_fen), 0) AS "recoveredFen", coalesce(sum(paid_fen), 0) AS "paidFen"
  FROM run_chunk WHERE run_id = ${slot('runId')}`);

/** Payees of a run that the chunks have passed; each counts once though it may have a settlement on either side of the books. */
export const payeesDone = textQuery<{ runId: number }, { n: number }>((slot) => sql`SELECT count(DISTINCT payee_id) AS n FROM settlement WHERE run_id = ${slot('runId')}`);

const settlementSelect = `
  SELECT s.id, s.ulid, s.ordinal, s.run_id AS runId, s.payee_id AS payeeId, y.name AS payeeName, y.channel, m.id AS memberRowId, m.ulid AS memberId, m.code AS memberCode, m.house_group AS houseGroup,
    s.party_kind AS partyKind, s.gross_fen AS grossFen, s.recovered_fen AS recoveredFen, s.paid_fen AS paidFen, s.tickets, d.id AS batchRowId, d.ulid AS batchId, d.number AS batchNumber,
    p.first_number AS firstNumber, p.business_date AS postedDate, p.station_code AS stationCode, p.desk_letter AS deskLetter, o.number AS payoutNumber, CASE WHEN o.type = 'payout' THEN o.ulid END AS payoutId, coalesce(o.type = 'settlement_release', 0) AS released,
    (SELECT w.method FROM payout w WHERE w.document_id = o.id) AS paidBy
  FROM settlement s JOIN settlement_run r ON r.id = s.run_id JOIN document d ON d.id = r.document_id JOIN payee y ON y.id = s.payee_id JOIN member m ON m.id = s.member_id
    LEFT JOIN run_posted p ON p.run_id = s.run_id LEFT JOIN payout_claim c ON c.settlement_id = s.id LEFT JOIN document o ON o.id = c.document_id`;

/** A settlement with its payee, batch and, once posted and paid, where its numbers come from. */
export interface SettlementHead {
  readonly id: number; readonly ulid: string; readonly ordinal: number; readonly runId: number; readonly payeeId: number; readonly payeeName: string; readonly channel: 'cash' | 'bank';
  readonly memberRowId: number; readonly memberId: string; readonly memberCode: string; readonly houseGroup: string | null; readonly partyKind: 'member' | 'non_member';
  readonly grossFen: number; readonly recoveredFen: number; readonly paidFen: number; readonly tickets: number; readonly batchRowId: number; readonly batchId: string; readonly batchNumber: string;
  readonly firstNumber: number | null; readonly postedDate: string | null; readonly stationCode: string | null; readonly deskLetter: string | null; readonly payoutNumber: string | null; readonly payoutId: string | null;
  /** 1 where its amount was released instead of paid; `payoutNumber` is then that of the release. */
  readonly released: 0 | 1;
  /** How it was paid, whatever the payee's usual way is; null while it is not. */
  readonly paidBy: 'cash' | 'bank' | null;
}

export const settlementsOfRun = textQuery<{ runId: number }, SettlementHead>((slot) => sql<SettlementHead>`${sql.raw(settlementSelect)} WHERE s.run_id = ${slot('runId')} ORDER BY s.ordinal`);
export const settlementByUlid = textQuery<{ ulid: string }, SettlementHead>((slot) => sql<SettlementHead>`${sql.raw(settlementSelect)} WHERE s.ulid = ${slot('ulid')}`);
/** What of a posted run is still to be handed out by one way of paying. */
export const unpaidOfRun = textQuery<{ runId: number; channel: string }, SettlementHead>((slot) => sql<SettlementHead>`
  ${sql.raw(settlementSelect)} WHERE s.run_id = ${slot('runId')} AND y.channel = ${slot('channel')} AND s.paid_fen > 0 AND c.settlement_id IS NULL ORDER BY s.ordinal`);
/** Lets go of a settlement whose money came back: it is to be paid again. */
export const dropPayoutClaim = command<{ settlementId: number }>()((k, slot) => k.deleteFrom('payout_claim').where('settlement_id', '=', slot('settlementId')));
/** How a payout paid, from which box. */
export const payoutWay = textQuery<{ ulid: string }, { id: number; number: string; method: 'cash' | 'bank'; cashBoxUlid: string | null }>((slot) => sql`
  SELECT d.id, d.number, p.method, b.ulid AS "cashBoxUlid" FROM payout p JOIN document d ON d.id = p.document_id LEFT JOIN cash_box b ON b.id = p.cash_box_id WHERE d.ulid = ${slot('ulid')}`);
export const unpaidCount = textQuery<{ runId: number }, { n: number }>((slot) => sql`
  SELECT count(*) AS n FROM settlement s LEFT JOIN payout_claim c ON c.settlement_id = s.id WHERE s.run_id = ${slot('runId')} AND s.paid_fen > 0 AND c.settlement_id IS NULL`);

/**
 * Unpaid settlements of a posted run that hold a ticket reversed since, whose correction no posted run has taken yet: to pay them now would
 * pay for goods that were given back. One row for each, with the first such ticket. Looked for from the corrections, which are few, and not
 * from the lines of the run, which may be a season's.
 */
export const heldBackOfRun = textQuery<{ runId: number }, { id: number; ulid: string; payeeName: string; paidFen: number; ticketNumber: string }>((slot) => sql`
  SELECT s.id, s.ulid, y.name AS "payeeName", s.paid_fen AS "paidFen", min(d.number) AS "ticketNumber"
  FROM payable b INDEXED BY payable_taken_back CROSS JOIN document v ON v.id = b.document_id CROSS JOIN document d ON d.id = v.reverses_id
    CROSS JOIN payable p ON p.document_id = d.id AND p.line_no = b.line_no AND p.owner_no = b.owner_no CROSS JOIN claim k ON k.payable_id = p.id CROSS JOIN settlement s ON s.id = k.settlement_id
    JOIN payee y ON y.id = s.payee_id LEFT JOIN payout_claim c ON c.settlement_id = s.id
  WHERE b.amount_fen < 0 AND b.kind = 'correction' AND s.run_id = ${slot('runId')} AND s.paid_fen > 0 AND c.settlement_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM claim t JOIN run_posted r ON r.run_id = t.run_id WHERE t.payable_id = b.id)
  GROUP BY s.id ORDER BY s.ordinal`);

/** The product of the largest line of a settlement: what its amount counts under when it is owed anew. */
export const linesToRelease = textQuery<{ settlementId: number }, { productId: number }>((slot) => sql`
  SELECT p.product_id AS "productId" FROM settlement_line l JOIN payable p ON p.id = l.payable_id WHERE l.settlement_id = ${slot('settlementId')} ORDER BY l.amount_fen DESC, l.line_no LIMIT 1`);

export interface SettlementLineView {
  readonly ticketId: string; readonly ticketNumber: string; readonly businessDate: string; readonly productNameZh: string; readonly productNameEn: string; readonly grade: string;
  readonly settlementGrams: number; readonly priceE4: number | null; readonly amountFen: number; readonly kind: string; readonly schemeDefinition: string | null; readonly schemeNumber: number | null; readonly priceSheet: string | null;
}
/** The priced lines behind a settlement; a correction shows the line it takes back. */
export const linesOfSettlement = textQuery<{ settlementId: number }, SettlementLineView>((slot) => sql<SettlementLineView>`
  SELECT d.ulid AS "ticketId", d.number AS "ticketNumber", p.business_date AS "businessDate", g.name_zh AS "productNameZh", g.name_en AS "productNameEn", coalesce(t.grade, '') AS grade,
    p.settlement_g AS "settlementGrams", t.price_e4 AS "priceE4", l.amount_fen AS "amountFen", p.kind, h.definition AS "schemeDefinition", h.number AS "schemeNumber", sheet.number AS "priceSheet"
  FROM settlement_line l JOIN payable p ON p.id = l.payable_id JOIN document d ON d.id = p.document_id JOIN product g ON g.id = p.product_id
    LEFT JOIN ticket_line t ON t.document_id = coalesce(d.reverses_id, d.id) AND t.line_no = p.line_no LEFT JOIN ticket k ON k.document_id = d.id LEFT JOIN scheme h ON h.id = k.scheme_id
    LEFT JOIN price pr ON pr.id = t.price_id LEFT JOIN document sheet ON sheet.id = pr.document_id
  WHERE l.settlement_id = ${slot('settlementId')} ORDER BY l.line_no`);

interface RecoveryView { readonly number: string; readonly kind: 'cash_advance' | 'input_credit'; readonly businessDate: string; readonly goods: string | null; readonly amountFen: number; readonly leftFen: number }
export const recoveriesOfSettlement = textQuery<{ settlementId: number }, RecoveryView>((slot) => sql<RecoveryView>`
  SELECT d.number, o.kind, o.business_date AS "businessDate", b.goods, r.amount_fen AS "amountFen", r.left_fen AS "leftFen"
  FROM settlement_recovery r JOIN open_item o ON o.document_id = r.open_item_id JOIN document d ON d.id = o.document_id JOIN debt b ON b.document_id = o.document_id
  WHERE r.settlement_id = ${slot('settlementId')} ORDER BY r.ordinal`);

/** People behind a document and the head of the chain when it was written. */
export const peopleOfDocument = textQuery<{ id: number }, { preparedBy: string; approvedBy: string | null; hash: string | null }>((slot) => sql`
  SELECT u.name AS "preparedBy", (SELECT a.name FROM transition x JOIN user a ON a.id = x.approved_by WHERE x.document_id = d.id ORDER BY x.ordinal LIMIT 1) AS "approvedBy",
    (SELECT e.hash FROM event e WHERE e.doc_id = d.ulid) AS hash
  FROM document d JOIN user u ON u.id = d.posted_by WHERE d.id = ${slot('id')}`);
export const runUlid = query<{ id: number }>()((k, slot) => k.selectFrom('settlement_run').select(['ulid', 'document_id as batchRowId']).where('id', '=', slot('id')));
export const recoveryCap = query<{ batchId: number }>()((k, slot) => k.selectFrom('settlement_batch').select(['cap_bp as capBp', 'date_from as dateFrom', 'date_to as dateTo']).where('document_id', '=', slot('batchId')));

export interface PayoutHead { readonly id: number; readonly ulid: string; readonly number: string; readonly businessDate: string; readonly method: 'cash' | 'bank'; readonly batchNumber: string; readonly stationCode: string }
export const payoutByUlid = textQuery<{ ulid: string }, PayoutHead>((slot) => sql<PayoutHead>`
  SELECT d.id, d.ulid, d.number, d.business_date AS "businessDate", p.method, b.number AS "batchNumber", d.station_code AS "stationCode"
  FROM payout p JOIN document d ON d.id = p.document_id JOIN document b ON b.id = p.batch_id WHERE d.ulid = ${slot('ulid')}`);
export interface PayoutSheetRow {
  readonly lineNo: number; readonly memberCode: string; readonly payeeName: string; readonly ordinal: number; readonly firstNumber: number; readonly postedDate: string; readonly stationCode: string; readonly deskLetter: string;
  readonly bankName: string | null; readonly accountUlid: string | null; readonly accountSealed: string | null; readonly accountMasked: string | null; readonly amountFen: number;
}
export const payoutSheetRows = textQuery<{ payoutId: number }, PayoutSheetRow>((slot) => sql<PayoutSheetRow>`
  SELECT l.line_no AS "lineNo", m.code AS "memberCode", y.name AS "payeeName", s.ordinal, p.first_number AS "firstNumber", p.business_date AS "postedDate", p.station_code AS "stationCode", p.desk_letter AS "deskLetter",
    a.bank_name AS "bankName", a.ulid AS "accountUlid", a.account_sealed AS "accountSealed", a.account_masked AS "accountMasked", l.amount_fen AS "amountFen"
  FROM payout_line l JOIN settlement s ON s.id = l.settlement_id JOIN run_posted p ON p.run_id = s.run_id JOIN payee y ON y.id = l.payee_id JOIN member m ON m.id = s.member_id LEFT JOIN payee_account a ON a.id = l.account_id
  WHERE l.document_id = ${slot('payoutId')} ORDER BY l.line_no`);

/** The account a bank payment of this payee goes to: the newest active one. */
export const accountOfPayee = query<{ payeeId: number }>()((k, slot) =>
  k.selectFrom('payee_account').select(['id', 'account_masked as masked']).where('payee_id', '=', slot('payeeId')).where('active', '=', 1).orderBy('id', 'desc').limit(1));

export const keptPaper = query<{ documentId: number | null; settlementId: number | null; paper: string; format: string }>()((k, slot) =>
  k.selectFrom('kept_paper').selectAll().where('paper', '=', slot('paper')).where('format', '=', slot('format'))
    .where(sql<boolean>`document_id IS ${slot('documentId')}`).where(sql<boolean>`settlement_id IS ${slot('settlementId')}`).orderBy('id').limit(1));

export const setRunState = command<{ id: number; state: string }>()((k, slot) => k.updateTable('settlement_run').set({ state: slot('state') }).where('id', '=', slot('id')));
