import { refuse } from './0006-guards.ts';

const appendOnly = ['farm_contract', 'price_premium', 'ticket_line_terms'] as const;

/** Contracts to deliver, certificates of members, premiums for certified goods, and how the price of a line came about. */
export const contracts = {
  number: 12,
  name: 'contracts',
  sql: `
CREATE TABLE farm_contract (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), series_id INTEGER NOT NULL REFERENCES document (id),
  member_id INTEGER NOT NULL REFERENCES member (id), product_id INTEGER NOT NULL REFERENCES product (id), grade TEXT,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL CHECK (valid_to >= valid_from),
  quota_g INTEGER NOT NULL CHECK (quota_g > 0), floor_e4 INTEGER NOT NULL CHECK (floor_e4 > 0),
  paper_no TEXT, signed_on TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX farm_contract_by_member ON farm_contract (member_id, product_id);
CREATE INDEX farm_contract_by_series ON farm_contract (series_id);

CREATE TABLE member_certificate (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL CHECK (version > 0),
  member_id INTEGER NOT NULL REFERENCES member (id), product_id INTEGER REFERENCES product (id),
  kind TEXT NOT NULL CHECK (kind IN ('green', 'organic', 'gi', 'gap')), number TEXT NOT NULL,
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL CHECK (valid_to >= valid_from), active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX member_certificate_by_member ON member_certificate (member_id);

CREATE TABLE price_premium (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, document_id INTEGER NOT NULL REFERENCES document (id), product_id INTEGER NOT NULL REFERENCES product (id),
  kind TEXT NOT NULL CHECK (kind IN ('green', 'organic', 'gi', 'gap')), premium_e4 INTEGER NOT NULL CHECK (premium_e4 >= 0), effective_from INTEGER NOT NULL
) STRICT;
CREATE INDEX price_premium_in_force ON price_premium (product_id, kind, effective_from);
CREATE INDEX price_premium_by_sheet ON price_premium (document_id);

CREATE TABLE ticket_line_terms (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL,
  board_e4 INTEGER NOT NULL CHECK (board_e4 >= 0), base_e4 INTEGER NOT NULL CHECK (base_e4 >= board_e4),
  contract_id INTEGER REFERENCES farm_contract (document_id), floor_e4 INTEGER,
  certificate_id INTEGER REFERENCES member_certificate (id), certificate_kind TEXT, certificate_no TEXT, premium_id INTEGER REFERENCES price_premium (id), premium_e4 INTEGER NOT NULL CHECK (premium_e4 >= 0),
  PRIMARY KEY (document_id, line_no),
  CHECK ((contract_id IS NULL) = (floor_e4 IS NULL)),
  CHECK ((premium_id IS NULL) = (premium_e4 = 0) AND (premium_id IS NULL) = (certificate_id IS NULL) AND (premium_id IS NULL) = (certificate_kind IS NULL) AND (premium_id IS NULL) = (certificate_no IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_line_terms_by_contract ON ticket_line_terms (contract_id);
${appendOnly.flatMap((table) => [refuse(table, 'UPDATE'), refuse(table, 'DELETE')]).join('\n')}
`,
} as const;
