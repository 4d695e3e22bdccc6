import { refuse } from './0006-guards.ts';

/**
 * Which characters of a printed paper stand as boxed code points because no font has them, parted by blanks; a paper without any has no row.
 * And which basket of a ticket of several grades went whole into one of them, as the desk said; a basket that was sorted apart has no row.
 */
export const boxesAndBaskets = {
  number: 21,
  name: 'boxes and baskets',
  sql: `
CREATE TABLE kept_boxes (
  kept_paper_id INTEGER PRIMARY KEY REFERENCES kept_paper (id), code_points TEXT NOT NULL CHECK (code_points <> '')
) STRICT;
${refuse('kept_boxes', 'UPDATE')}
${refuse('kept_boxes', 'DELETE')}

CREATE TABLE weighing_grade (
  document_id INTEGER NOT NULL REFERENCES document (id), basket_no INTEGER NOT NULL CHECK (basket_no > 0), grade TEXT NOT NULL,
  PRIMARY KEY (document_id, basket_no)
) STRICT, WITHOUT ROWID;
${refuse('weighing_grade', 'UPDATE')}
${refuse('weighing_grade', 'DELETE')}
`,
} as const;
