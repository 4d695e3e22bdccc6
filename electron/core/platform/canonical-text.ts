/** Nothing the books hold lies deeper; a value that contains itself would never end. */
const deepest = 200;

function textOfString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('half a character has no canonical text');
  return JSON.stringify(value);
}

/** Names of columns and fields come again and again; others may be anything, so the store is emptied when it is full. */
const knownNames = new Map<string, string>();
const mostNames = 2_000;

function textOfName(name: string): string {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const text = `${textOfString(name)}:`;
  if (knownNames.size === mostNames) knownNames.clear();
  knownNames.set(name, text);
  return text;
}

function textOfNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('only finite numbers have a canonical text');
  // ECMAScript prints numbers as RFC 8785 part 3.2.2.3 asks, and the negative zero without its sign.
  return String(value);
}

function textOfList(list: readonly unknown[], depth: number): string {
  const texts: string[] = [];
  for (let index = 0; index < list.length; index += 1) {
    // A hole is not `undefined`: printed as it stands it would leave two commas side by side, which nobody reads as JSON.
    if (!(index in list)) throw new TypeError('a list with holes has no canonical text');
    texts.push(textOf(list[index], depth) ?? 'null');
  }
  return `[${texts.join(',')}]`;
}

function textOfObject(value: object, depth: number): string | undefined {
  if ('toJSON' in value && typeof value.toJSON === 'function') return textOf((value.toJSON as () => unknown)(), depth + 1);
  if (Array.isArray(value)) return textOfList(value, depth + 1);
  let text = '{';
  // Plain sorting compares UTF-16 units, as RFC 8785 part 3.2.3 asks.
  for (const key of Object.keys(value).toSorted()) {
    const inner = textOf((value as Readonly<Record<string, unknown>>)[key], depth + 1);
    if (inner !== undefined) text += (text === '{' ? '' : ',') + textOfName(key) + inner;
  }
  return `${text}}`;
}

function textOf(value: unknown, depth: number): string | undefined {
  if (depth > deepest) throw new TypeError('a value nested so deep has no canonical text');
  switch (typeof value) {
    case 'string': return textOfString(value);
    case 'number': return textOfNumber(value);
    case 'boolean': return value ? 'true' : 'false';
    case 'object': return value === null ? 'null' : textOfObject(value, depth);
    case 'bigint': throw new TypeError('a big integer has no canonical text');
    default: return undefined;
  }
}

/**
 * The one text form of a value (RFC 8785): keys sorted, no blanks, numbers as JavaScript prints them; members without a JSON form
 * (`undefined`, functions) are left out, and stand as null in a list. Throws on what JSON cannot carry: NaN, infinities, big integers,
 * values that contain themselves, half characters, lists with holes, `undefined` itself.
 */
export function canonicalText(value: unknown): string {
  const text = textOf(value, 0);
  if (text === undefined) throw new TypeError('a value without a JSON form has no canonical text');
  return text;
}
