import type { SerialPort } from 'serialport';
import { serialLibrary } from '../serial-library.ts';
import type { PrinterCondition } from '../../../contract/printing.ts';
import { askStatus } from './ask-status.ts';
import type { StatusDialogue } from './status-dialogue.ts';
import { answerBehind, DEFAULT_OPTIONS, errorDetail, failed, refusalOf, unanswered, type PrinterTransport, type SendOutcome, type TransportLimits, type TransportOptions } from './transport.ts';

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
export function serialTransport(address: SerialAddress, options: TransportOptions = DEFAULT_OPTIONS): PrinterTransport {
  const { asks } = options;
  return {
    send: async (bytes) => {
      const { port, problem } = await openPort(address, options.limits);
      if (problem !== null) return failed(problem === 'timeout' ? 'printer_timeout' : 'printer_refused', 'none', problem);
      const outcome = await sendOver(port, bytes, address.baudRate, options);
      await closePort(port, options.limits);
      return outcome;
    },
    ...(asks === null ? {} : { ask: () => askOver(address, asks, options) }),
  };
}

async function openPort(address: SerialAddress, limits: TransportLimits): Promise<{ port: SerialPort; problem: string | null }> {
  const library = await serialLibrary();
  const port = new library.SerialPort({
    path: address.path, baudRate: address.baudRate, autoOpen: false,
    rtscts: address.flowControl === 'hardware', xon: address.flowControl === 'software', xoff: address.flowControl === 'software',
  });
  // Errors outside a call are told by the call that follows; without a listener they would end the process.
  port.on('error', () => undefined);
  return { port, problem: await within(limits.connectTimeoutMs, (done) => port.open(done)) };
}

async function closePort(port: SerialPort, limits: TransportLimits): Promise<void> {
  await within(limits.closeTimeoutMs, (done) => (port.isOpen ? port.close(done) : done(null)));
}

async function askOver(address: SerialAddress, asks: StatusDialogue, options: TransportOptions): Promise<PrinterCondition | null> {
  const { port, problem } = await openPort(address, options.limits);
  if (problem !== null) return null;
  const condition = await askStatus(port, asks);
  await closePort(port, options.limits);
  if (condition !== null) options.onCondition(condition);
  return condition;
}

async function sendOver(port: SerialPort, bytes: Uint8Array, baudRate: number, options: TransportOptions): Promise<SendOutcome> {
  const { asks } = options;
  const before = asks === null ? null : await askStatus(port, asks);
  if (before !== null) options.onCondition(before);
  const refused = refusalOf(before);
  if (refused !== null) return refused;
  const outcome = await sendPieces(port, bytes, baudRate, options);
  if (asks === null || before === null || outcome.state === 'failed') return outcome;
  return (await answerBehind((firstTimeoutMs) => askStatus(port, asks, firstTimeoutMs), options)) === null ? unanswered() : outcome;
}

async function sendPieces(port: SerialPort, bytes: Uint8Array, baudRate: number, { limits, onCondition }: TransportOptions): Promise<SendOutcome> {
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) {
    const piece = Buffer.from(bytes.subarray(at, at + PIECE_BYTES));
    const lineTimeMs = Math.ceil((piece.length * BITS_PER_BYTE * 1000) / baudRate);
    const held = setTimeout(() => onCondition('held'), limits.stallTimeoutMs + lineTimeMs);
    const problem = await within(limits.stallTimeoutMs + limits.holdTimeoutMs + lineTimeMs, (done) => {
      port.write(piece, (error) => { if (error !== null && error !== undefined) done(error); else port.drain(done); });
    });
    clearTimeout(held);
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
