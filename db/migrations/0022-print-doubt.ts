import { refuse } from './0006-guards.ts';

/**
 * Which papers may lie somewhere although nobody saw them come out, and for which settings of its printer the bytes of a paper were drawn:
 * a paper cancelled in doubt counts among the copies, and bytes go only to a printer that is still set up so.
 */
export const printDoubt = {
  number: 22,
  name: 'print-doubt',
  sql: `
CREATE TABLE print_doubt (print_job_id INTEGER PRIMARY KEY REFERENCES print_job (id), at INTEGER NOT NULL) STRICT;
CREATE TABLE kept_setup (kept_paper_id INTEGER PRIMARY KEY REFERENCES kept_paper (id), setup TEXT NOT NULL) STRICT;
${refuse('kept_setup', 'UPDATE')}
${refuse('kept_setup', 'DELETE')}
`,
} as const;
