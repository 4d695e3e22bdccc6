import { refuse } from './0006-guards.ts';

/** The labels of a paper as they were first printed, what they say and not where it stands: a copy is made from them on a roll of any size, whatever the books say by then. */
export const keptLabels = {
  number: 23,
  name: 'kept-labels',
  sql: `
CREATE TABLE kept_label (kept_paper_id INTEGER PRIMARY KEY REFERENCES kept_paper (id), labels TEXT NOT NULL) STRICT;
${refuse('kept_label', 'UPDATE')}
${refuse('kept_label', 'DELETE')}
`,
} as const;
