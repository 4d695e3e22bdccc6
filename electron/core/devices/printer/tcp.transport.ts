import { connect, type Socket } from 'node:net';
import type { PrinterCondition } from '../../../contract/printing.ts';
import { askStatus } from './ask-status.ts';
import type { StatusDialogue } from './status-dialogue.ts';
import { answerBehind, DEFAULT_OPTIONS, errorDetail, failed, refusalOf, unanswered, type PrinterTransport, type SendOutcome, type TransportOptions } from './transport.ts';

/** Bytes handed to the system at once; each piece taken restarts the stall limit, so a slow printer is not mistaken for a dead one. */
const PIECE_BYTES = 4096;

interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * A network printer (raw port, usually 9100): one connection a job. Nothing was sent until the connection stands and the printer, where it
 * answers, says it may print. Bytes that the system took may still lie in its buffers: a job counts as sent when the printer answers the
 * question behind it, or, where it answers none, when it leaves its end open until ours is closed.
 */
export function tcpTransport(address: TcpAddress, options: TransportOptions = DEFAULT_OPTIONS): PrinterTransport {
  const { asks } = options;
  // The printer's end and ours are closed apart: which came first tells whether it took the job.
  const open = (): Socket => connect({ host: address.host, port: address.port, allowHalfOpen: true });
  return {
    send: (bytes) => new Promise((resolve) => { sendOver(open(), bytes, options, resolve); }),
    ...(asks === null ? {} : { ask: () => askOver(open(), asks, options) }),
  };
}

function sendOver(socket: Socket, bytes: Uint8Array, options: TransportOptions, resolve: (outcome: SendOutcome) => void): void {
  const { limits, asks } = options;
  const sent: SendOutcome = { state: 'sent', byteCount: bytes.byteLength };
  /** Nothing went; something may have; the printer said that it has it all. */
  let known: 'none' | 'perhaps' | 'taken' = 'none';
  let closing = false;
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
  const broken = (detail: string): SendOutcome => {
    if (known === 'taken') return sent;
    return known === 'none' ? failed('printer_refused', 'none', detail) : failed('printer_timeout', 'perhaps', detail);
  };
  const giveUp = (): void => settle(broken('stopped'));
  const held = (): void => {
    options.onCondition('held');
    restart(limits.holdTimeoutMs, () => settle(broken('write')));
  };
  const write = (behind: () => void): void => {
    known = 'perhaps';
    writePieces(socket, bytes, () => restart(limits.stallTimeoutMs, held), behind);
  };
  const close = (): void => {
    closing = true;
    // Many printers never close their end: the bytes are out all the same.
    restart(limits.closeTimeoutMs, () => settle(sent));
    socket.end();
  };
  const confirm = async (dialogue: StatusDialogue): Promise<void> => {
    clearTimeout(timer);
    const condition = await answerBehind((firstTimeoutMs) => askStatus(socket, dialogue, firstTimeoutMs), options);
    if (settled) return;
    if (condition === null) return settle(unanswered());
    known = 'taken';
    close();
  };
  const begin = async (): Promise<void> => {
    clearTimeout(timer);
    const condition = asks === null ? null : await askStatus(socket, asks);
    if (settled) return;
    if (asks === null || condition === null) return restart(limits.quietMs, () => write(() => restart(limits.quietMs, close)));
    options.onCondition(condition);
    const refused = refusalOf(condition);
    if (refused !== null) settle(refused);
    else write(() => void confirm(asks));
  };

  options.signal?.addEventListener('abort', giveUp, { once: true });
  socket.on('connect', () => void begin());
  socket.on('error', (error) => settle(broken(errorDetail(error))));
  socket.on('end', () => { if (!closing) settle(broken('closed')); });
  socket.on('close', () => settle(closing ? sent : broken('closed')));
  // What the printer says unasked is read and let go, or the connection would never end.
  socket.resume();
}

/** Whoever still waits for an answer on the line hears that it is closed. */
function letGo(socket: Socket): void {
  // A late error of a socket we gave up on has nobody left to tell; without a listener it would end the process.
  socket.on('error', () => undefined);
  socket.destroy();
}

function askOver(socket: Socket, asks: StatusDialogue, { limits, onCondition }: TransportOptions): Promise<PrinterCondition | null> {
  return new Promise((resolve) => {
    let over = false;
    const end = (condition: PrinterCondition | null): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      letGo(socket);
      if (condition !== null) onCondition(condition);
      resolve(condition);
    };
    const timer = setTimeout(() => end(null), limits.connectTimeoutMs);
    socket.on('error', () => end(null));
    socket.on('end', () => end(null));
    socket.on('connect', () => {
      clearTimeout(timer);
      void askStatus(socket, asks).then(end);
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
