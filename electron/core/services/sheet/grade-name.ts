import type { Named } from '../../documents/sheets/sheet-words.ts';
import { schemeDefinition } from '../scheme-definition.ts';

/** The names a grade has in the version of the scheme it was given under; the grade itself where there is none. */
export function gradeNamed(grade: string, definition: string | null): Named {
  const found = definition === null ? undefined : schemeDefinition(definition).grades.find((candidate) => candidate.id === grade);
  return found === undefined ? { nameZh: grade, nameEn: grade } : { nameZh: found.nameZh, nameEn: found.nameEn };
}
