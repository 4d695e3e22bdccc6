/** Drafts that were thrown away: a save that arrives late must not bring one back. */
export const goneDrafts = {
  number: 7,
  name: 'gone-drafts',
  sql: `
CREATE TABLE draft_gone (
  ulid TEXT PRIMARY KEY, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
