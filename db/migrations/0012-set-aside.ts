/** What is kept for a person to look at: sealed pictures that a power cut left without a row. */
export const setAside = {
  number: 12,
  name: 'set-aside',
  sql: `
CREATE TABLE photo_aside (
  ulid TEXT PRIMARY KEY, found_at INTEGER NOT NULL, bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;
`,
} as const;
