/**
 * What a label of the spool says that no document tells: whose card, which crates, to whom a parcel goes. Of the receiver's telephone only
 * the masked figures are kept. `copies` says of each crate number for the how-manieth time it was printed, 0 the first.
 */
export const labels = {
  number: 16,
  name: 'labels',
  sql: `
CREATE TABLE label_order (
  print_job_id INTEGER PRIMARY KEY REFERENCES print_job (id), code TEXT NOT NULL,
  member_id INTEGER REFERENCES member (id), container_id INTEGER REFERENCES container (id), lot_id INTEGER REFERENCES lot (id),
  first_no INTEGER NOT NULL CHECK (first_no > 0), count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 200),
  copies TEXT, receiver TEXT, phone_masked TEXT, address TEXT, contents TEXT,
  CHECK ((member_id IS NOT NULL) + (container_id IS NOT NULL) + (lot_id IS NOT NULL) = 1),
  CHECK ((receiver IS NULL) = (address IS NULL) AND (receiver IS NULL) = (contents IS NULL) AND (receiver IS NULL) = (phone_masked IS NULL))
) STRICT;
CREATE INDEX label_order_by_code ON label_order (code);
CREATE INDEX label_order_by_container ON label_order (first_no) WHERE container_id IS NOT NULL;
CREATE INDEX label_order_by_lot ON label_order (lot_id);
CREATE INDEX label_order_by_member ON label_order (member_id);
`,
} as const;
