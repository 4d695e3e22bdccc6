import { refuse } from './0006-guards.ts';

/** Sheets that leave by a printer of the system: which job prints which sheet, and the bytes of a copy until and after they are sent. */
export const sheetWays = {
  number: 20,
  name: 'sheet-ways',
  sql: `
CREATE TABLE sheet_job (
  print_job_id INTEGER PRIMARY KEY REFERENCES print_job (id), sheet_id INTEGER NOT NULL, copy_no INTEGER NOT NULL,
  FOREIGN KEY (sheet_id, copy_no) REFERENCES sheet_print (sheet_id, copy_no)
) STRICT;

CREATE TABLE sheet_copy (
  sheet_id INTEGER NOT NULL, copy_no INTEGER NOT NULL CHECK (copy_no > 0), pdf_sha256 TEXT NOT NULL CHECK (length(pdf_sha256) = 64), pdf BLOB NOT NULL,
  PRIMARY KEY (sheet_id, copy_no), FOREIGN KEY (sheet_id, copy_no) REFERENCES sheet_print (sheet_id, copy_no)
) STRICT, WITHOUT ROWID;
${['sheet_job', 'sheet_copy'].flatMap((table) => [refuse(table, 'UPDATE'), refuse(table, 'DELETE')]).join('\n')}
`,
} as const;
