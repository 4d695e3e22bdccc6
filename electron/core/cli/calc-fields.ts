import type { FieldReader } from '../../domain/json-shape.ts';
import { RuleError } from '../../domain/rule-error.ts';

/** One of the choices; refuses any other text with `unknown_kind`. */
export function oneOf<Choice extends string>(choices: readonly Choice[], value: string, field: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new RuleError('unknown_kind', field);
  return found;
}

/** The name of a field with what stands before it: `parts[0].grade`. */
export const fieldOf = (input: FieldReader, name: string): string => (input.at === '' ? name : `${input.at}.${name}`);

export const integerOr = (input: FieldReader, name: string, otherwise: number): number => (input.has(name) ? input.integer(name) : otherwise);

export const textOr = <Otherwise extends string | null>(input: FieldReader, name: string, otherwise: Otherwise): string | Otherwise => (input.has(name) ? input.text(name) : otherwise);

/** A choice that may be left out. */
export const choiceOr = <Choice extends string>(input: FieldReader, name: string, choices: readonly Choice[], otherwise: Choice): Choice =>
  (input.has(name) ? oneOf(choices, input.text(name), fieldOf(input, name)) : otherwise);

export const objectsOr = (input: FieldReader, name: string): readonly FieldReader[] => (input.has(name) ? input.objects(name) : []);
