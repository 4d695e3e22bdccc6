import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';

export const schemeByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('scheme').selectAll().where('ulid', '=', slot('ulid')));

export const schemeById = query<{ id: number }>()((k, slot) => k.selectFrom('scheme').selectAll().where('id', '=', slot('id')));

export interface SchemeVersionRow {
  id: string; number: number; titleZh: string; titleEn: string; definition: string; validFrom: number; validTo: number | null; parentId: string | null; parentNumber: number | null;
  reason: string | null; resolution: string | null; confirmed: number; savedAt: number; savedBy: string | null;
}
/** All versions of a product's scheme, newest first, with who saved them. */
export const schemeVersions = textQuery<{ product: string }, SchemeVersionRow>((slot) => sql`
  SELECT s.ulid AS id, s.number, s.title_zh AS titleZh, s.title_en AS titleEn, s.definition, s.valid_from AS validFrom, s.valid_to AS validTo, parent.ulid AS parentId, parent.number AS parentNumber,
    s.reason, s.resolution, s.confirmed, v.at AS savedAt, u.name AS savedBy
  FROM scheme s JOIN product p ON p.id = s.product_id LEFT JOIN scheme parent ON parent.id = s.parent_id
    JOIN master_version v ON v.entity = 'scheme' AND v.entity_ulid = s.ulid AND v.version = 1 LEFT JOIN user u ON u.id = v.user_id
  WHERE p.ulid = ${slot('product')} ORDER BY s.number DESC`);

export const lastSchemeNumber = query<{ productId: number }>()((k, slot) =>
  k.selectFrom('scheme').select((eb) => eb.fn.max<number | null>('number').as('number')).where('product_id', '=', slot('productId')));

export const wordByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('grade_word').selectAll().where('ulid', '=', slot('ulid')));
export const wordOfProduct = query<{ productId: number; word: string }>()((k, slot) =>
  k.selectFrom('grade_word').selectAll().where('product_id', '=', slot('productId')).where('word', '=', slot('word')));
interface WordRow { id: string; version: number; productId: string; word: string; grade: string | null; attribute: string | null; value: string | null; note: string | null; active: number; used: number }
/** The words of all products, the ones used most first. */
export const gradeWords = textQuery<object, WordRow>(() => sql`
  SELECT w.ulid AS id, w.version, p.ulid AS productId, w.word, w.grade, w.attribute, w.value, w.note, w.active,
    (SELECT count(*) FROM ticket_word x JOIN ticket t ON t.document_id = x.document_id WHERE x.word = w.word AND t.product_id = w.product_id) AS used
  FROM grade_word w JOIN product p ON p.id = w.product_id ORDER BY used DESC, w.word`);

export const machineProposalOf = query<{ draft: string }>()((k, slot) => k.selectFrom('machine_proposal').selectAll().where('draft_ulid', '=', slot('draft')));
export const putMachineProposal = command<{ draft: string; machine: string; grade: string; confidenceBp: number | null; measures: string; at: number }>()((k, slot) =>
  k.insertInto('machine_proposal').values({ draft_ulid: slot('draft'), machine: slot('machine'), grade: slot('grade'), confidence_bp: slot('confidenceBp'), measures: slot('measures'), at: slot('at') })
    .onConflict((oc) => oc.column('draft_ulid').doUpdateSet({ machine: slot('machine'), grade: slot('grade'), confidence_bp: slot('confidenceBp'), measures: slot('measures'), at: slot('at') })));
export const dropMachineProposal = command<{ draft: string }>()((k, slot) => k.deleteFrom('machine_proposal').where('draft_ulid', '=', slot('draft')));

export const sampleByCode = query<{ code: string }>()((k, slot) => k.selectFrom('sample').selectAll().where('code', '=', slot('code')));
export const sampleOfDraft = query<{ draft: string }>()((k, slot) => k.selectFrom('sample').selectAll().where('draft_ulid', '=', slot('draft')).orderBy('id', 'desc').limit(1));
/** Who took a sample: the person of its first version. */
export const takerOfSample = query<{ ulid: string }>()((k, slot) =>
  k.selectFrom('master_version').select('user_id as userId').where('entity', '=', 'sample').where('entity_ulid', '=', slot('ulid')).where('version', '=', 1));
interface SampleListRow { code: string; version: number; productId: string; place: string; keepUntil: string; state: 'kept' | 'opened' | 'discarded'; note: string | null; takenAt: number; grade: string | null; reason: string | null; changedAt: number; changedBy: string | null; ticketId: string | null; ticketNumber: string | null }
/** The register of retained samples, those still to be graded first; a ticket stands beside it only once the goods are graded. */
export const samples = textQuery<object, SampleListRow>(() => sql`
  SELECT s.code, s.version, p.ulid AS productId, s.place, s.keep_until AS keepUntil, s.state, s.note, s.taken_at AS takenAt, s.grade, s.reason, v.at AS changedAt, u.name AS changedBy, d.ulid AS ticketId, d.number AS ticketNumber
  FROM sample s JOIN product p ON p.id = s.product_id JOIN master_version v ON v.entity = 'sample' AND v.entity_ulid = s.ulid AND v.version = s.version LEFT JOIN user u ON u.id = v.user_id
    LEFT JOIN ticket_sample x ON x.code = s.code LEFT JOIN document d ON d.id = x.document_id
  ORDER BY s.grade IS NOT NULL, s.id DESC LIMIT 500`);

export const machineOfTicket = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_machine').selectAll().where('document_id', '=', slot('documentId')));
export const measureNotes = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_measure_note').selectAll().where('document_id', '=', slot('documentId')));
export const wordOfTicket = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_word').selectAll().where('document_id', '=', slot('documentId')));
export const sampleOfTicket = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('ticket_sample').innerJoin('sample', 'sample.code', 'ticket_sample.code').select(['sample.code', 'sample.place', 'sample.keep_until as keepUntil', 'sample.state']).where('document_id', '=', slot('documentId')));

interface DecisionRow { source: 'scheme' | 'machine'; graderId: string; grader: string; productId: string; proposed: string | null; decided: string; reason: string | null; lines: number; netGrams: number }
/** What was proposed and what was decided, by grader, product and reason; deliveries sorted by hand into several grades and reversed tickets are left out. */
export const gradingDecisions = textQuery<{ from: string; to: string }, DecisionRow>((slot) => sql`
  WITH decided AS (
    SELECT l.document_id, l.proposal, l.proposed_grade, l.grade, l.override_reason, (SELECT sum(o.net_g) FROM ticket_line o WHERE o.document_id = l.document_id) AS net_g, p.ulid AS productId, u.ulid AS graderId, u.name AS grader
    FROM document d CROSS JOIN ticket_line l ON l.document_id = d.id JOIN product p ON p.id = l.product_id JOIN user u ON u.id = l.graded_by
    WHERE d.business_date BETWEEN ${slot('from')} AND ${slot('to')} AND +d.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM ticket_line o WHERE o.document_id = l.document_id AND (o.grade <> l.grade OR o.line_no < l.line_no)))
  SELECT 'scheme' AS source, graderId, grader, productId, proposed_grade AS proposed, grade AS decided, override_reason AS reason, count(*) AS lines, sum(net_g) AS netGrams
    FROM decided WHERE proposal <> 'none' GROUP BY graderId, grader, productId, proposed_grade, grade, override_reason
  UNION ALL
  SELECT 'machine', x.graderId, x.grader, x.productId, m.grade, x.grade, x.override_reason, count(*), sum(x.net_g)
    FROM decided x JOIN ticket_machine m ON m.document_id = x.document_id GROUP BY x.graderId, x.grader, x.productId, m.grade, x.grade, x.override_reason
  ORDER BY source DESC, grader, lines DESC`);
