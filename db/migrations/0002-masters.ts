/** People, cooperative, members and payees, products, schemes, prices, places, containers, accounts. */
const identity = `id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL CHECK (version > 0)`;

export const masters = {
  number: 2,
  name: 'masters',
  sql: `
CREATE TABLE cooperative (
  ${identity},
  name TEXT NOT NULL, credit_code TEXT, phone TEXT, address TEXT
) STRICT;

CREATE TABLE station (
  ${identity},
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, village TEXT
) STRICT;

CREATE TABLE desk (
  ${identity},
  station_id INTEGER NOT NULL REFERENCES station (id), letter TEXT NOT NULL, name TEXT NOT NULL,
  UNIQUE (station_id, letter)
) STRICT;

CREATE TABLE user (
  ${identity},
  login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'grader', 'accountant', 'manager', 'trainer')),
  pin_hash TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1)),
  locale TEXT NOT NULL CHECK (locale IN ('zh', 'en')),
  density TEXT NOT NULL CHECK (density IN ('desk', 'elder', 'office'))
) STRICT;

CREATE TABLE pin_attempt (
  user_id INTEGER PRIMARY KEY REFERENCES user (id), failures INTEGER NOT NULL, locked_until INTEGER NOT NULL
) STRICT;

CREATE TABLE member (
  ${identity},
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, nickname TEXT, house_group TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'non_member')),
  status TEXT NOT NULL CHECK (status IN ('active', 'left')),
  pinyin TEXT NOT NULL, initials TEXT NOT NULL,
  phone_sealed TEXT, phone_hash TEXT, phone_tail_hash TEXT, phone_masked TEXT,
  resident_sealed TEXT, resident_hash TEXT, resident_tail_hash TEXT, resident_masked TEXT,
  birth_date TEXT, own_grown INTEGER NOT NULL CHECK (own_grown IN (0, 1)), note TEXT, left_reason TEXT
) STRICT;
CREATE INDEX member_by_phone ON member (phone_hash);
CREATE INDEX member_by_phone_tail ON member (phone_tail_hash);
CREATE INDEX member_by_resident ON member (resident_hash);
CREATE INDEX member_by_name ON member (name);

CREATE TABLE payee (
  ${identity},
  member_id INTEGER NOT NULL REFERENCES member (id), name TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('cash', 'bank')), active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX payee_by_member ON payee (member_id);

CREATE TABLE payee_account (
  ${identity},
  payee_id INTEGER NOT NULL REFERENCES payee (id), bank_name TEXT NOT NULL, cnaps_code TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('card', 'passbook', 'company')),
  account_sealed TEXT NOT NULL, account_hash TEXT NOT NULL, account_masked TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE product (
  ${identity},
  code TEXT NOT NULL UNIQUE, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, lot_prefix TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('outright', 'consignment')),
  cycle TEXT NOT NULL CHECK (cycle IN ('same_day', 'ten_day', 'monthly', 'season')),
  traded_unit TEXT NOT NULL CHECK (traded_unit IN ('kg', 'jin')),
  resolution_g INTEGER NOT NULL CHECK (resolution_g > 0),
  loss_tolerance_bp INTEGER NOT NULL CHECK (loss_tolerance_bp BETWEEN 0 AND 10000),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE scheme (
  ${identity},
  product_id INTEGER NOT NULL REFERENCES product (id), number INTEGER NOT NULL CHECK (number > 0),
  title_zh TEXT NOT NULL, title_en TEXT NOT NULL, definition TEXT NOT NULL,
  valid_from INTEGER NOT NULL, valid_to INTEGER, parent_id INTEGER REFERENCES scheme (id), reason TEXT, resolution TEXT,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  UNIQUE (product_id, number)
) STRICT;

CREATE TABLE container (
  ${identity},
  name_zh TEXT NOT NULL, name_en TEXT NOT NULL, tare_g INTEGER NOT NULL CHECK (tare_g >= 0),
  active INTEGER NOT NULL CHECK (active IN (0, 1)), returnable INTEGER NOT NULL CHECK (returnable IN (0, 1)), deposit_fen INTEGER NOT NULL CHECK (deposit_fen >= 0)
) STRICT;

CREATE TABLE place (
  ${identity},
  code TEXT NOT NULL UNIQUE, name_zh TEXT NOT NULL, name_en TEXT NOT NULL
) STRICT;

CREATE TABLE cash_box (
  ${identity},
  name TEXT NOT NULL, day_limit_fen INTEGER NOT NULL CHECK (day_limit_fen >= 0)
) STRICT;

CREATE TABLE setting (
  ${identity},
  key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'cost', 'result'))
) STRICT;

CREATE TABLE account_role (
  role TEXT PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE price_sheet (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), effective_from INTEGER NOT NULL, note TEXT
) STRICT;

CREATE TABLE price (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id), product_id INTEGER NOT NULL REFERENCES product (id),
  grade TEXT NOT NULL, quota_part TEXT NOT NULL CHECK (quota_part IN ('board', 'contract')),
  price_e4 INTEGER NOT NULL CHECK (price_e4 >= 0), effective_from INTEGER NOT NULL
) STRICT;
CREATE INDEX price_in_force ON price (product_id, grade, quota_part, effective_from);
CREATE INDEX price_by_sheet ON price (document_id);
`,
} as const;
