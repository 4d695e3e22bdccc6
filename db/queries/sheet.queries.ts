import { sql } from 'kysely';
import { query } from '../sql.ts';

/** Which sheet is meant; `dataHash` null takes the first one printed, whatever its data looked like. */
export interface SheetKeyColumns { readonly kind: string; readonly subject: string; readonly language: string; readonly size: string; readonly dataHash: string | null }

export const keptSheet = query<SheetKeyColumns>()((k, slot) =>
  k.selectFrom('sheet').selectAll().where('kind', '=', slot('kind')).where('subject', '=', slot('subject')).where('language', '=', slot('language')).where('size', '=', slot('size'))
    .where(sql<boolean>`(${slot('dataHash')} IS NULL OR data_hash = ${slot('dataHash')})`).orderBy('id').limit(1));

/** How often a sheet has been printed; its original is the first. */
export const sheetPrints = query<{ sheetId: number }>()((k, slot) => k.selectFrom('sheet_print').select((eb) => eb.fn.countAll<number>().as('n')).where('sheet_id', '=', slot('sheetId')));

/** Whether a sheet of a document was ever printed, without its bytes. */
export const sheetIsKept = query<Omit<SheetKeyColumns, 'dataHash'>>()((k, slot) =>
  k.selectFrom('sheet').select('id').where('kind', '=', slot('kind')).where('subject', '=', slot('subject')).where('language', '=', slot('language')).where('size', '=', slot('size')).limit(1));
