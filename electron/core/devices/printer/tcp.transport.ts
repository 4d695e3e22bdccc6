import { connect, type Socket } from 'node:net';
import { DEFAULT_LIMITS, errorDetail, failed, type PrinterTransport, type SendOutcome, type TransportLimits } from './transport.ts';

/** Bytes handed to the system at once; each piece taken restarts the stall limit, so a slow printer is not mistaken for a dead one. */
const PIECE_BYTES = 4096;

/** A network printer (raw port, usually 9100): one connection a job. Nothing was sent until the connection stands. */
export function tcpTransport(address: { readonly host: string; readonly port: number }, limits: TransportLimits = DEFAULT_LIMITS): PrinterTransport {
  return { send: (bytes) => new Promise((resolve) => { sendOver(connect({ host: address.host, port: address.port }), bytes, limits, resolve); }) };
}

function sendOver(socket: Socket, bytes: Uint8Array, limits: TransportLimits, resolve: (outcome: SendOutcome) => void): void {
  const sent: SendOutcome = { state: 'sent', byteCount: bytes.byteLength };
  let connected = false;
  let handedOver = false;
  let timer = setTimeout(() => settle(failed('printer_timeout', 'none', 'connect')), limits.connectTimeoutMs);
  const settle = (outcome: SendOutcome): void => {
    clearTimeout(timer);
    socket.removeAllListeners();
    // A late error of a socket we gave up on has nobody left to tell; without a listener it would end the process.
    socket.on('error', () => undefined);
    socket.destroy();
    resolve(outcome);
  };
  const restart = (timeoutMs: number, outcome: SendOutcome): void => {
    clearTimeout(timer);
    timer = setTimeout(() => settle(outcome), timeoutMs);
  };
  const broken = (detail: string): SendOutcome => (connected ? failed('printer_timeout', 'perhaps', detail) : failed('printer_refused', 'none', detail));

  socket.on('connect', () => {
    connected = true;
    writePieces(socket, bytes, () => restart(limits.stallTimeoutMs, broken('write')), () => {
      handedOver = true;
      // Many printers never close their end: the bytes are out all the same.
      restart(limits.closeTimeoutMs, sent);
    });
  });
  socket.on('error', (error) => settle(broken(errorDetail(error))));
  socket.on('close', () => settle(handedOver ? sent : broken('closed')));
  // Status bytes of the printer are read and let go, or the connection would never end.
  socket.resume();
}

function writePieces(socket: Socket, bytes: Uint8Array, onProgress: () => void, onDone: () => void): void {
  let at = 0;
  const next = (): void => {
    onProgress();
    if (at >= bytes.byteLength) {
      socket.end(onDone);
      return;
    }
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    at += piece.byteLength;
    // A failed write is told by the socket's own error event.
    socket.write(piece, (error) => { if (error === null || error === undefined) next(); });
  };
  next();
}
