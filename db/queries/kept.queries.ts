import type { ReadHandle } from '../connection.ts';
import { query } from '../sql.ts';

/** Every kept paper with its bytes, the oldest first. */
export const keptPapersOfBooks = query<object>()((k) => k.selectFrom('kept_paper').selectAll().orderBy('id'));

/** Every first page, still sealed. */
export const sheetsOfBooks = query<object>()((k) => k.selectFrom('sheet').selectAll().orderBy('id'));

/** Every print of a page, with the words for which page it is. */
export const sheetPrintsOfBooks = query<object>()((k) =>
  k.selectFrom('sheet_print').innerJoin('sheet', 'sheet.id', 'sheet_print.sheet_id')
    .select(['sheet_id', 'copy_no', 'sheet_print.at', 'user_id', 'sheet_print.signature', 'sheet.kind', 'sheet.subject']).orderBy('sheet_id').orderBy('copy_no'));

const setup = query<{ id: number }>()((k, slot) => k.selectFrom('kept_setup').select('setup').where('kept_paper_id', '=', slot('id')));
const boxes = query<{ id: number }>()((k, slot) => k.selectFrom('kept_boxes').select('code_points').where('kept_paper_id', '=', slot('id')));
const label = query<{ id: number }>()((k, slot) => k.selectFrom('kept_label').select('labels').where('kept_paper_id', '=', slot('id')));
const slip = query<{ id: number }>()((k, slot) => k.selectFrom('kept_slip').select(['looks_version', 'profile', 'slip', 'copy_at']).where('kept_paper_id', '=', slot('id')));

/** What is kept beside the bytes of a paper; null where there is none. */
export const keptBesideOf = (db: ReadHandle, id: number) => ({
  kept_setup: setup.first(db, { id }) ?? null, kept_boxes: boxes.first(db, { id }) ?? null, kept_label: label.first(db, { id }) ?? null, kept_slip: slip.first(db, { id }) ?? null,
});
