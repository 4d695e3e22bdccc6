import { adoptJobs, doubtJob, jobById, markSending, markSent, oldestWaiting, pauseOf, sendingJobs, setJob } from '../../../../db/queries/print.queries.ts';
import type { PrinterProfile } from '../../../contract/printing.ts';
import { openTransport } from '../../devices/printer/open-transport.ts';
import { dialogueOf } from '../../devices/printer/printer-dialogue.ts';
import { recoverSpool } from '../../devices/printer/spool.ts';
import type { SpoolStore } from '../../devices/printer/spool.ts';
import { startSpoolPump } from '../../devices/printer/spool-pump.ts';
import type { SpoolPump } from '../../devices/printer/spool-pump.ts';
import { DEFAULT_LIMITS, endable, failed } from '../../devices/printer/transport.ts';
import type { PrinterAddress, PrinterTransport, SendOutcome } from '../../devices/printer/transport.ts';
import { createSimulatedPrinter } from '../../devices/simulator/printer-simulator.ts';
import type { SimulatedPrinter } from '../../devices/simulator/printer-simulator.ts';
import { asFault } from '../../rpc/outcome.ts';
import type { Station } from '../../station.ts';
import { createPaperDrawer } from './draw-paper.ts';
import type { PaperDrawer } from './draw-paper.ts';
import { jobBytes } from './job-bytes.ts';
import { papersOf, printerProfiles } from './printer-profiles.ts';
import { fitJob, unfitness } from './replace-job.ts';
import { startPrinterWatch } from './printer-watch.ts';
import type { PrinterWatch } from './printer-watch.ts';
import { createSpoolDrawing } from './spool-drawing.ts';

/** The print spool of the station: one queue and one sender for each printer. */
export interface SpoolService {
  readonly drawer: PaperDrawer;
  readonly watch: PrinterWatch;
  /** Jobs were written; looks at once. */
  wake(): void;
  /** The printers were set up anew. */
  reload(): void;
  simulator(printerId: string): SimulatedPrinter | undefined;
  /** Sends a test page beside the queue, never while a paper is on its way to the same printer: the two would be mixed. */
  sendAside(printer: PrinterProfile, bytes: Uint8Array): Promise<SendOutcome>;
  stop(): Promise<void>;
}

/** How long a job that is under way may take to end when its printer is set up anew or the program ends; then a person looks. */
const graceMs = 3_000;

interface OpenPrinter {
  readonly profile: string;
  readonly pump: SpoolPump;
  readonly ending: AbortController;
}

const addressOf = (printer: PrinterProfile): PrinterAddress => {
  const { port } = printer;
  if (port.kind === 'simulator') return { kind: 'simulator', name: printer.id };
  return port.kind === 'serial' ? { kind: 'serial', path: port.path, baudRate: port.baud, flowControl: port.flow ?? 'none' } : port;
};

export function startSpool(station: Station): SpoolService {
  const { db, clock } = station;
  const drawer = createPaperDrawer(station);
  const simulators = new Map<string, SimulatedPrinter>();
  const busy = new Set<string>();
  const printers = new Map<string, OpenPrinter>();

  const changed = (): void => station.emit('changed', { op: 'print.spool' });
  const wakePumps = (): void => {
    for (const { pump } of printers.values()) pump.wake();
  };

  const wakeSoon = (): void => void setImmediate(wakePumps);
  const doubt = (id: number, code: string): void => {
    db.transact((tx) => {
      setJob.run(tx, { id, state: 'unsure', error: code, nextAt: jobById.one(tx, { id }).next_at });
      doubtJob.run(tx, { id, at: clock.now() });
    });
  };

  const transportOf = (printer: PrinterProfile, signal?: AbortSignal): PrinterTransport => {
    if (printer.port.kind === 'simulator' && !simulators.has(printer.id)) {
      simulators.set(printer.id, createSimulatedPrinter((bytes) => station.emit('printer.paper', { printer: printer.id, bytes: Buffer.from(bytes).toString('base64') })));
    }
    const transport = openTransport(addressOf(printer), simulators, {
      limits: DEFAULT_LIMITS, asks: dialogueOf(printer), onCondition: (condition) => watch.note(printer.id, condition), ...(signal ? { signal } : {}),
    }, station.host.pages ?? null);
    return signal ? endable(transport, signal) : transport;
  };

  const watch = startPrinterWatch({ printers: () => printerProfiles(db), transport: transportOf, isBusy: (printerId) => busy.has(printerId), onChange: changed });
  const drawing = createSpoolDrawing(station, drawer, wakePumps);

  const storeOf = (printer: PrinterProfile): SpoolStore => {
    const ended = (): void => {
      busy.delete(printer.id);
      watch.release(printer.id);
      changed();
    };
    return {
      nextJob(now) {
        const job = oldestWaiting.first(db, { printer: printer.id });
        if (!job || job.next_at > now || busy.has(printer.id) || pauseOf.first(db, { printer: printer.id })) return null;
        if (unfitness(db, job, printer) !== null) {
          db.transact((tx) => fitJob(tx, station.ids, job, printerProfiles(tx), now));
          wakeSoon();
          return null;
        }
        try {
          const bytes = jobBytes(station, job.id);
          if (bytes !== null) return { id: job.id, bytes, attempts: job.attempts };
          drawing.drawAll();
        } catch (error) {
          const fault = asFault(error);
          if (fault === null) throw error;
          // A sheet that does not open must not hold up the queue: a person sees it among the failed ones.
          db.transact((tx) => setJob.run(tx, { id: job.id, state: 'failed', error: fault.code, nextAt: clock.now() }));
          changed();
        }
        return null;
      },
      markSending(id) {
        busy.add(printer.id);
        db.transact((tx) => markSending.run(tx, { id }));
      },
      markSent(id, { at, byteCount }) {
        db.transact((tx) => markSent.run(tx, { id, at, bytes: byteCount }));
        ended();
      },
      markFailed(id, { code, retryAt }) {
        db.transact((tx) => setJob.run(tx, { id, state: retryAt === null ? 'failed' : 'waiting', error: code, nextAt: retryAt ?? clock.now() }));
        ended();
      },
      markUnsure(id, { code }) {
        doubt(id, code);
        ended();
      },
    };
  };

  /** Opens the printers that are not open yet; those that stayed as they were go on with what they are doing. */
  function open(): void {
    for (const printer of printerProfiles(db)) {
      if (printers.has(printer.id)) continue;
      db.transact((tx) => {
        for (const paper of papersOf(printer)) adoptJobs.run(tx, { printer: printer.id, paper });
      });
      const ending = new AbortController();
      const pump = startSpoolPump({ ...storeOf(printer), transport: transportOf(printer, ending.signal), clock }, changed, (error) => station.log.error({ err: error }, 'spool'));
      printers.set(printer.id, { profile: JSON.stringify(printer), pump, ending });
    }
  }

  async function close(id: string, { pump, ending }: OpenPrinter): Promise<void> {
    const timer = setTimeout(() => ending.abort(), graceMs);
    await pump.stop();
    clearTimeout(timer);
    printers.delete(id);
    watch.forget(id);
  }

  recoverSpool({ sendingJobs: () => sendingJobs.all(db, {}).map((row) => row.id), markUnsure: (id, { code }) => doubt(id, code), clock });
  open();
  return {
    drawer, watch,
    wake: wakeSoon,
    reload() {
      const profiles = new Map(printerProfiles(db).map((printer) => [printer.id, JSON.stringify(printer)]));
      const old = [...printers].filter(([id, { profile }]) => profiles.get(id) !== profile);
      void Promise.all(old.map(([id, printer]) => close(id, printer))).then(() => {
        open();
        wakePumps();
      }).catch((error: unknown) => station.log.error({ err: error }, 'the printers could not be opened anew'));
    },
    simulator: (printerId) => simulators.get(printerId),
    async sendAside(printer, bytes) {
      if (busy.has(printer.id)) return failed('printer_refused', 'none', 'busy');
      busy.add(printer.id);
      watch.forget(printer.id);
      try {
        return await transportOf(printer).send(bytes);
      } finally {
        busy.delete(printer.id);
        wakePumps();
      }
    },
    async stop() {
      watch.stop();
      await Promise.all([...printers].map(([id, printer]) => close(id, printer)));
      await drawing.finished();
    },
  };
}
