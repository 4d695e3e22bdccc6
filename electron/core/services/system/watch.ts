import type { Verdict } from '../../../contract/system.ts';
import { lastBackup } from '../../../../db/queries/system.queries.ts';
import { dueDuties } from '../../jobs/duties.ts';
import { photoFolder } from '../../platform/photo-folder.ts';
import type { Station } from '../../station.ts';
import { backupFolder, makeBackup } from './backups.ts';
import { noteHead, readHeadNote } from './head-note.ts';
import type { NoteOptions } from './head-note.ts';
import { knownHeads } from './known-heads.ts';

/** Looks after the books while core runs: notes heads, checks, makes backups. */
export interface Watch {
  /** Writes the head of the chain down in the configuration folder; failures are logged, the desk goes on. */
  noteHead(options?: NoteOptions): Promise<void>;
  /** Checks the books on a worker thread and remembers the answer for the pills. */
  verify(full: boolean, locale: 'zh' | 'en'): Promise<Verdict>;
  readonly lastCheck: { readonly at: number; readonly verdict: Verdict } | null;
  /** One look at the clock: does what is due. Called by a timer; tests call it themselves. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

const tickMs = 5 * 60_000;
/** The window comes first; the check on opening waits until it is up. */
const firstTickMs = 20_000;

export function startWatch(station: Station, isAtWork: boolean): Watch {
  const place = { config: station.paths.config, folderUlid: station.folderUlid };
  let lastCheck: Watch['lastCheck'] = null;
  let writing: Promise<void> = Promise.resolve();
  let isStopped = false;

  const logged = (what: string) => (error: unknown): void => station.log.error({ err: error }, what);

  /** One after another: two writers of the same note could put the older head last. */
  const note = (options: NoteOptions = {}): Promise<void> => {
    writing = writing.then(() => (station.device && !station.pendingIncarnation ? noteHead(place, station.db, options) : undefined)).catch(logged('the head of the chain could not be noted'));
    return writing;
  };

  async function verify(full: boolean, locale: 'zh' | 'en'): Promise<Verdict> {
    const known = await knownHeads({ ...place, backups: backupFolder(station.paths.data) });
    const verdict = await station.live.workers.run('system.verify', { full, known, locale, photos: photoFolder(station.paths.data) });
    const at = station.clock.now();
    if (full || lastCheck === null || !verdict.ok) lastCheck = { at, verdict };
    if (!verdict.ok) station.log.error({ firstBad: verdict.firstBad, findings: verdict.findings.map((finding) => finding.kind) }, 'the books are not as they were written');
    if (full && verdict.ok) await note({ verifiedAt: at });
    station.emit('changed', { op: 'system.verify' });
    return verdict;
  }

  async function tick(): Promise<void> {
    if (isStopped || !station.device) return;
    if (lastCheck === null) await verify(false, 'zh');
    const facts = {
      now: station.clock.now(), lastBackupAt: lastBackup.first(station.db, {})?.at ?? null, lastEventAt: station.clockGuard.lastEventAt(),
      lastFullCheckAt: (await readHeadNote(place))?.verifiedAt ?? null,
    };
    for (const duty of dueDuties(facts)) {
      if (duty === 'backup') await makeBackup(station);
      else await verify(true, 'zh');
    }
  }

  const look = (): void => {
    running = running.then(tick).catch(logged('a duty of the station failed'));
  };
  let running: Promise<void> = Promise.resolve();
  const timers = isAtWork ? [setTimeout(look, firstTickMs).unref(), setInterval(look, tickMs).unref()] : [];

  return {
    noteHead: note,
    verify, tick,
    get lastCheck() {
      return lastCheck;
    },
    async stop() {
      isStopped = true;
      for (const timer of timers) clearTimeout(timer);
      await note();
    },
  };
}
