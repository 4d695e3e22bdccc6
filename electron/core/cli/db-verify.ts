import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading } from '../../../db/connection.ts';
import { folderRow } from '../../../db/queries/books.queries.ts';
import { asStorageError } from '../../../db/storage-error.ts';
import type { Verdict } from '../../contract/system.ts';
import { Fault } from '../platform/fault.ts';
import { backupFolder } from '../services/system/backups.ts';
import { knownHeads } from '../services/system/known-heads.ts';
import { photoFolder } from '../platform/photo-folder.ts';
import { verifyBooks } from '../services/system/verify/verify-books.ts';
import { findingWords } from '../services/system/verify/findings.ts';
import { databaseName } from '../start.ts';
import type { CommandOptions } from './options.ts';
import { commandPlaces } from './places.ts';
import { answer, failure, languageOf, tell } from './words.ts';

/** `db verify`: reads the file itself, whether a core runs in the folder or not. Exit 1 when it is bad, 2 when it cannot be looked at. */
export async function dbVerify(options: CommandOptions): Promise<number> {
  const language = languageOf(options);
  try {
    const { paths } = commandPlaces(options);
    const verdict = await look(join(paths.data, databaseName), paths.config, paths.data, language);
    for (const { what } of verdict.findings) tell(what);
    for (const words of verdict.unknown) tell(words);
    answer(verdict);
    return verdict.ok ? 0 : 1;
  } catch (error) {
    answer(failure(error, language));
    return 2;
  }
}

async function look(path: string, config: string, data: string, locale: 'zh' | 'en'): Promise<Verdict> {
  if (!existsSync(path)) throw new Fault('file_unreadable', { file: path });
  try {
    const db = openForReading(path);
    try {
      const folder = folderRow.first(db, {});
      const known = folder ? await knownHeads({ config, backups: backupFolder(data), folderUlid: folder.ulid }) : [];
      return verifyBooks(db, { full: true, known, locale, photos: photoFolder(data) });
    } finally {
      db.close();
    }
  } catch (error) {
    const storage = asStorageError(error);
    if (storage?.kind !== 'corrupt' && storage?.kind !== 'not_a_database') throw error;
    return { ok: false, events: 0, documents: 0, findings: [{ kind: 'pages_damaged', what: findingWords(locale, 'pages_damaged', { detail: storage.message }) }], unknown: [], head: null };
  }
}
