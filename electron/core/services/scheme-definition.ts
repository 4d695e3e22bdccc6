import type { ReadHandle } from '../../../db/connection.ts';
import { schemeById } from '../../../db/queries/grading.queries.ts';
import type { SchemeDefinition } from '../../contract/product.ts';

const mostKept = 32;
const parsed = new Map<string, SchemeDefinition>();

/** The scheme behind a stored text. One text is read once while it is in use; the same object is given to all, so nobody may change it. */
export function schemeDefinition(text: string): SchemeDefinition {
  const known = parsed.get(text);
  if (known) return known;
  const definition = JSON.parse(text) as SchemeDefinition;
  if (parsed.size === mostKept) parsed.delete(parsed.keys().next().value ?? '');
  parsed.set(text, definition);
  return definition;
}

/** Texts already fetched, by the row of the version: a saved version never changes, its next one is another row. */
const fetched = new WeakMap<ReadHandle['file'], Map<number, SchemeDefinition>>();

/** The scheme of a version that is known to exist; its text is fetched once for each open file. */
export function definitionOfScheme(db: ReadHandle, rowId: number): SchemeDefinition {
  const known = fetched.get(db.file) ?? new Map<number, SchemeDefinition>();
  const definition = known.get(rowId) ?? schemeDefinition(schemeById.one(db, { id: rowId }).definition);
  fetched.set(db.file, known.set(rowId, definition));
  return definition;
}
