/** Identity of the folder, devices, the event chain, documents and their transitions, once-only commands. */
export const books = {
  number: 1,
  name: 'books',
  sql: `
CREATE TABLE folder (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ulid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('live', 'training')),
  created_at INTEGER NOT NULL,
  recovery_wrap TEXT
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  ulid TEXT NOT NULL UNIQUE,
  station_code TEXT NOT NULL,
  desk_letter TEXT NOT NULL,
  public_key TEXT NOT NULL,
  sealed_key TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('first', 'restored', 'moved')),
  begun_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
  device TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  prev TEXT NOT NULL CHECK (length(prev) = 64),
  at INTEGER NOT NULL,
  clock TEXT NOT NULL,
  user TEXT,
  type TEXT NOT NULL,
  doc_type TEXT NOT NULL,
  doc_id TEXT NOT NULL,
  doc_hash TEXT NOT NULL,
  payload TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_by_document ON event (doc_id);

CREATE TABLE seal (
  id INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  signature TEXT NOT NULL,
  UNIQUE (device, seq)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  ulid TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL CHECK (type IN ('ticket', 'price_sheet', 'settlement_batch', 'payout', 'cash_movement', 'cash_advance',
    'input_credit', 'stock_movement', 'price_adjustment', 'clock_correction', 'settlement_role', 'incarnation', 'day_close', 'certificate', 'scale_book', 'crate_move', 'farm_contract', 'deduction_terms', 'settlement_release', 'debt_repayment', 'payout_return')),
  number TEXT NOT NULL UNIQUE,
  reverses_id INTEGER UNIQUE REFERENCES document (id),
  replaces_id INTEGER REFERENCES document (id),
  station_code TEXT NOT NULL,
  desk_letter TEXT NOT NULL,
  device TEXT NOT NULL,
  business_date TEXT NOT NULL CHECK (business_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  posted_at INTEGER NOT NULL,
  clock TEXT NOT NULL,
  posted_by INTEGER NOT NULL REFERENCES user (id),
  approved_by INTEGER REFERENCES user (id),
  reason TEXT,
  CHECK (reverses_id IS NULL OR number LIKE '%-R')
) STRICT;
CREATE INDEX document_by_day ON document (type, business_date);

CREATE TABLE transition (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  state TEXT NOT NULL CHECK (state IN ('posted', 'reversed', 'awaiting_countersign', 'countersigned', 'open', 'closed', 'calculated',
    'stale', 'reviewed', 'approved', 'paid', 'partly_paid', 'settled', 'cancelled')),
  at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  approved_by INTEGER REFERENCES user (id),
  reason TEXT,
  UNIQUE (document_id, ordinal)
) STRICT;

CREATE TABLE number_counter (
  desk TEXT NOT NULL,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (desk, kind, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_log (
  command_id TEXT PRIMARY KEY,
  op TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  reply TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_id INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id INTEGER,
  op TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'refused', 'fault', 'bug', 'pin_failed')),
  code TEXT,
  command_id TEXT,
  correlation_id TEXT
) STRICT;
CREATE INDEX audit_by_time ON audit (at);

CREATE TABLE master_version (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_ulid TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  at INTEGER NOT NULL,
  user_id INTEGER,
  payload TEXT NOT NULL,
  UNIQUE (entity, entity_ulid, version)
) STRICT;

CREATE TABLE countersign (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  op TEXT NOT NULL,
  requested_by INTEGER NOT NULL REFERENCES user (id),
  due_date TEXT NOT NULL
) STRICT;
`,
} as const;
