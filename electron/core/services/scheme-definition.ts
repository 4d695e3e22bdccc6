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
