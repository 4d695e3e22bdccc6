/** What people and machines say of goods beside the scheme: local words, machine proposals, second looks at measures, samples graded blind. */
const documentTables = ['ticket_machine', 'ticket_measure_note', 'ticket_word', 'ticket_sample'] as const;

const guard = (table: string, action: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${action.toLowerCase()} BEFORE ${action} ON ${table} BEGIN SELECT RAISE(ABORT, 'posted rows are never changed: ${table}'); END;`;

export const grading = {
  number: 11,
  name: 'grading',
  sql: `
CREATE TABLE grade_word (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL CHECK (version > 0),
  product_id INTEGER NOT NULL REFERENCES product (id), word TEXT NOT NULL, grade TEXT, attribute TEXT, value TEXT, note TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  UNIQUE (product_id, word), CHECK ((attribute IS NULL) = (value IS NULL))
) STRICT;

CREATE TABLE sample (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL CHECK (version > 0),
  code TEXT NOT NULL UNIQUE, draft_ulid TEXT NOT NULL, product_id INTEGER NOT NULL REFERENCES product (id), scheme_id INTEGER REFERENCES scheme (id),
  place TEXT NOT NULL, keep_until TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('kept', 'opened', 'discarded')), note TEXT, taken_at INTEGER NOT NULL,
  business_date TEXT NOT NULL, members TEXT NOT NULL CHECK (json_valid(members)),
  grade TEXT, measures TEXT, reason TEXT, graded_by INTEGER REFERENCES user (id), graded_at INTEGER,
  withdrawn_at INTEGER, withdrawn_by INTEGER REFERENCES user (id), withdrawal_approved_by INTEGER REFERENCES user (id), withdrawal_reason TEXT,
  CHECK ((grade IS NULL) = (graded_by IS NULL) AND (grade IS NULL) = (measures IS NULL) AND (grade IS NULL) = (graded_at IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_approved_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
) STRICT;
CREATE INDEX sample_by_draft ON sample (draft_ulid);

CREATE TABLE grade_machine (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE, version INTEGER NOT NULL CHECK (version > 0),
  name TEXT NOT NULL UNIQUE, secret_hash TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE machine_proposal (
  draft_ulid TEXT PRIMARY KEY, product_id INTEGER NOT NULL REFERENCES product (id), members TEXT NOT NULL CHECK (json_valid(members)), machine_ulid TEXT NOT NULL, proposed_by INTEGER NOT NULL REFERENCES user (id), machine TEXT NOT NULL, grade TEXT NOT NULL, confidence_bp INTEGER CHECK (confidence_bp BETWEEN 0 AND 10000),
  measures TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX machine_proposal_by_goods ON machine_proposal (product_id, at);

CREATE TABLE ticket_machine (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), machine_ulid TEXT NOT NULL, proposed_by INTEGER NOT NULL REFERENCES user (id),
  machine TEXT NOT NULL, grade TEXT NOT NULL, confidence_bp INTEGER CHECK (confidence_bp BETWEEN 0 AND 10000), measures TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;

CREATE TABLE ticket_measure_note (
  document_id INTEGER NOT NULL REFERENCES document (id), attribute TEXT NOT NULL,
  device TEXT, implausible INTEGER NOT NULL CHECK (implausible IN (0, 1)),
  PRIMARY KEY (document_id, attribute)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_word (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), word TEXT NOT NULL
) STRICT;

CREATE TABLE ticket_sample (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), code TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_sample_by_code ON ticket_sample (code);
${documentTables.flatMap((table) => [guard(table, 'UPDATE'), guard(table, 'DELETE')]).join('\n')}
`,
} as const;
