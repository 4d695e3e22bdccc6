import { connect, type Socket } from 'node:net';
import type { PrinterCondition } from '../../../contract/printing.ts';
import { askStatus } from './ask-status.ts';
import { DEFAULT_OPTIONS, errorDetail, failed, refusalOf, type PrinterTransport, type SendOutcome, type TransportOptions } from './transport.ts';

/** Bytes handed to the system at once; each piece taken restarts the stall limit, so a slow printer is not mistaken for a dead one. */
const PIECE_BYTES = 4096;

interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/** A network printer (raw port, usually 9100): one connection a job. Nothing was sent until the connection stands and the printer, where it answers, says it may print. */
export function tcpTransport(address: TcpAddress, options: TransportOptions = DEFAULT_OPTIONS): PrinterTransport {
  const open = (): Socket => connect({ host: address.host, port: address.port });
  return {
    send: (bytes) => new Promise((resolve) => { sendOver(open(), bytes, options, resolve); }),
    ...(options.asks ? { ask: () => askOver(open(), options) } : {}),
  };
}

function sendOver(socket: Socket, bytes: Uint8Array, options: TransportOptions, resolve: (outcome: SendOutcome) => void): void {
  const { limits } = options;
  const sent: SendOutcome = { state: 'sent', byteCount: bytes.byteLength };
  let certain = true;
  let handedOver = false;
  let answers = false;
  let settled = false;
  let timer = setTimeout(() => settle(failed('printer_timeout', 'none', 'connect')), limits.connectTimeoutMs);
  const settle = (outcome: SendOutcome): void => {
    if (settled) return;
    settled = true;
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', giveUp);
    letGo(socket);
    resolve(outcome);
  };
  const restart = (timeoutMs: number, then: () => void): void => {
    clearTimeout(timer);
    if (!settled) timer = setTimeout(then, timeoutMs);
  };
  const broken = (detail: string): SendOutcome => (certain ? failed('printer_refused', 'none', detail) : failed('printer_timeout', 'perhaps', detail));
  const giveUp = (): void => settle(broken('stopped'));
  const held = (): void => {
    options.onCondition('held');
    restart(limits.holdTimeoutMs, () => settle(broken('write')));
  };
  const write = (): void => {
    certain = false;
    writePieces(socket, bytes, () => restart(limits.stallTimeoutMs, held), () => void finish());
  };
  const finish = async (): Promise<void> => {
    handedOver = true;
    // Many printers never close their end: the bytes are out all the same.
    restart(limits.closeTimeoutMs, () => settle(sent));
    if (answers) tell(options, await askStatus(socket));
    socket.end();
  };
  const begin = async (): Promise<void> => {
    if (!options.asks) return write();
    clearTimeout(timer);
    const condition = await askStatus(socket);
    answers = condition !== null;
    tell(options, condition);
    const refused = refusalOf(condition);
    if (refused !== null) settle(refused);
    else if (!settled) write();
  };

  options.signal?.addEventListener('abort', giveUp, { once: true });
  socket.on('connect', () => void begin());
  socket.on('error', (error) => settle(broken(errorDetail(error))));
  socket.on('close', () => settle(handedOver ? sent : broken('closed')));
  // What the printer says unasked is read and let go, or the connection would never end.
  socket.resume();
}

function tell(options: TransportOptions, condition: PrinterCondition | null): void {
  if (condition !== null) options.onCondition(condition);
}

function letGo(socket: Socket): void {
  socket.removeAllListeners();
  // A late error of a socket we gave up on has nobody left to tell; without a listener it would end the process.
  socket.on('error', () => undefined);
  socket.destroy();
}

function askOver(socket: Socket, { limits, onCondition }: TransportOptions): Promise<PrinterCondition | null> {
  return new Promise((resolve) => {
    const end = (condition: PrinterCondition | null): void => {
      clearTimeout(timer);
      letGo(socket);
      if (condition !== null) onCondition(condition);
      resolve(condition);
    };
    const timer = setTimeout(() => end(null), limits.connectTimeoutMs);
    socket.on('error', () => end(null));
    socket.on('connect', () => {
      clearTimeout(timer);
      void askStatus(socket).then(end);
    });
    socket.resume();
  });
}

function writePieces(socket: Socket, bytes: Uint8Array, onProgress: () => void, onDone: () => void): void {
  let at = 0;
  const next = (): void => {
    onProgress();
    if (at >= bytes.byteLength) {
      onDone();
      return;
    }
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    at += piece.byteLength;
    // A failed write is told by the socket's own error event.
    socket.write(piece, (error) => { if (error === null || error === undefined) next(); });
  };
  next();
}
