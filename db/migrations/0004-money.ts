/** Journal, advances and input credit, cash, settlement runs, payouts. */
export const money = {
  number: 4,
  name: 'money',
  sql: `
CREATE TABLE journal_line (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id), member_id INTEGER REFERENCES member (id),
  open_item_id INTEGER REFERENCES document (id),
  debit_fen INTEGER NOT NULL, credit_fen INTEGER NOT NULL,
  PRIMARY KEY (document_id, line_no),
  CHECK ((debit_fen = 0) <> (credit_fen = 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_by_account ON journal_line (account_id, member_id);

CREATE TABLE debt (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash_advance', 'input_credit')),
  payee_id INTEGER NOT NULL REFERENCES payee (id), member_id INTEGER NOT NULL REFERENCES member (id),
  party_kind TEXT NOT NULL CHECK (party_kind IN ('member', 'non_member')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), goods TEXT, consent TEXT NOT NULL
) STRICT;

CREATE TABLE open_item (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  kind TEXT NOT NULL CHECK (kind IN ('cash_advance', 'input_credit')),
  payee_id INTEGER NOT NULL REFERENCES payee (id), member_id INTEGER NOT NULL REFERENCES member (id),
  party_kind TEXT NOT NULL CHECK (party_kind IN ('member', 'non_member')),
  business_date TEXT NOT NULL, original_fen INTEGER NOT NULL CHECK (original_fen > 0),
  left_fen INTEGER NOT NULL CHECK (left_fen BETWEEN 0 AND original_fen)
) STRICT;
CREATE INDEX open_item_by_payee ON open_item (payee_id);

CREATE TABLE debt_repayment (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), debt_id INTEGER NOT NULL REFERENCES debt (document_id), amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0)
) STRICT;
CREATE INDEX debt_repayment_by_debt ON debt_repayment (debt_id);

CREATE TABLE cash_line (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL,
  cash_box_id INTEGER NOT NULL REFERENCES cash_box (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('float_in', 'float_out', 'advance', 'payout', 'repayment', 'difference', 'reversal')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0), note TEXT,
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX cash_line_by_box ON cash_line (cash_box_id);

CREATE TABLE cash_balance (
  cash_box_id INTEGER PRIMARY KEY REFERENCES cash_box (id), balance_fen INTEGER NOT NULL CHECK (balance_fen >= 0)
) STRICT;

CREATE TABLE settlement_batch (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), title TEXT NOT NULL,
  date_from TEXT NOT NULL, date_to TEXT NOT NULL, mode TEXT NOT NULL CHECK (mode IN ('outright', 'consignment')), product_id INTEGER REFERENCES product (id), payee_id INTEGER REFERENCES payee (id),
  ticket_id INTEGER REFERENCES document (id), cap_bp INTEGER NOT NULL CHECK (cap_bp BETWEEN 0 AND 10000), CHECK (date_from <= date_to)
) STRICT;

CREATE TABLE settlement_run (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, document_id INTEGER NOT NULL REFERENCES document (id),
  state TEXT NOT NULL CHECK (state IN ('calculating', 'calculated', 'stale', 'cancelled', 'posted')),
  started_at INTEGER NOT NULL, started_by INTEGER NOT NULL REFERENCES user (id),
  next_chunk INTEGER NOT NULL, last_payee_id INTEGER NOT NULL, payees INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_run_by_batch ON settlement_run (document_id);

CREATE TABLE run_chunk (
  run_id INTEGER NOT NULL REFERENCES settlement_run (id), chunk_no INTEGER NOT NULL, digest TEXT NOT NULL,
  settlements INTEGER NOT NULL, gross_fen INTEGER NOT NULL, recovered_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL,
  PRIMARY KEY (run_id, chunk_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_posted (
  run_id INTEGER PRIMARY KEY REFERENCES settlement_run (id), document_id INTEGER NOT NULL UNIQUE REFERENCES document (id),
  at INTEGER NOT NULL, business_date TEXT NOT NULL,
  station_code TEXT NOT NULL, desk_letter TEXT NOT NULL, first_number INTEGER NOT NULL,
  settlements INTEGER NOT NULL, gross_fen INTEGER NOT NULL, recovered_fen INTEGER NOT NULL, paid_fen INTEGER NOT NULL, digest TEXT NOT NULL
) STRICT;

CREATE TABLE settlement (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, run_id INTEGER NOT NULL REFERENCES settlement_run (id), ordinal INTEGER NOT NULL,
  payee_id INTEGER NOT NULL REFERENCES payee (id), member_id INTEGER NOT NULL REFERENCES member (id),
  party_kind TEXT NOT NULL CHECK (party_kind IN ('member', 'non_member')),
  tickets INTEGER NOT NULL, gross_fen INTEGER NOT NULL, recovered_fen INTEGER NOT NULL CHECK (recovered_fen >= 0), paid_fen INTEGER NOT NULL CHECK (paid_fen >= 0),
  UNIQUE (run_id, ordinal), CHECK (gross_fen = recovered_fen + paid_fen)
) STRICT;
CREATE INDEX settlement_by_payee ON settlement (payee_id);

CREATE TABLE settlement_line (
  settlement_id INTEGER NOT NULL REFERENCES settlement (id), line_no INTEGER NOT NULL, run_id INTEGER NOT NULL,
  payable_id INTEGER NOT NULL REFERENCES payable (id), amount_fen INTEGER NOT NULL,
  PRIMARY KEY (settlement_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE settlement_recovery (
  settlement_id INTEGER NOT NULL REFERENCES settlement (id), ordinal INTEGER NOT NULL, run_id INTEGER NOT NULL,
  open_item_id INTEGER NOT NULL REFERENCES document (id), amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), left_fen INTEGER NOT NULL CHECK (left_fen >= 0),
  PRIMARY KEY (settlement_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_recovery_by_item ON settlement_recovery (open_item_id);

CREATE TABLE claim (
  payable_id INTEGER PRIMARY KEY REFERENCES payable (id),
  run_id INTEGER NOT NULL REFERENCES settlement_run (id), settlement_id INTEGER NOT NULL REFERENCES settlement (id)
) STRICT;
CREATE INDEX claim_by_settlement ON claim (settlement_id);

CREATE TABLE payout (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), batch_id INTEGER NOT NULL REFERENCES document (id),
  method TEXT NOT NULL CHECK (method IN ('cash', 'bank')), cash_box_id INTEGER REFERENCES cash_box (id),
  total_fen INTEGER NOT NULL, lines INTEGER NOT NULL
) STRICT;
CREATE INDEX payout_by_batch ON payout (batch_id);

CREATE TABLE payout_line (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL,
  settlement_id INTEGER NOT NULL REFERENCES settlement (id), payee_id INTEGER NOT NULL REFERENCES payee (id),
  account_id INTEGER REFERENCES payee_account (id), amount_fen INTEGER NOT NULL,
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX payout_line_by_settlement ON payout_line (settlement_id);

CREATE TABLE payout_claim (
  settlement_id INTEGER PRIMARY KEY REFERENCES settlement (id), document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE INDEX payout_claim_by_payout ON payout_claim (document_id);

CREATE TABLE payout_return (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), payout_id INTEGER NOT NULL REFERENCES payout (document_id),
  settlement_id INTEGER NOT NULL REFERENCES settlement (id), amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), UNIQUE (payout_id, settlement_id)
) STRICT;
CREATE INDEX payout_return_by_settlement ON payout_return (settlement_id);

CREATE TABLE settlement_release (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), settlement_id INTEGER NOT NULL UNIQUE REFERENCES settlement (id),
  batch_id INTEGER NOT NULL REFERENCES document (id), amount_fen INTEGER NOT NULL CHECK (amount_fen > 0)
) STRICT;

CREATE TABLE settlement_role (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), device TEXT NOT NULL, previous_device TEXT
) STRICT;

CREATE TABLE clock_correction (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), finding TEXT NOT NULL,
  clock_said INTEGER NOT NULL, last_event_at INTEGER NOT NULL
) STRICT;

CREATE TABLE incarnation (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), device TEXT NOT NULL, previous_device TEXT,
  previous_seq INTEGER, previous_hash TEXT, cause TEXT NOT NULL CHECK (cause IN ('first', 'restored', 'moved')), backup_name TEXT
) STRICT;
`,
} as const;
