/** Photos of deliveries: taken beside a draft, then part of the ticket it became. The pictures themselves lie as sealed files in the folder `photos`. */
export const photos = {
  number: 9,
  name: 'photos',
  sql: `
CREATE TABLE photo (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, draft_ulid TEXT NOT NULL, step TEXT NOT NULL CHECK (step IN ('weigh', 'grade')), taken_at INTEGER NOT NULL,
  taken_by INTEGER NOT NULL REFERENCES user (id), device TEXT NOT NULL, bytes INTEGER NOT NULL CHECK (bytes > 0), sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX photo_by_draft ON photo (draft_ulid);

CREATE TABLE ticket_photo (
  id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document (id), ordinal INTEGER NOT NULL, ulid TEXT NOT NULL, step TEXT NOT NULL, taken_at INTEGER NOT NULL,
  taken_by INTEGER NOT NULL REFERENCES user (id), device TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, file_sha256 TEXT NOT NULL, UNIQUE (document_id, ordinal)
) STRICT;
CREATE INDEX ticket_photo_by_ulid ON ticket_photo (ulid);
CREATE TRIGGER ticket_photo_no_update BEFORE UPDATE ON ticket_photo BEGIN SELECT RAISE(ABORT, 'posted rows are never changed: ticket_photo'); END;
CREATE TRIGGER ticket_photo_no_delete BEFORE DELETE ON ticket_photo BEGIN SELECT RAISE(ABORT, 'posted rows are never changed: ticket_photo'); END;
`,
} as const;
