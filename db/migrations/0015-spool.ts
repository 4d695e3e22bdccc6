/** Printers that a person has stopped: their papers wait, also after a restart, until somebody resumes them. */
export const spool = {
  number: 15,
  name: 'spool',
  sql: `
CREATE TABLE printer_pause (
  printer_id TEXT PRIMARY KEY, at INTEGER NOT NULL, user_id INTEGER NOT NULL REFERENCES user (id)
) STRICT, WITHOUT ROWID;
`,
} as const;
