import { failed, type PrinterTransport, type SendOutcome } from '../printer/transport.ts';

/** What a trainer may break. */
export type PrinterFault = 'none' | 'refused' | 'silent' | 'paper_out' | 'dies_midway';

/** A printer inside the program: takes the bytes of the real writers and shows them instead of burning them. */
export interface SimulatedPrinter extends PrinterTransport {
  setFault(fault: PrinterFault): void;
  readonly fault: PrinterFault;
  /** Jobs received whole, oldest first; only the last ones are kept. */
  papers(): readonly Uint8Array[];
}

const KEPT_PAPERS = 50;

/** Makes a simulated printer. `onPaper` is called with each whole job, for the paper on the screen. */
export function createSimulatedPrinter(onPaper: (bytes: Uint8Array) => void = () => undefined): SimulatedPrinter {
  let fault: PrinterFault = 'none';
  const papers: Uint8Array[] = [];
  return {
    setFault: (next) => { fault = next; },
    get fault() { return fault; },
    ask: () => Promise.resolve(fault === 'none' ? 'well' : fault === 'paper_out' ? 'paper_out' : null),
    papers: () => papers,
    send: (bytes) => {
      const problem = outcomeOf(fault);
      if (problem !== null) return Promise.resolve(problem);
      papers.push(Uint8Array.from(bytes));
      if (papers.length > KEPT_PAPERS) papers.shift();
      onPaper(bytes);
      return Promise.resolve({ state: 'sent', byteCount: bytes.byteLength });
    },
  };
}

function outcomeOf(fault: PrinterFault): SendOutcome | null {
  switch (fault) {
    case 'none': return null;
    case 'refused': return failed('printer_refused', 'none', fault);
    case 'paper_out': return failed('printer_paper_out', 'none', fault);
    case 'silent': return failed('printer_timeout', 'none', fault);
    case 'dies_midway': return failed('printer_timeout', 'perhaps', fault);
  }
}
