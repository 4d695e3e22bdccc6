import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../contract/control.ts';

export type RescueText =
  | 'title' | 'what_happened' | 'what_is_safe' | 'what_to_do' | 'code' | 'starting' | 'working'
  | 'export_log' | 'verify_books' | 'restore_backup' | 'try_again'
  | 'export_log_hint' | 'verify_books_hint' | 'restore_backup_hint' | 'try_again_hint'
  | 'choose_log_file' | 'choose_backup' | 'trouble_title' | 'result_title'
  | `done.${RescueDone}` | `trouble.${string}`;

export type RescueDone = 'log_saved' | 'books_good' | 'books_bad' | 'restored' | 'cancelled' | 'failed';

export type RescueTexts = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Reads the texts of the rescue screen in both languages; it must work when core does not. */
export function readRescueTexts(resources: string): RescueTexts {
  const read = (locale: Locale): Readonly<Record<string, string>> =>
    flatten(JSON.parse(readFileSync(join(resources, 'locales', locale, 'rescue.json'), 'utf8')));
  return { zh: read('zh'), en: read('en') };
}

/** One sentence; a trouble without its own gets the general one. */
export function rescueText(texts: Readonly<Record<string, string>>, key: RescueText): string {
  const found = texts[key] ?? (key.startsWith('trouble.') ? texts['trouble.internal'] : undefined);
  if (found === undefined) throw new Error(`The rescue screen has no text for ${key}.`);
  return found;
}

function flatten(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value === 'string') return { [prefix]: value };
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.assign({}, ...entries.map(([key, inner]) => flatten(inner, prefix === '' ? key : `${prefix}.${key}`)));
}
