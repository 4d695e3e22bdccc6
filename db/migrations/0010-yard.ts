import { refuse } from './0006-guards.ts';

/** Rows of documents that came with the yard: refused goods, pages of the paper book, crates that went out and came back. */
const appendOnly = ['ticket_return', 'ticket_paper', 'crate_line'] as const;

/** Numbers drawn on arrival, goods sent back with their reason, tickets out of the paper book, crates of the cooperative. */
export const yard = {
  number: 10,
  name: 'yard',
  sql: `
CREATE TABLE queue_number (
  id INTEGER PRIMARY KEY, ulid TEXT NOT NULL UNIQUE,
  business_date TEXT NOT NULL, desk_letter TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
  member_id INTEGER REFERENCES member (id), product_id INTEGER REFERENCES product (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'served', 'gone')),
  taken_at INTEGER NOT NULL, taken_by INTEGER NOT NULL REFERENCES user (id), called_at INTEGER, ended_at INTEGER,
  UNIQUE (business_date, desk_letter, number)
) STRICT;

CREATE TABLE queue_slip (
  print_job_id INTEGER PRIMARY KEY REFERENCES print_job (id), queue_id INTEGER NOT NULL REFERENCES queue_number (id)
) STRICT;
CREATE INDEX queue_slip_by_number ON queue_slip (queue_id);

CREATE TABLE ticket_return (
  document_id INTEGER NOT NULL REFERENCES document (id), ordinal INTEGER NOT NULL,
  grams INTEGER NOT NULL CHECK (grams > 0), reason TEXT NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_paper (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), page TEXT NOT NULL, written_at INTEGER, late_reason TEXT, CHECK (late_reason IS NULL OR written_at IS NOT NULL)
) STRICT;
CREATE INDEX ticket_paper_by_page ON ticket_paper (page);

CREATE TABLE crate_line (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL,
  member_id INTEGER NOT NULL REFERENCES member (id), container_id INTEGER NOT NULL REFERENCES container (id),
  out_count INTEGER NOT NULL, in_count INTEGER NOT NULL, deposit_fen INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('delivery', 'lent', 'returned', 'lost', 'count')),
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX crate_line_by_member ON crate_line (member_id);

CREATE TABLE crate_balance (
  member_id INTEGER NOT NULL REFERENCES member (id), container_id INTEGER NOT NULL REFERENCES container (id),
  count INTEGER NOT NULL, deposit_fen INTEGER NOT NULL,
  PRIMARY KEY (member_id, container_id)
) STRICT, WITHOUT ROWID;
${appendOnly.flatMap((table) => [refuse(table, 'UPDATE'), refuse(table, 'DELETE')]).join('\n')}
`,
} as const;
