import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

interface DetailHead { mode: 'outright' | 'consignment'; schemeNumber: number | null; schemeTitleZh: string | null; schemeTitleEn: string | null; schemeDefinition: string | null; sortingLossGrams: number; paperNo: string | null; note: string | null; reason: string | null; approvedBy: string | null }
export const detailHead = textQuery<{ documentId: number }, DetailHead>((slot) => sql`
  SELECT t.mode, s.number AS schemeNumber, s.title_zh AS schemeTitleZh, s.title_en AS schemeTitleEn, s.definition AS schemeDefinition, t.sorting_loss_g AS sortingLossGrams,
    t.paper_no AS paperNo, t.note, d.reason, a.name AS approvedBy
  FROM ticket t JOIN document d ON d.id = t.document_id LEFT JOIN scheme s ON s.id = t.scheme_id LEFT JOIN user a ON a.id = d.approved_by WHERE t.document_id = ${slot('documentId')}`);

interface DetailWeighing { basketNo: number; grossGrams: number; tareGrams: number; netGrams: number; tareMethod: 'none' | 'container' | 'weighed' | 'typed'; containerId: string | null; containerNameZh: string | null; containerNameEn: string | null; containerCount: number; typed: number; typedReason: string | null; grossReadingId: number | null; tareReadingId: number | null; grade: string | null }
export const detailWeighings = textQuery<{ documentId: number }, DetailWeighing>((slot) => sql`
  SELECT w.basket_no AS basketNo, w.gross_g AS grossGrams, w.tare_g AS tareGrams, w.net_g AS netGrams, w.tare_method AS tareMethod, c.ulid AS containerId, c.name_zh AS containerNameZh, c.name_en AS containerNameEn,
    w.container_count AS containerCount, w.typed, w.typed_reason AS typedReason, w.gross_reading_id AS grossReadingId, w.tare_reading_id AS tareReadingId, g.grade
  FROM weighing w LEFT JOIN container c ON c.id = w.container_id LEFT JOIN weighing_grade g ON g.document_id = w.document_id AND g.basket_no = w.basket_no WHERE w.document_id = ${slot('documentId')} ORDER BY w.basket_no`);

export const readingById = query<{ id: number }>()((k, slot) => k.selectFrom('reading').selectAll().where('id', '=', slot('id')));
export const detailMeasures = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_measure').select(['attribute', 'value']).where('document_id', '=', slot('documentId')).orderBy('attribute'));

interface DetailLine { lineNo: number; grade: string; proposedGrade: string | null; proposal: string; overrideReason: string | null; gradedBy: string; netGrams: number; deductionBp: number; settlementGrams: number; priceE4: number; amountFen: number; priceSheet: string; lotCode: string | null }
export const detailLines = textQuery<{ documentId: number }, DetailLine>((slot) => sql`
  SELECT l.line_no AS lineNo, l.grade, l.proposed_grade AS proposedGrade, l.proposal, l.override_reason AS overrideReason, u.name AS gradedBy, l.net_g AS netGrams, l.deduction_bp AS deductionBp,
    l.settlement_g AS settlementGrams, l.price_e4 AS priceE4, l.amount_fen AS amountFen, sheet.number AS priceSheet, lot.code AS lotCode
  FROM ticket_line l JOIN user u ON u.id = l.graded_by JOIN price ON price.id = l.price_id JOIN document sheet ON sheet.id = price.document_id LEFT JOIN lot ON lot.id = l.lot_id
  WHERE l.document_id = ${slot('documentId')} ORDER BY l.line_no`);

interface DetailDeduction { lineNo: number; factor: string; method: 'step_table' | 'interpolated' | 'dry_matter'; measured: string; base: string; step: string | null; perStepBp: number | null; deductionBp: number | null; takenGrams: number }
export const detailDeductions = textQuery<{ documentId: number }, DetailDeduction>((slot) => sql`
  SELECT line_no AS lineNo, factor, method, measured, base, step, per_step_bp AS perStepBp, deduction_bp AS deductionBp, taken_g AS takenGrams FROM ticket_deduction WHERE document_id = ${slot('documentId')} ORDER BY line_no, ordinal`);

interface DetailOwner { ownerNo: number; memberCode: string; memberName: string; share: number; settlementGrams: number; amountFen: number; state: 'nothing' | 'open' | 'in_run' | 'settled' | 'void'; firstNumber: number | null; ordinal: number | null; runDate: string | null; runStation: string | null; runDesk: string | null; settlementId: string | null }
/** Each owner's part of the ticket and how far it is settled. */
export const detailOwners = textQuery<{ documentId: number }, DetailOwner>((slot) => sql`
  SELECT o.owner_no AS ownerNo, m.code AS memberCode, m.name AS memberName, o.share, coalesce(sum(y.settlement_g), 0) AS settlementGrams, coalesce(sum(y.amount_fen), 0) AS amountFen,
    CASE WHEN max(y.id) IS NULL THEN 'nothing' WHEN max(v.payable_id) IS NOT NULL THEN 'void' WHEN max(rp.run_id) IS NOT NULL THEN 'settled' WHEN max(c.run_id) IS NOT NULL THEN 'in_run' ELSE 'open' END AS state,
    max(rp.first_number) AS firstNumber, max(CASE WHEN rp.run_id IS NOT NULL THEN s.ordinal END) AS ordinal, max(rp.business_date) AS runDate, max(rp.station_code) AS runStation, max(rp.desk_letter) AS runDesk, max(CASE WHEN rp.run_id IS NOT NULL THEN s.ulid END) AS settlementId
  FROM ticket_owner o JOIN member m ON m.id = o.member_id LEFT JOIN payable y ON y.document_id = o.document_id AND y.owner_no = o.owner_no
    LEFT JOIN payable_void v ON v.payable_id = y.id LEFT JOIN claim c ON c.payable_id = y.id LEFT JOIN settlement s ON s.id = c.settlement_id LEFT JOIN run_posted rp ON rp.run_id = c.run_id
  WHERE o.document_id = ${slot('documentId')} GROUP BY o.owner_no ORDER BY o.owner_no`);

interface DetailPayable { lineNo: number; ownerNo: number; owner: string; settlementGrams: number; amountFen: number; priceE4: number }
/** The parts of a ticket's priced lines as they were split, with the price of their line; later payments of the same line are left out. */
export const detailPayables = textQuery<{ documentId: number }, DetailPayable>((slot) => sql`
  SELECT y.line_no AS lineNo, y.owner_no AS ownerNo, m.name AS owner, y.settlement_g AS settlementGrams, y.amount_fen AS amountFen, l.price_e4 AS priceE4
  FROM payable y JOIN ticket_line l ON l.document_id = y.document_id AND l.line_no = y.line_no JOIN member m ON m.id = y.member_id
  WHERE y.document_id = ${slot('documentId')} AND y.kind = 'line' ORDER BY y.line_no, y.owner_no`);

interface DetailEvent { device: string; seq: number; at: number; type: string; user: string | null; hash: string; docHash: string }
/** Events of a document and of its later states. */
export const detailEvents = textQuery<{ ulid: string }, DetailEvent>((slot) => sql`
  SELECT e.device, e.seq, e.at, e.type, u.name AS user, e.hash, e.doc_hash AS docHash FROM event e LEFT JOIN user u ON u.ulid = e.user
  WHERE e.doc_id >= ${slot('ulid')} AND e.doc_id < ${slot('ulid')} || '$' ORDER BY e.at, e.device, e.seq`);

interface DetailPrint { id: string; paper: string; copyNo: number; state: string; createdAt: number; createdBy: string; sentAt: number | null; lastError: string | null }
export const detailPrints = textQuery<{ documentId: number }, DetailPrint>((slot) => sql`
  SELECT j.ulid AS id, j.paper, j.copy_no AS copyNo, j.state, j.created_at AS createdAt, u.name AS createdBy, j.sent_at AS sentAt, j.last_error AS lastError
  FROM print_job j JOIN user u ON u.id = j.created_by WHERE j.document_id = ${slot('documentId')} ORDER BY j.id`);

interface DetailJournal { accountCode: string; accountZh: string; accountEn: string; member: string | null; debitFen: number; creditFen: number }
export const detailJournal = textQuery<{ documentId: number }, DetailJournal>((slot) => sql`
  SELECT a.code AS accountCode, a.name_zh AS accountZh, a.name_en AS accountEn, m.name AS member, j.debit_fen AS debitFen, j.credit_fen AS creditFen
  FROM journal_line j JOIN account a ON a.id = j.account_id LEFT JOIN member m ON m.id = j.member_id WHERE j.document_id = ${slot('documentId')} ORDER BY j.line_no`);
