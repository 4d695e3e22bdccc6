import type { WriteConnection } from './connection.ts';
import { books } from './migrations/0001-books.ts';
import { masters } from './migrations/0002-masters.ts';
import { tickets } from './migrations/0003-tickets.ts';
import { money } from './migrations/0004-money.ts';
import { working } from './migrations/0005-working.ts';
import { guards } from './migrations/0006-guards.ts';
import { goneDrafts } from './migrations/0007-gone-drafts.ts';
import { scaleBook } from './migrations/0008-scale-book.ts';
import { photos } from './migrations/0009-photos.ts';
import { yard } from './migrations/0010-yard.ts';
import { grading } from './migrations/0011-grading.ts';
import { contracts } from './migrations/0012-contracts.ts';
import { deductionTerms } from './migrations/0013-deduction-terms.ts';
import { setAside } from './migrations/0014-set-aside.ts';
import { spool } from './migrations/0015-spool.ts';
import { labels } from './migrations/0016-labels.ts';
import { slips } from './migrations/0017-slips.ts';
import { sheets } from './migrations/0018-sheets.ts';
import { sampleBindings } from './migrations/0019-sample-binding.ts';
import { sheetWays } from './migrations/0020-sheet-ways.ts';
import { boxesAndBaskets } from './migrations/0021-boxes-and-baskets.ts';
import { printDoubt } from './migrations/0022-print-doubt.ts';
import { keptLabels } from './migrations/0023-kept-labels.ts';
import { StorageError } from './storage-error.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** In order, without gaps; a released one is never edited. */
export const migrations: readonly Migration[] = [books, masters, tickets, money, working, guards, goneDrafts, scaleBook, photos, yard, grading, contracts, deductionTerms, setAside, spool, labels, slips, sheets, sampleBindings, sheetWays, boxesAndBaskets, printDoubt, keptLabels];

/** Marks the file as ours ("VSTN"), so that a foreign database is never migrated. */
const applicationId = 0x5653544e;

export interface MigrationOutcome {
  readonly from: number;
  readonly to: number;
}

function schemaVersion(connection: WriteConnection): number {
  const version = connection.file.pragma('user_version', { simple: true }) as number;
  const owner = connection.file.pragma('application_id', { simple: true }) as number;
  const tables = connection.file.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as { n: number };
  if (version === 0 && tables.n > 0) throw new StorageError('not_a_database', 'the file holds tables of another program');
  if (version > 0 && owner !== applicationId) throw new StorageError('not_a_database', 'the file belongs to another program');
  return version;
}

/**
 * Brings the file to the newest shape, one transaction for each step. `beforeChange` makes the backup of a file that already holds data.
 * Refuses a file written by a newer program ('from_future'); a step that fails leaves the file as it was ('migration_failed').
 */
export function migrate(connection: WriteConnection, beforeChange: () => void = () => undefined, steps: readonly Migration[] = migrations): MigrationOutcome {
  const from = schemaVersion(connection);
  const newest = steps.at(-1)?.number ?? 0;
  if (from > newest) throw new StorageError('from_future', `the file has shape ${from}, this program knows ${newest}`);
  const due = steps.filter((step) => step.number > from);
  if (due.length > 0 && from > 0) beforeChange();
  for (const step of due) {
    try {
      connection.transact(() => {
        connection.file.exec(step.sql);
        connection.file.pragma(`application_id = ${applicationId}`);
        connection.file.pragma(`user_version = ${step.number}`);
      });
    } catch (error) {
      if (error instanceof StorageError && error.kind !== 'corrupt') throw error;
      throw new StorageError('migration_failed', `step ${step.number} ${step.name}: ${error instanceof Error ? error.message : String(error)}`, error);
    }
  }
  return { from, to: newest };
}
