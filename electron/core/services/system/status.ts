import { countersignCount, lastBackup, outboxCount, spoolCounts } from '../../../../db/queries/system.queries.ts';
import { pausedPrinters } from '../../../../db/queries/print.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { stopsNumbering } from '../../../domain/clock-rule.ts';
import { diskSpace, diskState } from '../../platform/disk.ts';
import { Fault } from '../../platform/fault.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { firstDue } from '../scale-book/due.ts';
import { printerProfiles } from '../printing/printer-profiles.ts';
import { stopsPrinting, worstCondition } from '../printing/printer-watch.ts';

type Status = OutputOf<'system.status'>;
const hourMs = 3_600_000;
/** Older than this, with work in between, a backup is worth a word. */
const backupDueMs = 26 * hourMs;

function scaleStatus(context: QueryContext): Status['scale'] {
  const scales = context.station.live.scales.list();
  const [first] = scales;
  if (!first) return { state: 'none', word: 'none', name: null, book: null };
  const book = firstDue(context);
  const worst = scales.find(({ live }) => live.state !== 'live') ?? first;
  return { state: worst.live.state === 'live' ? 'ok' : 'trouble', word: worst.live.state, name: worst.profile.name, book };
}

function printerStatus({ db, station }: QueryContext): Status['printer'] {
  const counts = spoolCounts.one(db, {});
  const printers = printerProfiles(db);
  const stopped = new Set(pausedPrinters.all(db, {}).map((row) => row.printer));
  const paused = printers.filter((printer) => stopped.has(printer.id)).length;
  const condition = worstCondition(printers.map((printer) => station.live.spool.watch.condition(printer.id)));
  if (printers.length === 0) return { state: 'none', ...counts, paused, condition };
  return { state: counts.failed + counts.unsure > 0 || stopsPrinting(condition) ? 'trouble' : 'ok', ...counts, paused, condition };
}

function backupStatus({ db, station, now }: QueryContext): Status['backup'] {
  const lastAt = lastBackup.first(db, {})?.at ?? null;
  const lastEventAt = station.clockGuard.lastEventAt();
  if (lastAt === null) return { state: 'none', lastAt, ageHours: null };
  const isDue = lastEventAt !== null && lastEventAt > lastAt && now - lastAt > backupDueMs;
  return { state: isDue ? 'trouble' : 'ok', lastAt, ageHours: Math.max(0, Math.floor((now - lastAt) / hourMs)) };
}

/** A disk that cannot be asked is trouble, and no reason to leave all pills empty. */
async function diskStatus(folder: string): Promise<Status['disk']> {
  try {
    const { freeBytes } = await diskSpace(folder);
    return { freeBytes, state: diskState(freeBytes) === 'ample' ? 'ok' : 'trouble' };
  } catch (error) {
    if (error instanceof Fault) return { freeBytes: null, state: 'trouble' };
    throw error;
  }
}

function booksStatus({ station }: QueryContext): Status['books'] {
  const { lastCheck } = station.live.watch;
  if (!lastCheck) return { state: 'none', checkedAt: null, firstFinding: null };
  return { state: lastCheck.verdict.ok ? 'ok' : 'trouble', checkedAt: lastCheck.at, firstFinding: lastCheck.verdict.findings[0]?.what ?? null };
}

/** What the pills of the top bar show. */
export async function systemStatus(context: QueryContext): Promise<Status> {
  const { station, db, now } = context;
  const finding = station.clockGuard.finding();
  const unsynced = outboxCount.one(db, {}).n;
  return {
    scale: scaleStatus(context), printer: printerStatus(context),
    network: { state: unsynced === 0 ? 'none' : 'trouble', unsynced },
    backup: backupStatus(context),
    clock: { state: stopsNumbering(finding) ? 'trouble' : 'ok', finding, now, businessDate: context.businessDate },
    disk: await diskStatus(station.paths.data),
    countersign: countersignCount.one(db, {}).n, books: booksStatus(context), incarnationDue: station.pendingIncarnation?.cause ?? null,
  };
}
