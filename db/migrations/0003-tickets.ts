/** What comes over the scale: readings, tickets, lines, payables, lots, stock. */
export const tickets = {
  number: 3,
  name: 'tickets',
  sql: `
CREATE TABLE reading (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE,
  scale_id TEXT NOT NULL, scale_name TEXT NOT NULL, port TEXT NOT NULL, protocol TEXT NOT NULL,
  raw TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
  grams INTEGER NOT NULL CHECK (grams >= 0), sub_gram INTEGER NOT NULL CHECK (sub_gram IN (0, 1)),
  stable_rule TEXT NOT NULL, net INTEGER CHECK (net IN (0, 1)),
  at INTEGER NOT NULL, monotonic INTEGER NOT NULL, clock TEXT NOT NULL, device TEXT NOT NULL, simulated INTEGER NOT NULL CHECK (simulated IN (0, 1))
) STRICT;

CREATE TABLE reading_again (
  reading_id INTEGER PRIMARY KEY REFERENCES reading (id), first_id INTEGER NOT NULL REFERENCES reading (id)
) STRICT;
CREATE INDEX reading_again_by_first ON reading_again (first_id);

CREATE TABLE ticket (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  draft_ulid TEXT NOT NULL,
  product_id INTEGER NOT NULL REFERENCES product (id), scheme_id INTEGER REFERENCES scheme (id),
  mode TEXT NOT NULL CHECK (mode IN ('outright', 'consignment')),
  party_kind TEXT NOT NULL CHECK (party_kind IN ('member', 'non_member')),
  gross_g INTEGER NOT NULL, tare_g INTEGER NOT NULL, net_g INTEGER NOT NULL,
  returned_g INTEGER NOT NULL, sorting_loss_g INTEGER NOT NULL, settlement_g INTEGER NOT NULL,
  total_fen INTEGER NOT NULL, typed INTEGER NOT NULL CHECK (typed IN (0, 1)), overridden INTEGER NOT NULL CHECK (overridden IN (0, 1)),
  baskets INTEGER NOT NULL, paper_no TEXT, note TEXT,
  CHECK (net_g = gross_g - tare_g)
) STRICT;
CREATE INDEX ticket_by_draft ON ticket (draft_ulid);

CREATE TABLE ticket_owner (
  document_id INTEGER NOT NULL REFERENCES document (id), owner_no INTEGER NOT NULL,
  member_id INTEGER NOT NULL REFERENCES member (id), payee_id INTEGER NOT NULL REFERENCES payee (id),
  party_kind TEXT NOT NULL CHECK (party_kind IN ('member', 'non_member')),
  share INTEGER NOT NULL CHECK (share > 0),
  PRIMARY KEY (document_id, owner_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_owner_by_member ON ticket_owner (member_id);

CREATE TABLE weighing (
  document_id INTEGER NOT NULL REFERENCES document (id), basket_no INTEGER NOT NULL,
  pass TEXT NOT NULL CHECK (pass IN ('single', 'gross_then_tare', 'tare_then_gross')),
  gross_g INTEGER NOT NULL CHECK (gross_g >= 0), tare_g INTEGER NOT NULL CHECK (tare_g BETWEEN 0 AND gross_g), net_g INTEGER NOT NULL CHECK (net_g = gross_g - tare_g),
  tare_method TEXT NOT NULL CHECK (tare_method IN ('none', 'container', 'weighed', 'typed')),
  container_id INTEGER REFERENCES container (id), container_count INTEGER NOT NULL CHECK (container_count >= 0),
  gross_reading_id INTEGER REFERENCES reading (id), tare_reading_id INTEGER REFERENCES reading (id),
  typed INTEGER NOT NULL CHECK (typed IN (0, 1)), typed_reason TEXT, typed_by INTEGER REFERENCES user (id),
  PRIMARY KEY (document_id, basket_no),
  CHECK (typed = 1 OR gross_reading_id IS NOT NULL),
  CHECK (typed = 0 OR (typed_reason IS NOT NULL AND typed_by IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX weighing_by_gross_reading ON weighing (gross_reading_id);
CREATE INDEX weighing_by_tare_reading ON weighing (tare_reading_id);

CREATE TABLE ticket_measure (
  document_id INTEGER NOT NULL REFERENCES document (id), attribute TEXT NOT NULL, value TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('hand', 'device')),
  PRIMARY KEY (document_id, attribute)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_line (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL,
  product_id INTEGER NOT NULL REFERENCES product (id), grade TEXT NOT NULL,
  proposed_grade TEXT, proposal TEXT NOT NULL CHECK (proposal IN ('proposed', 'incomplete', 'set_aside', 'none')),
  override_reason TEXT, graded_by INTEGER NOT NULL REFERENCES user (id),
  price_id INTEGER NOT NULL REFERENCES price (id), quota_part TEXT NOT NULL CHECK (quota_part IN ('board', 'contract')),
  mode TEXT NOT NULL CHECK (mode IN ('outright', 'consignment')),
  net_g INTEGER NOT NULL, deduction_bp INTEGER NOT NULL, settlement_g INTEGER NOT NULL,
  price_e4 INTEGER NOT NULL CHECK (price_e4 >= 0), amount_fen INTEGER NOT NULL,
  lot_id INTEGER REFERENCES lot (id),
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_deduction (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  factor TEXT NOT NULL, method TEXT NOT NULL CHECK (method IN ('step_table', 'interpolated', 'dry_matter')),
  measured TEXT NOT NULL, base TEXT NOT NULL, step TEXT, per_step_bp INTEGER, deduction_bp INTEGER, taken_g INTEGER NOT NULL,
  PRIMARY KEY (document_id, line_no, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE payable (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL, owner_no INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('line', 'second_payment', 'price_adjustment', 'correction', 'disputed_rest', 'released')),
  payee_id INTEGER NOT NULL REFERENCES payee (id), member_id INTEGER NOT NULL REFERENCES member (id),
  party_kind TEXT NOT NULL CHECK (party_kind IN ('member', 'non_member')), product_id INTEGER NOT NULL REFERENCES product (id),
  business_date TEXT NOT NULL, settlement_g INTEGER NOT NULL, amount_fen INTEGER NOT NULL,
  UNIQUE (document_id, line_no, owner_no, kind)
) STRICT;
CREATE INDEX payable_by_payee ON payable (payee_id, business_date, amount_fen);
CREATE INDEX payable_by_day ON payable (business_date);
CREATE INDEX payable_taken_back ON payable (payee_id) WHERE amount_fen < 0;

CREATE TABLE payable_void (
  payable_id INTEGER PRIMARY KEY REFERENCES payable (id), document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE INDEX payable_void_by_document ON payable_void (document_id);

CREATE TABLE lot (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, code TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id), product_id INTEGER NOT NULL REFERENCES product (id),
  grade TEXT NOT NULL, business_date TEXT NOT NULL
) STRICT;
CREATE INDEX lot_by_document ON lot (document_id);

CREATE TABLE movement (
  document_id INTEGER NOT NULL REFERENCES document (id), ordinal INTEGER NOT NULL,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  place_from INTEGER REFERENCES place (id), place_to INTEGER REFERENCES place (id),
  owner TEXT NOT NULL CHECK (owner IN ('own', 'custody')),
  grams INTEGER NOT NULL CHECK (grams > 0), count INTEGER,
  reason TEXT NOT NULL CHECK (reason IN ('intake', 'reversal', 'transfer', 'sorting', 'loss', 'packing', 'shipment', 'count')),
  CHECK (place_from IS NOT NULL OR place_to IS NOT NULL),
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX movement_by_lot ON movement (lot_id);

CREATE TABLE stock (
  lot_id INTEGER NOT NULL REFERENCES lot (id), place_id INTEGER NOT NULL REFERENCES place (id),
  owner TEXT NOT NULL CHECK (owner IN ('own', 'custody')),
  grams INTEGER NOT NULL CHECK (grams >= 0), count INTEGER,
  PRIMARY KEY (lot_id, place_id, owner)
) STRICT, WITHOUT ROWID;
`,
} as const;
