import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Told } from './bad-inputs.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const textsOf = (language: string, area: string): Texts => JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/locales', language, `${area}.json`), 'utf8')) as Texts;

/** The sentences a person reads: a missing one is an empty text. */
export function sentencesOf(language: 'zh' | 'en', told: Told): string[] {
  const [kind = '', code = ''] = told.split(' ');
  if (kind === 'silence') return [];
  if (kind === 'number') return [String(textsOf(language, 'app')['number']?.[code] ?? '')];
  if (kind === 'fault') return ['what', 'saved', 'do'].map((part) => String(textsOf(language, 'fault')[code]?.[part] ?? ''));
  const [area = '', refusal = ''] = code.split('.');
  return ['refusal', 'todo'].map((part) => String(textsOf(language, area)[part]?.[refusal] ?? ''));
}
