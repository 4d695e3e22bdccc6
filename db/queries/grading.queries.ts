import { sql } from 'kysely';
import type { RawBuilder, Selectable } from 'kysely';
import type { MachineProposalRow, SampleRow } from '../schema.ts';
import { command, query, textQuery } from '../sql.ts';
import { stoodOrMayStand } from './print.queries.ts';

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
/** The words of all products, the ones used most first; a corrected word counts its earlier spellings as well. */
export const gradeWords = textQuery<object, WordRow>(() => sql`
  SELECT w.ulid AS id, w.version, p.ulid AS productId, w.word, w.grade, w.attribute, w.value, w.note, w.active,
    (SELECT count(*) FROM ticket_word x JOIN ticket t ON t.document_id = x.document_id WHERE t.product_id = w.product_id
      AND x.word IN (SELECT json_extract(v.payload, '$.word') FROM master_version v WHERE v.entity = 'grade_word' AND v.entity_ulid = w.ulid)) AS used
  FROM grade_word w JOIN product p ON p.id = w.product_id ORDER BY used DESC, w.word`);

export const gradeMachines = query<object>()((k) => k.selectFrom('grade_machine').selectAll().orderBy('name'));
export const gradeMachine = query<{ ulid: string }>()((k, slot) => k.selectFrom('grade_machine').selectAll().where('ulid', '=', slot('ulid')));
export const gradeMachineNamed = query<{ name: string }>()((k, slot) => k.selectFrom('grade_machine').selectAll().where('name', '=', slot('name')));

export const machineProposalOf = query<{ draft: string }>()((k, slot) => k.selectFrom('machine_proposal').selectAll().where('draft_ulid', '=', slot('draft')));
/** What machines said of a member's goods of a product since a moment, whatever became of the draft. */
export const proposalsOfGoods = textQuery<{ productId: number; memberId: number; since: number }, MachineProposalRow>((slot) => sql`
  SELECT m.* FROM machine_proposal m WHERE m.product_id = ${slot('productId')} AND m.at > ${slot('since')} AND EXISTS (SELECT 1 FROM json_each(m.members) o WHERE o.value = ${slot('memberId')})`);
export const putMachineProposal = command<{ draft: string; productId: number; members: string; machineUlid: string; proposedBy: number; machine: string; grade: string; confidenceBp: number | null; measures: string; at: number }>()((k, slot) =>
  k.insertInto('machine_proposal').values({ draft_ulid: slot('draft'), product_id: slot('productId'), members: slot('members'), machine_ulid: slot('machineUlid'), proposed_by: slot('proposedBy'), machine: slot('machine'), grade: slot('grade'), confidence_bp: slot('confidenceBp'), measures: slot('measures'), at: slot('at') })
    .onConflict((oc) => oc.column('draft_ulid').doUpdateSet({ product_id: slot('productId'), members: slot('members'), machine_ulid: slot('machineUlid'), proposed_by: slot('proposedBy'), machine: slot('machine'), grade: slot('grade'), confidence_bp: slot('confidenceBp'), measures: slot('measures'), at: slot('at') })));
export const putProposalMembers = command<{ draft: string; members: string }>()((k, slot) => k.updateTable('machine_proposal').set({ members: slot('members') }).where('draft_ulid', '=', slot('draft')));
export const dropMachineProposal = command<{ draft: string }>()((k, slot) => k.deleteFrom('machine_proposal').where('draft_ulid', '=', slot('draft')));
/** Lets go of what was said of a member's goods up to a moment under drafts that were thrown away. */
export const dropOlderProposals = command<{ productId: number; memberId: number; at: number }>()((k, slot) =>
  k.deleteFrom('machine_proposal').where('product_id', '=', slot('productId')).where('at', '<=', slot('at')).where('draft_ulid', 'in', k.selectFrom('draft_gone').select('ulid'))
    .where(sql<boolean>`EXISTS (SELECT 1 FROM json_each(members) o WHERE o.value = ${slot('memberId')})`));
/** Lets go of what was said before a moment, unless its draft still waits at a desk. */
export const dropStaleProposals = command<{ before: number }>()((k, slot) =>
  k.deleteFrom('machine_proposal').where('at', '<=', slot('before')).where('draft_ulid', 'not in', k.selectFrom('draft').select('ulid')));

export const sampleByCode = query<{ code: string }>()((k, slot) => k.selectFrom('sample').selectAll().where('code', '=', slot('code')));
/** The sample taken from a draft; a withdrawn one speaks of nothing more. */
export const sampleOfDraft = query<{ draft: string }>()((k, slot) =>
  k.selectFrom('sample').selectAll().where('draft_ulid', '=', slot('draft')).where('withdrawn_at', 'is', null).orderBy('id', 'desc').limit(1));
/** A ticket that stands: neither a reversal nor reversed. */
const stands = sql`+d.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)`;
/**
 * Whether a sample \`s\` has been used: the delivery it was taken from stands posted; or it was reversed, and the tickets that stand on the
 * sample since weigh at least as much together. No date is asked: neither midnight nor a clock set back sets goods free.
 */
const isUsed = sql`(EXISTS (SELECT 1 FROM ticket t JOIN document d ON d.id = t.document_id WHERE t.draft_ulid = s.draft_ulid AND ${stands})
  OR (SELECT sum(t.net_g) FROM ticket_sample x JOIN ticket t ON t.document_id = x.document_id JOIN document d ON d.id = t.document_id WHERE x.code = s.code AND ${stands})
    >= (SELECT max(t.net_g) FROM ticket t WHERE t.draft_ulid = s.draft_ulid))`;
/** What still binds goods, one row for each owner of the goods a sample was taken of. */
const bound = sql`SELECT s.product_id, m.value AS member_id, s.id AS sample_id FROM sample s JOIN json_each(s.members) m WHERE s.withdrawn_at IS NULL AND ${isUsed} IS NOT TRUE`;
/** Samples that speak of a member's goods of a product, whenever they were taken: neither withdrawn nor used. */
export const samplesOfGoods = textQuery<{ productId: number; memberId: number }, Selectable<SampleRow>>((slot) => sql`
  SELECT s.* FROM sample_binding b JOIN sample s ON s.id = b.sample_id WHERE b.product_id = ${slot('productId')} AND b.member_id = ${slot('memberId')} ORDER BY b.sample_id`);
/** Samples whose binding a ticket decides: the one of its own delivery, and the one it stands on. */
export const samplesOfTicket = textQuery<{ documentId: number }, { id: number }>((slot) => sql`
  SELECT s.id FROM ticket t JOIN sample s ON s.draft_ulid = t.draft_ulid WHERE t.document_id = ${slot('documentId')}
  UNION SELECT s.id FROM ticket_sample x JOIN sample s ON s.code = x.code WHERE x.document_id = ${slot('documentId')}`);
export const unbindSample = command<{ sampleId: number }>()((k, slot) => k.deleteFrom('sample_binding').where('sample_id', '=', slot('sampleId')));
/** Binds the goods of a sample's owners again, unless it is withdrawn or used. */
export const bindSample = command<{ sampleId: number }>()((k, slot) => ({ compile: () => sql`INSERT INTO sample_binding (product_id, member_id, sample_id) ${bound} AND s.id = ${slot('sampleId')}`.compile(k) }));
/** Samples whose binding as kept is not what samples and tickets say. */
export const bindingDifferences = textQuery<object, { code: string }>(() => sql`
  WITH rebuilt AS (${bound}), kept AS (SELECT product_id, member_id, sample_id FROM sample_binding)
  SELECT DISTINCT s.code FROM (SELECT * FROM (SELECT * FROM rebuilt EXCEPT SELECT * FROM kept) UNION SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM rebuilt)) x JOIN sample s ON s.id = x.sample_id ORDER BY s.code`);
/** Whether a sample has been used up by posted goods. */
export const sampleIsUsed = textQuery<{ code: string }, { used: number }>((slot) => sql`SELECT ${isUsed} IS TRUE AS used FROM sample s WHERE s.code = ${slot('code')}`);
/** The sample a waiting label is for, with what the label says. */
export const sampleOfJob = textQuery<{ jobId: number }, { sampleId: number; code: string; productZh: string; productEn: string; place: string; keepUntil: string; takenOn: string }>((slot) => sql`
  SELECT s.id AS sampleId, s.code, p.name_zh AS productZh, p.name_en AS productEn, s.place, s.keep_until AS keepUntil, s.business_date AS takenOn
  FROM sample_label l JOIN sample s ON s.id = l.sample_id JOIN product p ON p.id = s.product_id WHERE l.print_job_id = ${slot('jobId')}`);
/** The number of the last label of a sample; null while none was printed. */
export const lastSampleCopy = query<{ sampleId: number }>()((k, slot) =>
  k.selectFrom('sample_label').innerJoin('print_job', 'print_job.id', 'sample_label.print_job_id').select((eb) => eb.fn.max<number | null>('print_job.copy_no').as('copyNo')).where('sample_id', '=', slot('sampleId')).where(stoodOrMayStand));
/** What the label of a sample said when it was first printed; none where nothing stood yet. */
export const firstSampleLabel = query<{ sampleId: number }>()((k, slot) =>
  k.selectFrom('kept_label').innerJoin('kept_paper', 'kept_paper.id', 'kept_label.kept_paper_id').innerJoin('print_job', 'print_job.id', 'kept_paper.print_job_id').innerJoin('sample_label', 'sample_label.print_job_id', 'print_job.id')
    .select(['kept_label.labels', 'kept_paper.locale']).where('sample_label.sample_id', '=', slot('sampleId')).where('print_job.copy_no', '=', 0).where(stoodOrMayStand).orderBy('kept_paper.id', 'desc').limit(1));
/** Who took a sample: the person of its first version. */
export const takerOfSample = query<{ ulid: string }>()((k, slot) =>
  k.selectFrom('master_version').select('user_id as userId').where('entity', '=', 'sample').where('entity_ulid', '=', slot('ulid')).where('version', '=', 1));
interface SampleListRow { code: string; version: number; productId: string; place: string; keepUntil: string; state: 'kept' | 'opened' | 'discarded'; note: string | null; takenAt: number; grade: string | null; reason: string | null; changedAt: number; changedBy: string | null; withdrawnAt: number | null; withdrawnBy: string | null; approvedBy: string | null; withdrawalReason: string | null; binds: number; ticketId: string | null; ticketNumber: string | null }
/** The register of retained samples, those still to be graded first, then those that still bind goods; a ticket stands beside it only once the goods are graded. */
export const samples = textQuery<object, SampleListRow>(() => sql`
  SELECT s.code, s.version, p.ulid AS productId, s.place, s.keep_until AS keepUntil, s.state, s.note, s.taken_at AS takenAt, s.grade, s.reason, v.at AS changedAt, u.name AS changedBy,
    s.withdrawn_at AS withdrawnAt, w.name AS withdrawnBy, a.name AS approvedBy, s.withdrawal_reason AS withdrawalReason, EXISTS (SELECT 1 FROM sample_binding b WHERE b.sample_id = s.id) AS binds, d.ulid AS ticketId, d.number AS ticketNumber
  FROM sample s JOIN product p ON p.id = s.product_id JOIN master_version v ON v.entity = 'sample' AND v.entity_ulid = s.ulid AND v.version = s.version LEFT JOIN user u ON u.id = v.user_id
    LEFT JOIN user w ON w.id = s.withdrawn_by LEFT JOIN user a ON a.id = s.withdrawal_approved_by LEFT JOIN document d ON d.id = (SELECT max(x.document_id) FROM ticket_sample x WHERE x.code = s.code)
  ORDER BY s.grade IS NOT NULL OR s.withdrawn_at IS NOT NULL, binds DESC, s.id DESC LIMIT 500`);

export const machineOfTicket = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_machine').selectAll().where('document_id', '=', slot('documentId')));
export const measureNotes = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_measure_note').selectAll().where('document_id', '=', slot('documentId')));
export const wordOfTicket = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_word').selectAll().where('document_id', '=', slot('documentId')));
export const sampleOfTicket = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('ticket_sample').innerJoin('sample', 'sample.code', 'ticket_sample.code').select(['sample.code', 'sample.place', 'sample.keep_until as keepUntil', 'sample.state', 'sample.business_date as takenOn']).where('document_id', '=', slot('documentId')));

interface DecisionRow { source: 'scheme' | 'machine'; graderId: string; grader: string; productId: string; proposed: string | null; decided: string; reason: string | null; lines: number; netGrams: number }
/** Place of a grade in the order of the scheme a ticket was graded by; 1 is the best. */
const rankOf = (grade: RawBuilder<unknown>) => sql`(SELECT json_extract(g.value, '$.rank') FROM scheme s JOIN json_each(s.definition, '$.grades') g WHERE s.id = x.scheme_id AND json_extract(g.value, '$.id') = ${grade})`;
/**
 * What was proposed and what was decided, by grader, product and reason; reversed tickets are left out. Of goods sorted by hand into several
 * grades only the parts that stand above the proposal are counted: sorting down says nothing about the grader.
 */
export const gradingDecisions = textQuery<{ from: string; to: string }, DecisionRow>((slot) => sql`
  WITH decided AS (
    SELECT l.document_id, l.proposal, l.proposed_grade, l.grade, l.override_reason, t.scheme_id, (SELECT sum(o.net_g) FROM ticket_line o WHERE o.document_id = l.document_id AND o.grade = l.grade) AS net_g,
      EXISTS (SELECT 1 FROM ticket_line o WHERE o.document_id = l.document_id AND o.grade <> l.grade) AS sorted, p.ulid AS productId, u.ulid AS graderId, u.name AS grader
    FROM document d CROSS JOIN ticket_line l ON l.document_id = d.id JOIN ticket t ON t.document_id = d.id JOIN product p ON p.id = l.product_id JOIN user u ON u.id = l.graded_by
    WHERE d.business_date BETWEEN ${slot('from')} AND ${slot('to')} AND +d.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
      AND NOT EXISTS (SELECT 1 FROM ticket_line o WHERE o.document_id = l.document_id AND o.grade = l.grade AND o.line_no < l.line_no))
  SELECT 'scheme' AS source, graderId, grader, productId, proposed_grade AS proposed, grade AS decided, override_reason AS reason, count(*) AS lines, sum(net_g) AS netGrams
    FROM decided x WHERE proposal <> 'none' AND (NOT sorted OR ${rankOf(sql`x.grade`)} < ${rankOf(sql`x.proposed_grade`)}) GROUP BY graderId, grader, productId, proposed_grade, grade, override_reason
  UNION ALL
  SELECT 'machine', x.graderId, x.grader, x.productId, m.grade, x.grade, x.override_reason, count(*), sum(x.net_g)
    FROM decided x JOIN ticket_machine m ON m.document_id = x.document_id WHERE NOT sorted OR ${rankOf(sql`x.grade`)} < ${rankOf(sql`m.grade`)} GROUP BY x.graderId, x.grader, x.productId, m.grade, x.grade, x.override_reason
  ORDER BY source DESC, grader, lines DESC`);
