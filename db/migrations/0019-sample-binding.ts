/**
 * Which samples goods still have to follow, by whose goods they are: a projection of the samples and the tickets, so that a delivery looks at
 * its own member's few and never at all that were ever taken of a product.
 */
export const sampleBindings = {
  number: 19,
  name: 'sample bindings',
  sql: `
CREATE TABLE sample_binding (
  product_id INTEGER NOT NULL REFERENCES product (id), member_id INTEGER NOT NULL REFERENCES member (id), sample_id INTEGER NOT NULL REFERENCES sample (id),
  PRIMARY KEY (product_id, member_id, sample_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_binding_by_sample ON sample_binding (sample_id);
`,
} as const;
