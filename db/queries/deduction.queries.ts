import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

/** The terms in force at a moment: the latest effective time, the later document first, leaving out what a later publication put aside before it began. */
export const termsInForce = query<{ productId: number; at: number }>()((k, slot) =>
  k.selectFrom('deduction_terms').innerJoin('document', 'document.id', 'deduction_terms.document_id')
    .select(['deduction_terms.document_id as id', 'document.ulid', 'deduction_terms.number', 'deduction_terms.effective_from as effectiveFrom', 'deduction_terms.rule', 'deduction_terms.terms'])
    .where('deduction_terms.product_id', '=', slot('productId')).where('deduction_terms.effective_from', '<=', slot('at'))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('deduction_terms as later').select('later.number').where('later.product_id', '=', slot('productId')).where('later.replaces_coming', '=', 1)
      .whereRef('later.number', '>', 'deduction_terms.number').whereRef('later.effective_from', '<=', 'deduction_terms.effective_from'))))
    .orderBy('deduction_terms.effective_from', 'desc').orderBy('deduction_terms.document_id', 'desc').limit(1));

interface VersionRow { readonly id: string; readonly documentNumber: string; readonly number: number; readonly effectiveFrom: number; readonly replacesComing: number; readonly rule: 'added' | 'in_turn'; readonly terms: string; readonly reason: string; readonly publishedAt: number; readonly publishedBy: string }
/** All versions of a product's terms, newest first. */
export const termsVersions = textQuery<{ productId: number }, VersionRow>((slot) => sql`
  SELECT d.ulid AS id, d.number AS documentNumber, t.number, t.effective_from AS effectiveFrom, t.replaces_coming AS replacesComing, t.rule, t.terms, t.reason, d.posted_at AS publishedAt, u.name AS publishedBy
  FROM deduction_terms t JOIN document d ON d.id = t.document_id JOIN user u ON u.id = d.posted_by WHERE t.product_id = ${slot('productId')} ORDER BY t.number DESC`);

interface PinnedRow { readonly lineNo: number; readonly number: number; readonly documentNumber: string; readonly rule: 'added' | 'in_turn'; readonly terms: string }
/** The terms each line of a ticket stood on. */
export const pinnedTerms = textQuery<{ documentId: number }, PinnedRow>((slot) => sql`
  SELECT x.line_no AS lineNo, t.number, d.number AS documentNumber, t.rule, t.terms
  FROM ticket_deduction_terms x JOIN deduction_terms t ON t.document_id = x.terms_id JOIN document d ON d.id = t.document_id WHERE x.document_id = ${slot('documentId')} ORDER BY x.line_no`);

export const discountsOfTicket = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_discount').selectAll().where('document_id', '=', slot('documentId')).orderBy('line_no').orderBy('ordinal'));
