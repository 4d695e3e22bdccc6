import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import type { Channel } from '../rpc/channel.ts';
import { parseJson } from './json-text.ts';

/** One request or answer; a longer line is no message of ours and ends the connection. */
const longestLine = 16 * 1024 * 1024;

/** A channel over a socket, with the first message to be had apart from the rest. */
export interface LineChannel extends Channel {
  /** Takes one message out of the stream; undefined when none comes in time or the other side goes. */
  next(waitMs: number): Promise<unknown>;
}

/**
 * One JSON text a line, in both directions. A line that is not JSON, or is too long, ends the connection:
 * whoever sends that does not speak our language.
 */
export function jsonLineChannel(socket: Socket): LineChannel {
  const waiting: unknown[] = [];
  const closers: Array<() => void> = [];
  let listener: ((message: unknown) => void) | null = null;
  let isClosed = false;

  readLines(socket, (line) => {
    const message = parseJson(line);
    if (message === undefined) socket.destroy();
    else if (listener === null) waiting.push(message);
    else listener(message);
  });
  // The error itself carries nothing to act on; 'close' always follows it and is what callers hear.
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    isClosed = true;
    for (const closer of closers.splice(0)) closer();
  });

  const onClose = (closer: () => void): void => {
    if (isClosed) closer();
    else closers.push(closer);
  };
  return {
    post(message) {
      if (!isClosed && !socket.destroyed) socket.write(`${JSON.stringify(message ?? null)}\n`);
    },
    onMessage(next) {
      listener = next;
      for (const message of waiting.splice(0)) next(message);
    },
    next: (waitMs) => new Promise((resolve) => {
      const settle = (message?: unknown): void => {
        clearTimeout(timer);
        listener = null;
        resolve(message);
      };
      const timer = setTimeout(settle, waitMs);
      if (waiting.length > 0) settle(waiting.shift());
      else listener = settle;
      onClose(() => resolve(undefined));
    }),
    onClose,
    // end, not destroy: what was posted before still reaches the other side.
    close: () => socket.end(),
  };
}

/** Cuts the stream into lines without copying the unfinished one again and again. */
function readLines(socket: Socket, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    const parts = decoder.write(chunk).split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      if (socket.destroyed) return;
      onLine(pieces.join('') + part);
      pieces = [];
      length = 0;
    }
    pieces.push(rest);
    length += rest.length;
    if (length > longestLine) socket.destroy();
  });
}
