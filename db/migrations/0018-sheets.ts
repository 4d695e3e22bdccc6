import { refuse } from './0006-guards.ts';

/** Pages of paper: what was first printed is kept whole, and each copy of it is counted. */
export const sheets = {
  number: 18,
  name: 'sheets',
  sql: `
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('day', 'purchase_note', 'notice', 'scale_book', 'grading', 'grading_form', 'statement', 'payout', 'price_board')),
  subject TEXT NOT NULL, language TEXT NOT NULL CHECK (language IN ('zh', 'en', 'both')), size TEXT NOT NULL CHECK (size IN ('A4', 'A4 landscape', 'A5')),
  data_hash TEXT NOT NULL CHECK (length(data_hash) = 64), layout_version INTEGER NOT NULL CHECK (layout_version > 0),
  page_sha256 TEXT NOT NULL CHECK (length(page_sha256) = 64), page BLOB NOT NULL, pdf_sha256 TEXT NOT NULL CHECK (length(pdf_sha256) = 64), pdf BLOB NOT NULL,
  signature TEXT,
  UNIQUE (kind, subject, language, size, data_hash)
) STRICT;

CREATE TABLE sheet_print (
  sheet_id INTEGER NOT NULL REFERENCES sheet (id), copy_no INTEGER NOT NULL CHECK (copy_no >= 0),
  at INTEGER NOT NULL, user_id INTEGER NOT NULL REFERENCES user (id), signature TEXT,
  PRIMARY KEY (sheet_id, copy_no)
) STRICT, WITHOUT ROWID;
${['sheet', 'sheet_print'].flatMap((table) => [refuse(table, 'UPDATE'), refuse(table, 'DELETE')]).join('\n')}
`,
} as const;
