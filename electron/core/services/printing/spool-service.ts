import { insertRow } from '../../../../db/insert.ts';
import { adoptJobs, jobById, keptOfJob, markSending, markSent, oldestWaiting, sendingJobs, setJob } from '../../../../db/queries/print.queries.ts';
import { asStorageError } from '../../../../db/storage-error.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { PrinterAddress, PrinterTransport } from '../../devices/printer/transport.ts';
import { openTransport } from '../../devices/printer/open-transport.ts';
import { recoverSpool } from '../../devices/printer/spool.ts';
import type { SpoolStore } from '../../devices/printer/spool.ts';
import { startSpoolPump } from '../../devices/printer/spool-pump.ts';
import type { SpoolPump } from '../../devices/printer/spool-pump.ts';
import { createSimulatedPrinter } from '../../devices/simulator/printer-simulator.ts';
import type { SimulatedPrinter } from '../../devices/simulator/printer-simulator.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { newSession } from '../../rpc/session.ts';
import type { Station } from '../../station.ts';
import { createPaperDrawer } from './draw-paper.ts';
import type { PaperDrawer } from './draw-paper.ts';
import { jobRequest } from './job-request.ts';
import { papersOf, printerProfiles } from './printer-profiles.ts';

/** How long a paper waits that the disk had no room for before it is drawn again. */
const drawAgainMs = 5_000;

/** The print spool of the station: one queue and one sender for each printer. */
export interface SpoolService {
  readonly drawer: PaperDrawer;
  /** Jobs were written; looks at once. */
  wake(): void;
  /** The printers were set up anew. */
  reload(): void;
  simulator(printerId: string): SimulatedPrinter | undefined;
  transport(printer: PrinterProfile): PrinterTransport;
  stop(): Promise<void>;
}

const addressOf = (printer: PrinterProfile): PrinterAddress => {
  const { port } = printer;
  if (port.kind === 'simulator') return { kind: 'simulator', name: printer.id };
  return port.kind === 'serial' ? { kind: 'serial', path: port.path, baudRate: port.baud, flowControl: 'none' } : port;
};

/** A look at the books outside any call. */
const ownContext = (station: Station): QueryContext => {
  const now = station.clock.now();
  return { station, session: newSession('cli'), db: station.db, now, businessDate: businessDate(now), user: null, approver: null };
};

export function startSpool(station: Station): SpoolService {
  const { db, clock } = station;
  const drawer = createPaperDrawer(station);
  const simulators = new Map<string, SimulatedPrinter>();
  let pumps: SpoolPump[] = [];
  let drawing: Promise<void> | null = null;
  let drawFrom = clock.monotonic();

  const changed = (): void => station.emit('changed', { op: 'print.spool' });

  /** Draws the waiting papers that have no bytes yet and keeps them: what is sent, sent again or looked at in ten years is the same. */
  async function drawWaiting(printer: PrinterProfile): Promise<void> {
    const job = oldestWaiting.first(db, { printer: printer.id });
    if (!job || keptOfJob.first(db, { jobId: job.id })) return;
    const request = jobRequest(ownContext(station), job, printer);
    if (request === null) return;
    const paper = await drawer.bytes(request);
    db.transact((tx) => insertRow(tx, 'kept_paper', {
      ulid: station.ids.ulid(), print_job_id: job.id, document_id: job.document_id, settlement_id: null, lot_id: job.lot_id, paper: job.paper, format: paper.language, locale: job.locale,
      layout_version: job.layout_version, sha256: sha256Hex(paper.bytes), sealed: 0, bytes: paper.bytes, at: clock.now(), user_id: job.created_by,
    }));
  }

  /** Draws for every printer, then lets the senders look again; a second call while one is under way joins it. */
  function drawAll(): void {
    if (clock.monotonic() < drawFrom) return;
    drawing ??= Promise.all(printerProfiles(db).map((printer) => drawWaiting(printer).catch((error: unknown) => failDrawing(printer, error)))).then(() => {
      drawing = null;
      wakePumps();
    });
  }

  /**
   * A paper that cannot be drawn must not hold up the queue: a person sees it among the failed ones. Where the disk itself refuses, nothing
   * can be written of it either; the paper waits and is drawn again later.
   */
  function failDrawing(printer: PrinterProfile, error: unknown): void {
    station.log.error({ err: error, printer: printer.id }, 'a paper could not be drawn');
    if (asStorageError(error) !== null) {
      drawFrom = clock.monotonic() + drawAgainMs;
      return;
    }
    const job = oldestWaiting.first(db, { printer: printer.id });
    if (job) db.transact((tx) => setJob.run(tx, { id: job.id, state: 'failed', error: 'internal', nextAt: clock.now() }));
  }

  const storeOf = (printer: PrinterProfile): SpoolStore => ({
    nextJob(now) {
      const job = oldestWaiting.first(db, { printer: printer.id });
      if (!job || job.next_at > now) return null;
      const kept = keptOfJob.first(db, { jobId: job.id });
      if (kept) return { id: job.id, bytes: kept.bytes, attempts: job.attempts };
      drawAll();
      return null;
    },
    markSending: (id) => void db.transact((tx) => markSending.run(tx, { id })),
    markSent(id, { at, byteCount }) {
      db.transact((tx) => markSent.run(tx, { id, at, bytes: byteCount }));
      changed();
    },
    markFailed(id, { code, retryAt }) {
      db.transact((tx) => setJob.run(tx, { id, state: retryAt === null ? 'failed' : 'waiting', error: code, nextAt: retryAt ?? clock.now() }));
      changed();
    },
    markUnsure(id, { code }) {
      db.transact((tx) => setJob.run(tx, { id, state: 'unsure', error: code, nextAt: jobById.one(tx, { id }).next_at }));
      changed();
    },
  });

  const transportOf = (printer: PrinterProfile): PrinterTransport => {
    if (printer.port.kind === 'simulator' && !simulators.has(printer.id)) {
      simulators.set(printer.id, createSimulatedPrinter((bytes) => station.emit('printer.paper', { printer: printer.id, bytes: Buffer.from(bytes).toString('base64') })));
    }
    return openTransport(addressOf(printer), simulators);
  };

  function open(): void {
    for (const printer of printerProfiles(db)) {
      db.transact((tx) => {
        for (const paper of papersOf(printer)) adoptJobs.run(tx, { printer: printer.id, paper });
      });
      pumps.push(startSpoolPump({ ...storeOf(printer), transport: transportOf(printer), clock }, changed, (error) => station.log.error({ err: error }, 'spool')));
    }
  }

  function wakePumps(): void {
    for (const pump of pumps) pump.wake();
  }

  recoverSpool({ sendingJobs: () => sendingJobs.all(db, {}).map((row) => row.id), markUnsure: (id, { code }) => void db.transact((tx) => setJob.run(tx, { id, state: 'unsure', error: code, nextAt: clock.now() })), clock });
  open();
  return {
    drawer,
    wake: () => setImmediate(wakePumps),
    reload() {
      const old = pumps;
      pumps = [];
      void Promise.all(old.map((pump) => pump.stop())).then(() => {
        open();
        wakePumps();
      }).catch((error: unknown) => station.log.error({ err: error }, 'the printers could not be opened anew'));
    },
    simulator: (printerId) => simulators.get(printerId),
    transport: transportOf,
    async stop() {
      await Promise.all(pumps.map((pump) => pump.stop()));
      await drawing;
    },
  };
}
