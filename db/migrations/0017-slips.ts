import { refuse } from './0006-guards.ts';

/** A slip as it was first printed: the parts it was made of, the version of its looks, how the printer was set, and where the mark of a copy goes between its bytes. */
export const slips = {
  number: 17,
  name: 'slips',
  sql: `
CREATE TABLE kept_slip (
  kept_paper_id INTEGER PRIMARY KEY REFERENCES kept_paper (id), looks_version INTEGER NOT NULL CHECK (looks_version >= 0),
  profile TEXT NOT NULL, slip TEXT NOT NULL, copy_at INTEGER
) STRICT;
${refuse('kept_slip', 'UPDATE')}
${refuse('kept_slip', 'DELETE')}
`,
} as const;
