/** The book of each scale: zero checks, test weights, certificates, time out of service, and the reading behind a check. */
const tables = `
CREATE TABLE scale_book_entry (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  scale_id TEXT NOT NULL, scale_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('zero_check', 'test_weight', 'certificate', 'out_of_service', 'back_in_service', 'overdue_use')),
  nominal_g INTEGER CHECK (nominal_g >= 0), shown_g INTEGER, typed INTEGER CHECK (typed IN (0, 1)),
  interval_g INTEGER CHECK (interval_g > 0), tolerance_g INTEGER CHECK (tolerance_g >= 0), passed INTEGER CHECK (passed IN (0, 1)),
  certificate_no TEXT, issued_by TEXT, accuracy_class TEXT CHECK (accuracy_class IN ('I', 'II', 'III', 'IIII')), verified_on TEXT, due_on TEXT,
  CHECK ((kind IN ('zero_check', 'test_weight')) = (shown_g IS NOT NULL)),
  CHECK (shown_g IS NULL OR (nominal_g IS NOT NULL AND typed IS NOT NULL AND interval_g IS NOT NULL AND tolerance_g IS NOT NULL)),
  CHECK ((shown_g IS NULL) = (passed IS NULL)),
  CHECK (shown_g IS NULL OR passed = (abs(shown_g - nominal_g) <= tolerance_g)),
  CHECK (kind <> 'zero_check' OR nominal_g = 0), CHECK (kind <> 'test_weight' OR nominal_g > 0),
  CHECK ((kind = 'certificate') = (due_on IS NOT NULL)),
  CHECK (due_on IS NULL OR (certificate_no IS NOT NULL AND issued_by IS NOT NULL AND accuracy_class IS NOT NULL AND verified_on IS NOT NULL AND verified_on <= due_on))
) STRICT;
CREATE INDEX scale_book_by_scale ON scale_book_entry (scale_id, kind, document_id);

CREATE TABLE scale_book_reading (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  port TEXT NOT NULL, protocol TEXT NOT NULL, raw TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
  grams INTEGER NOT NULL, sub_gram INTEGER NOT NULL CHECK (sub_gram IN (0, 1)), stable_rule TEXT NOT NULL, net INTEGER CHECK (net IN (0, 1)),
  at INTEGER NOT NULL, monotonic INTEGER NOT NULL, clock TEXT NOT NULL, device TEXT NOT NULL, simulated INTEGER NOT NULL CHECK (simulated IN (0, 1))
) STRICT;
`;

const guard = (table: string, action: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${action.toLowerCase()} BEFORE ${action} ON ${table} BEGIN SELECT RAISE(ABORT, 'posted rows are never changed: ${table}'); END;`;

export const scaleBook = {
  number: 8,
  name: 'scale-book',
  sql: [tables, ...['scale_book_entry', 'scale_book_reading'].flatMap((table) => [guard(table, 'UPDATE'), guard(table, 'DELETE')])].join('\n'),
} as const;
