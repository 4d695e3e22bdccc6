import type { SerialPort } from 'serialport';
import { serialLibrary } from '../serial-library.ts';
import { DEFAULT_LIMITS, errorDetail, failed, type PrinterTransport, type SendOutcome, type TransportLimits } from './transport.ts';

interface SerialAddress {
  readonly path: string;
  readonly baudRate: number;
  readonly flowControl: 'none' | 'hardware' | 'software';
}

/** Bytes handed to the driver at once: small enough that a stalled printer is noticed within one piece. */
const PIECE_BYTES = 1024;
/** Start bit, eight data bits, stop bit. */
const BITS_PER_BYTE = 10;

/** A printer on a serial line, opened for each job (8N1). Must run in the process's main thread, as all serial ports. */
export function serialTransport(address: SerialAddress, limits: TransportLimits = DEFAULT_LIMITS): PrinterTransport {
  return {
    send: async (bytes) => {
      const library = await serialLibrary();
      const port = new library.SerialPort({
        path: address.path, baudRate: address.baudRate, autoOpen: false,
        rtscts: address.flowControl === 'hardware', xon: address.flowControl === 'software', xoff: address.flowControl === 'software',
      });
      // Errors outside a call are told by the call that follows; without a listener they would end the process.
      port.on('error', () => undefined);
      const opened = await within(limits.connectTimeoutMs, (done) => port.open(done));
      if (opened !== null) return failed(opened === 'timeout' ? 'printer_timeout' : 'printer_refused', 'none', opened);
      const outcome = await sendPieces(port, bytes, address.baudRate, limits.stallTimeoutMs);
      await within(limits.closeTimeoutMs, (done) => (port.isOpen ? port.close(done) : done(null)));
      return outcome;
    },
  };
}

async function sendPieces(port: SerialPort, bytes: Uint8Array, baudRate: number, stallTimeoutMs: number): Promise<SendOutcome> {
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) {
    const piece = Buffer.from(bytes.subarray(at, at + PIECE_BYTES));
    const lineTimeMs = Math.ceil((piece.length * BITS_PER_BYTE * 1000) / baudRate);
    const problem = await within(stallTimeoutMs + lineTimeMs, (done) => {
      port.write(piece, (error) => { if (error !== null && error !== undefined) done(error); else port.drain(done); });
    });
    if (problem !== null) return failed('printer_timeout', 'perhaps', problem);
  }
  return { state: 'sent', byteCount: bytes.byteLength };
}

/** Null when the call ended well, else the system's code or `timeout`. */
function within(timeoutMs: number, call: (done: (error: Error | null) => void) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('timeout'), timeoutMs);
    call((error) => {
      clearTimeout(timer);
      resolve(error === null || error === undefined ? null : errorDetail(error));
    });
  });
}
