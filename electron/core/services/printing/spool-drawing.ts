import { insertRow } from '../../../../db/insert.ts';
import { jobById, oldestWaiting, setJob, setLayout } from '../../../../db/queries/print.queries.ts';
import { asStorageError } from '../../../../db/storage-error.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { isLabel } from '../../devices/printer/label-request.ts';
import type { PaperJob, PaperRequest } from '../../devices/printer/paper-job.ts';
import { layoutNumber } from '../../documents/layout-number.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { signRows } from '../../platform/row-signature.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { newSession } from '../../rpc/session.ts';
import type { Station } from '../../station.ts';
import { keptRows, type KeptBeside } from '../books/kept-rows.ts';
import type { PaperDrawer } from './draw-paper.ts';
import { isDrawn } from './job-bytes.ts';
import { writeStoredSlip } from '../../documents/stored-slip.ts';
import { writeKeptLabels } from './kept-label.ts';
import { escposProfile } from './paper-request.ts';
import { jobRequest } from './job-request.ts';
import { printerProfiles, setupOf } from './printer-profiles.ts';

/** How long a paper waits that the disk had no room for before it is drawn again. */
const drawAgainMs = 5_000;

type Job = NonNullable<ReturnType<typeof oldestWaiting.first>>;

/** Draws the papers whose turn has come and keeps their bytes before anything is sent. */
export interface SpoolDrawing {
  /** Draws for every printer; a second call while one is under way joins it. */
  drawAll(): void;
  finished(): Promise<void>;
}

/** A look at the books outside any call. */
const ownContext = (station: Station): QueryContext => {
  const now = station.clock.now();
  return { station, session: newSession('cli'), db: station.db, now, businessDate: businessDate(now), user: null, approver: null };
};

/** `onDrawn` is told when there is something to send. */
export function createSpoolDrawing(station: Station, drawer: PaperDrawer, onDrawn: () => void): SpoolDrawing {
  const { db, clock } = station;
  let drawing: Promise<void> | null = null;
  let drawFrom = clock.monotonic();

  /** Draws the oldest waiting paper of a printer and keeps it: what is sent, sent again or looked at in ten years is the same. */
  async function drawOldest(printer: PrinterProfile): Promise<void> {
    const job = oldestWaiting.first(db, { printer: printer.id });
    if (!job || job.next_at > clock.now() || isDrawn(db, job.id)) return;
    try {
      const request = jobRequest(ownContext(station), job, printer);
      if (request === null) throw new Error(`nothing is known of a paper ${job.paper}`);
      keep(job, printer, await drawer.bytes(request), request);
    } catch (error) {
      failDrawing(job, error);
    }
  }

  /** Meanwhile the job may have been moved or cancelled, or the printer set up anew: then these bytes are nobody's. */
  function keep(job: Job, printer: PrinterProfile, paper: PaperJob, request: PaperRequest): void {
    const looksVersion = 'looks' in request ? request.looks?.version ?? 0 : 0;
    const profile = printerProfiles(db).find((candidate) => candidate.id === printer.id);
    const still = jobById.one(db, { id: job.id });
    if (still.state !== 'waiting' || still.printer_id !== printer.id || JSON.stringify(profile) !== JSON.stringify(printer)) return;
    const layout = layoutNumber(paper.layout);
    const boxed = new Set(paper.substitutions.filter(({ how }) => how === 'boxed').map(({ codePoint }) => codePoint));
    const row = {
      ulid: station.ids.ulid(), print_job_id: job.id, document_id: job.document_id, settlement_id: null, lot_id: job.lot_id, paper: job.paper, format: paper.language, locale: request.kind === 'labelRun' ? request.labels[0].locale : request.locale,
      layout_version: layout, sha256: sha256Hex(paper.bytes), sealed: 0, bytes: paper.bytes, at: clock.now(), user_id: job.created_by,
    } as const;
    const beside: KeptBeside = {
      kept_setup: { setup: setupOf(printer) },
      kept_boxes: boxed.size > 0 ? { code_points: [...boxed].join(' ') } : null,
      // A copy is made from the first print; of crate numbers a run may hold first prints and copies.
      kept_label: (job.copy_no === 0 || job.paper === 'crate_tag') && (request.kind === 'labelRun' || isLabel(request)) ? { labels: writeKeptLabels(request) } : null,
      kept_slip: paper.slip === null ? null : { looks_version: looksVersion, profile: JSON.stringify(escposProfile(printer)), slip: writeStoredSlip(paper.slip.document), copy_at: paper.slip.copyAt },
    };
    const signature = signRows(station.keys?.signing, keptRows(row, beside));
    db.transact((tx) => {
      setLayout.run(tx, { id: job.id, layout });
      const kept = insertRow(tx, 'kept_paper', { ...row, signature });
      if (beside.kept_setup) insertRow(tx, 'kept_setup', { kept_paper_id: kept, ...beside.kept_setup });
      if (beside.kept_boxes) insertRow(tx, 'kept_boxes', { kept_paper_id: kept, ...beside.kept_boxes });
      if (beside.kept_label) insertRow(tx, 'kept_label', { kept_paper_id: kept, ...beside.kept_label });
      if (beside.kept_slip) insertRow(tx, 'kept_slip', { kept_paper_id: kept, ...beside.kept_slip });
    });
  }

  /**
   * A paper that cannot be drawn must not hold up the queue: a person sees it among the failed ones. Where the disk itself refuses, nothing
   * can be written of it either; the paper waits and is drawn again later.
   */
  function failDrawing(job: Job, error: unknown): void {
    station.log.error({ err: error, job: job.ulid }, 'a paper could not be drawn');
    if (asStorageError(error) !== null) {
      drawFrom = clock.monotonic() + drawAgainMs;
      return;
    }
    if (jobById.one(db, { id: job.id }).state === 'waiting') db.transact((tx) => setJob.run(tx, { id: job.id, state: 'failed', error: 'internal', nextAt: clock.now() }));
  }

  return {
    drawAll() {
      if (clock.monotonic() < drawFrom) return;
      // A look that the disk refuses must not end the drawing for good: it is logged, and the next wake looks again.
      const note = (error: unknown): void => station.log.error({ err: error }, 'the waiting papers could not be looked at');
      drawing ??= Promise.all(printerProfiles(db).map((printer) => drawOldest(printer).catch(note))).then(() => {
        drawing = null;
        onDrawn();
      });
    },
    finished: async () => { await drawing; },
  };
}
