/** What is kept for a person to look at: sealed pictures that a power cut left without a row; and which sample a label of the spool is for. */
export const setAside = {
  number: 14,
  name: 'set-aside',
  sql: `
CREATE TABLE photo_aside (
  ulid TEXT PRIMARY KEY, found_at INTEGER NOT NULL, bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_label (
  print_job_id INTEGER PRIMARY KEY REFERENCES print_job (id), sample_id INTEGER NOT NULL REFERENCES sample (id)
) STRICT;
CREATE INDEX sample_label_by_sample ON sample_label (sample_id);
`,
} as const;
