import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

/** Which sheet is meant; `dataHash` null takes the first one drawn, whatever its data looked like. */
export interface SheetKeyColumns { readonly kind: string; readonly subject: string; readonly language: string; readonly size: string; readonly dataHash: string | null }

export const keptSheet = query<SheetKeyColumns>()((k, slot) =>
  k.selectFrom('sheet').selectAll().where('kind', '=', slot('kind')).where('subject', '=', slot('subject')).where('language', '=', slot('language')).where('size', '=', slot('size'))
    .where(sql<boolean>`(${slot('dataHash')} IS NULL OR data_hash = ${slot('dataHash')})`).orderBy('id').limit(1));

/** How often one drawn sheet has left the house; its original is the first. None while it was only drawn. */
export const sheetPrints = query<{ sheetId: number }>()((k, slot) => k.selectFrom('sheet_print').select((eb) => eb.fn.countAll<number>().as('n')).where('sheet_id', '=', slot('sheetId')));
/** How often the sheet of a document has left the house, in whatever language and size: it has one original. */
export const documentPrints = query<{ kind: string; subject: string }>()((k, slot) =>
  k.selectFrom('sheet').innerJoin('sheet_print', 'sheet_print.sheet_id', 'sheet.id').select((eb) => eb.fn.countAll<number>().as('n')).where('kind', '=', slot('kind')).where('subject', '=', slot('subject')));

/** The bytes of a sheet as it was first drawn, still sealed. */
export const sheetPdf = query<{ id: number }>()((k, slot) => k.selectFrom('sheet').select(['ulid', 'kind', 'pdf', 'pdf_sha256']).where('id', '=', slot('id')));

/** A drawn sheet without its bytes. */
export interface DrawnRow { readonly id: number; readonly subject: string; readonly prints: number }
/** The drawn sheets of documents of a kind between two subjects, both included, with how often each document's sheet has left the house. */
export const drawnBetween = textQuery<{ kind: string; language: string; size: string; from: string; to: string }, DrawnRow>((slot) => sql`
  SELECT min(s.id) AS id, s.subject, (SELECT count(*) FROM sheet o JOIN sheet_print p ON p.sheet_id = o.id WHERE o.kind = s.kind AND o.subject = s.subject) AS prints
  FROM sheet s WHERE s.kind = ${slot('kind')} AND s.subject BETWEEN ${slot('from')} AND ${slot('to')} AND s.language = ${slot('language')} AND s.size = ${slot('size')} GROUP BY s.subject`);

/** Which print of which sheet a job of the spool is. */
export const sheetOfJob = query<{ jobId: number }>()((k, slot) => k.selectFrom('sheet_job').selectAll().where('print_job_id', '=', slot('jobId')));
/** The bytes of a copy that went to a printer, still sealed. */
export const sheetCopy = query<{ sheetId: number; copyNo: number }>()((k, slot) => k.selectFrom('sheet_copy').innerJoin('sheet', 'sheet.id', 'sheet_copy.sheet_id').select(['ulid', 'sheet_copy.pdf', 'sheet_copy.pdf_sha256']).where('sheet_id', '=', slot('sheetId')).where('copy_no', '=', slot('copyNo')));
