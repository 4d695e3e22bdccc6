import { RuleError, safeInteger } from './rule-error.ts';

/** A JSON object whose fields are not known to be anything yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads fields of unknown JSON and refuses, by name, what has not the expected shape. */
export interface FieldReader {
  readonly at: string;
  has(name: string): boolean;
  text(name: string): string;
  /** An integer within the safe range. */
  integer(name: string): number;
  flag(name: string): boolean;
  object(name: string): FieldReader;
  objects(name: string): readonly FieldReader[];
  texts(name: string): readonly string[];
  integers(name: string): readonly number[];
  value(name: string): unknown;
  names(): readonly string[];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown, field: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new RuleError('not_a_list', field);
  return value;
}

function textOf(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new RuleError('not_a_text', field);
  return value;
}

function integerOf(value: unknown, field: string): number {
  if (typeof value !== 'number') throw new RuleError('not_an_integer', field);
  return safeInteger(value, field);
}

/**
 * A reader over a JSON object. A field that is absent or null is refused with `missing`, one of another type with `not_a_text`,
 * `not_an_integer`, `not_a_flag`, `not_a_list` or `not_an_object`; `at` stands before the names in the refusal.
 */
export function readFields(value: unknown, at = ''): FieldReader {
  if (!isObject(value)) throw new RuleError('not_an_object', at === '' ? 'line' : at);
  const path = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const has = (name: string): boolean => Object.hasOwn(value, name) && value[name] !== null && value[name] !== undefined;
  const take = (name: string): unknown => {
    if (!has(name)) throw new RuleError('missing', path(name));
    return value[name];
  };
  return {
    at,
    has,
    value: take,
    names: () => Object.keys(value),
    text: (name) => textOf(take(name), path(name)),
    integer: (name) => integerOf(take(name), path(name)),
    flag: (name) => {
      const found = take(name);
      if (typeof found !== 'boolean') throw new RuleError('not_a_flag', path(name));
      return found;
    },
    object: (name) => readFields(take(name), path(name)),
    objects: (name) => listOf(take(name), path(name)).map((item, index) => readFields(item, `${path(name)}[${index}]`)),
    texts: (name) => listOf(take(name), path(name)).map((item, index) => textOf(item, `${path(name)}[${index}]`)),
    integers: (name) => listOf(take(name), path(name)).map((item, index) => integerOf(item, `${path(name)}[${index}]`)),
  };
}
