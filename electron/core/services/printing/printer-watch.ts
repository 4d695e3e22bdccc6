import type { PrinterCondition, PrinterProfile } from '../../../contract/printing.ts';
import type { PrinterTransport } from '../../devices/printer/transport.ts';

/** What the printers said of themselves last. Working state: forgotten when core ends. */
export interface PrinterWatch {
  /** Null while a printer has said nothing. */
  condition(printerId: string): PrinterCondition | null;
  note(printerId: string, condition: PrinterCondition): void;
  /** A job came to its end: whatever held the printer holds it no more. */
  release(printerId: string): void;
  /** The printer was set up anew: what the former one said is no news of it. */
  forget(printerId: string): void;
  /** Asks now, or tells what is known while a paper is on its way; null where the printer does not answer. */
  ask(printer: PrinterProfile): Promise<PrinterCondition | null>;
  stop(): void;
}

/** The most pressing first: what is said when several printers are in trouble. */
const urgency: readonly PrinterCondition[] = ['held', 'cover_open', 'paper_out', 'ribbon_out', 'jam', 'cutter', 'too_hot', 'error', 'paused', 'paper_low', 'well'];

/** True where no paper comes out until somebody goes to the printer. */
export const stopsPrinting = (condition: PrinterCondition | null): boolean => condition !== null && condition !== 'well' && condition !== 'paper_low';

/** The most pressing of several conditions, or null when nothing is known. */
export const worstCondition = (conditions: readonly (PrinterCondition | null)[]): PrinterCondition | null => urgency.find((candidate) => conditions.includes(candidate)) ?? null;

/** How often a printer in trouble is asked again while no paper waits for it. */
const askAgainMs = 10_000;

export interface PrinterWatchParts {
  readonly printers: () => readonly PrinterProfile[];
  readonly transport: (printer: PrinterProfile) => PrinterTransport;
  /** A printer that is being sent a paper is not disturbed. */
  readonly isBusy: (printerId: string) => boolean;
  readonly onChange: () => void;
}

/** Remembers what printers say, and asks those in trouble again so that the pill turns green without a paper. */
export function startPrinterWatch(parts: PrinterWatchParts): PrinterWatch {
  const known = new Map<string, PrinterCondition>();
  const note = (printerId: string, condition: PrinterCondition): void => {
    if (known.get(printerId) === condition) return;
    known.set(printerId, condition);
    parts.onChange();
  };
  const ask = async (printer: PrinterProfile): Promise<PrinterCondition | null> => {
    if (parts.isBusy(printer.id)) return known.get(printer.id) ?? null;
    const condition = (await parts.transport(printer).ask?.()) ?? null;
    if (condition !== null) note(printer.id, condition);
    return condition;
  };
  const look = (): void => {
    for (const printer of parts.printers()) {
      const condition = known.get(printer.id);
      if (condition !== undefined && condition !== 'well' && condition !== 'held') void ask(printer);
    }
  };
  const timer = setInterval(look, askAgainMs);
  timer.unref();
  return {
    condition: (printerId) => known.get(printerId) ?? null,
    note, ask,
    forget: (printerId) => void known.delete(printerId),
    release(printerId) {
      if (known.get(printerId) !== 'held') return;
      known.delete(printerId);
      parts.onChange();
    },
    stop: () => clearInterval(timer),
  };
}
