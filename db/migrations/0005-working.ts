/** What changes freely: drafts, the spool, kept papers, the outbox. */
export const working = {
  number: 5,
  name: 'working',
  sql: `
CREATE TABLE draft (
  ulid TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('ticket')), desk_letter TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id), state TEXT NOT NULL CHECK (state IN ('open', 'held', 'yard')),
  label TEXT NOT NULL, payload TEXT NOT NULL, revision INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE,
  document_id INTEGER REFERENCES document (id), settlement_id INTEGER REFERENCES settlement (id), lot_id INTEGER REFERENCES lot (id),
  paper TEXT NOT NULL CHECK (paper IN ('receipt', 'reversal_slip', 'lot_label', 'statement', 'price_board', 'payout_sheet', 'test_page', 'queue_slip', 'return_slip', 'crate_slip', 'sample_label', 'crate_label', 'crate_tag', 'parcel_label', 'member_card', 'receipt_station', 'receipt_accountant', 'correction_slip', 'voucher', 'day_sheet', 'purchase_note', 'notice', 'scale_book', 'grading_sheet', 'grading_form')),
  locale TEXT NOT NULL CHECK (locale IN ('zh', 'en')), layout_version INTEGER NOT NULL, copy_no INTEGER NOT NULL CHECK (copy_no >= 0),
  printer_id TEXT, state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled')),
  attempts INTEGER NOT NULL, last_error TEXT, created_at INTEGER NOT NULL, created_by INTEGER NOT NULL REFERENCES user (id),
  next_at INTEGER NOT NULL, sent_at INTEGER, bytes INTEGER
) STRICT;
CREATE INDEX print_job_waiting ON print_job (next_at) WHERE state = 'waiting';
CREATE INDEX print_job_by_document ON print_job (document_id);
CREATE INDEX print_job_copies ON print_job (created_at) WHERE copy_no > 0;
CREATE INDEX print_job_by_settlement ON print_job (settlement_id);
CREATE UNIQUE INDEX print_job_copy ON print_job (document_id, coalesce(lot_id, 0), paper, copy_no) WHERE document_id IS NOT NULL AND state <> 'cancelled';

CREATE TABLE kept_paper (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, print_job_id INTEGER UNIQUE REFERENCES print_job (id),
  document_id INTEGER REFERENCES document (id), settlement_id INTEGER REFERENCES settlement (id), lot_id INTEGER REFERENCES lot (id),
  paper TEXT NOT NULL, format TEXT NOT NULL CHECK (format IN ('escpos', 'tspl', 'zpl', 'epl2', 'cpcl', 'page', 'pdf', 'xlsx', 'csv')), locale TEXT NOT NULL, layout_version INTEGER NOT NULL,
  sha256 TEXT NOT NULL, sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)), bytes BLOB NOT NULL, at INTEGER NOT NULL, user_id INTEGER NOT NULL REFERENCES user (id),
  signature TEXT
) STRICT;
CREATE INDEX kept_paper_by_document ON kept_paper (document_id);
CREATE INDEX kept_paper_by_settlement ON kept_paper (settlement_id);

CREATE TABLE backup_note (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, topic TEXT NOT NULL, payload TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')), attempts INTEGER NOT NULL, last_error TEXT,
  created_at INTEGER NOT NULL, next_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_at) WHERE state = 'waiting';
`,
} as const;
