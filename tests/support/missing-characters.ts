import { codePointName } from '../../electron/core/documents/code-point-box.ts';
import { printableText } from '../../electron/core/documents/column-text.ts';
import type { FontCoverage } from '../../electron/core/documents/font-coverage.ts';
import type { Substitution } from '../../electron/core/documents/substitution.ts';

/** Code points of a text that the product's font has no character for. */
export const missingIn = (text: string, covers: FontCoverage): Set<string> =>
  new Set([...printableText(text)].map((character) => character.codePointAt(0) ?? 0).filter((codePoint) => !covers(codePoint)).map(codePointName));

/** What a paper says stands on it in boxes. */
export const boxedOf = (substitutions: readonly Substitution[]): Set<string> => new Set(substitutions.filter(({ how }) => how === 'boxed').map(({ codePoint }) => codePoint));
