/** What is deducted for a product, as published versions; and what of it a ticket stood on. */
const guarded = ['deduction_terms', 'ticket_deduction_terms', 'ticket_discount'] as const;

const guard = (table: string, action: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${action.toLowerCase()} BEFORE ${action} ON ${table} BEGIN SELECT RAISE(ABORT, 'posted rows are never changed: ${table}'); END;`;

export const deductionTerms = {
  number: 13,
  name: 'deduction-terms',
  sql: `
CREATE TABLE deduction_terms (
  document_id INTEGER PRIMARY KEY REFERENCES document (id), product_id INTEGER NOT NULL REFERENCES product (id), number INTEGER NOT NULL CHECK (number > 0),
  effective_from INTEGER NOT NULL, replaces_coming INTEGER NOT NULL CHECK (replaces_coming IN (0, 1)), rule TEXT NOT NULL CHECK (rule IN ('added', 'in_turn')), terms TEXT NOT NULL, reason TEXT NOT NULL,
  UNIQUE (product_id, number)
) STRICT;
CREATE INDEX deduction_terms_in_force ON deduction_terms (product_id, effective_from);

CREATE TABLE ticket_deduction_terms (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL, terms_id INTEGER NOT NULL REFERENCES deduction_terms (document_id),
  PRIMARY KEY (document_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_discount (
  document_id INTEGER NOT NULL REFERENCES document (id), line_no INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  factor TEXT NOT NULL, acts TEXT NOT NULL CHECK (acts IN ('price_share', 'price_amount')), method TEXT NOT NULL CHECK (method IN ('step_table', 'interpolated')),
  measured TEXT NOT NULL, base TEXT NOT NULL, takes INTEGER NOT NULL CHECK (takes >= 0),
  price_before_e4 INTEGER NOT NULL, price_after_e4 INTEGER NOT NULL CHECK (price_after_e4 BETWEEN 0 AND price_before_e4),
  PRIMARY KEY (document_id, line_no, ordinal)
) STRICT, WITHOUT ROWID;
${guarded.flatMap((table) => [guard(table, 'UPDATE'), guard(table, 'DELETE')]).join('\n')}
`,
} as const;
