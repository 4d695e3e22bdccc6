/** Nothing the books hold lies deeper; a value that contains itself would never end. */
const deepest = 200;

/** Most texts of the books need no escape: numbers of documents, ids, words of the contract, Chinese names. */
const plain = /^[^"\\\p{Cc}\p{Cs}]*$/u;

function textOfString(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new TypeError('half a character has no canonical text');
  return JSON.stringify(value);
}

/** The names of an object in the order of the canonical text, each with its quoted form and the colon behind it. */
interface Shape {
  readonly keys: readonly string[];
  readonly sorted: ReadonlyArray<{ readonly name: string; readonly text: string }>;
}

/** Rows of a table come again and again with the same names: they are sorted and quoted once. Emptied when it is full, for objects may have any names. */
const shapes = new Map<number, Shape[]>();
const mostShapes = 500;
let shapesKept = 0;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

function shapeOf(keys: readonly string[]): Shape['sorted'] {
  const alike = shapes.get(keys.length) ?? [];
  for (const shape of alike) if (isSame(shape.keys, keys)) return shape.sorted;
  // Plain sorting compares UTF-16 units, as RFC 8785 part 3.2.3 asks.
  const sorted = keys.toSorted().map((name) => ({ name, text: `${textOfString(name)}:` }));
  if (shapesKept === mostShapes) {
    shapes.clear();
    shapesKept = 0;
  }
  shapes.set(keys.length, [...(shapes.get(keys.length) ?? []), { keys, sorted }]);
  shapesKept += 1;
  return sorted;
}

function textOfNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('only finite numbers have a canonical text');
  // ECMAScript prints numbers as RFC 8785 part 3.2.2.3 asks, and the negative zero without its sign.
  return String(value);
}

function textOfObject(value: object, depth: number): string | undefined {
  if ('toJSON' in value && typeof value.toJSON === 'function') return textOf((value.toJSON as () => unknown)(), depth + 1);
  if (Array.isArray(value)) return `[${value.map((inner: unknown) => textOf(inner, depth + 1) ?? 'null').join(',')}]`;
  let text = '{';
  for (const { name, text: nameText } of shapeOf(Object.keys(value))) {
    const inner = textOf((value as Readonly<Record<string, unknown>>)[name], depth + 1);
    if (inner !== undefined) text += (text === '{' ? '' : ',') + nameText + inner;
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
 * values that contain themselves, half characters, `undefined` itself.
 */
export function canonicalText(value: unknown): string {
  const text = textOf(value, 0);
  if (text === undefined) throw new TypeError('a value without a JSON form has no canonical text');
  return text;
}
