import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type FakePrinterBehaviour =
  | { readonly kind: 'well' }
  | { readonly kind: 'keeps_open' }
  | { readonly kind: 'hangs' }
  | { readonly kind: 'slow'; readonly bytesPerTurn: number }
  | { readonly kind: 'closes_after'; readonly bytes: number }
  /** Takes exactly so many bytes of a job and then nothing more, as when the power fails for it too. */
  | { readonly kind: 'stops_at'; readonly bytes: number }
  /** Answers as long as it is asked before a job, and then reads nothing more. */
  | { readonly kind: 'answers_only' }
  /** Reads nothing and closes its end in good order after so long: the far side of the line hears no error. */
  | { readonly kind: 'leaves'; readonly afterMs: number }
  /** Reads all that came and then closes its end in good order, before the other side has closed. */
  | { readonly kind: 'leaves_after'; readonly bytes: number };

/** The four bytes with which the printer answers `DLE EOT 1` to `4`; null for one that does not know the question. */
export type FakeStatus = readonly [number, number, number, number] | null;

/** Answers as the makers' manuals give them. */
export const WELL: FakeStatus = [0x12, 0x12, 0x12, 0x12];
export const PAPER_LOW: FakeStatus = [0x12, 0x12, 0x12, 0x1e];
export const PAPER_OUT: FakeStatus = [0x1a, 0x32, 0x12, 0x7e];
export const COVER_OPEN: FakeStatus = [0x1a, 0x16, 0x12, 0x7e];
export const CUTTER_STUCK: FakeStatus = [0x1a, 0x52, 0x1a, 0x12];

/** What a label printer answers to the one question of its language; it knows no other. */
export interface FakeLabelStatus {
  readonly question: Buffer;
  readonly answer: Buffer;
}
/** The byte behind `ESC ! ?`. */
export const tsplStatus = (byte: number): FakeLabelStatus => ({ question: Buffer.of(0x1b, 0x21, 0x3f), answer: Buffer.of(byte) });
/** The three lines of `~HS` as the maker's manual shows them, with the flags that are set. */
export function zplStatus(set: { readonly paperOut?: boolean; readonly paused?: boolean; readonly hot?: boolean; readonly headOpen?: boolean; readonly ribbonOut?: boolean } = {}): FakeLabelStatus {
  const flag = (on: boolean | undefined): string => (on === true ? '1' : '0');
  const lines = [
    `030,${flag(set.paperOut)},${flag(set.paused)},0320,000,0,0,0,000,0,0,${flag(set.hot)}`,
    `001,0,${flag(set.headOpen)},${flag(set.ribbonOut)},1,2,4,0,00000000,1,000`,
    '1234,0',
  ];
  return { question: Buffer.from('~HS'), answer: Buffer.from(lines.map((line) => `\x02${line}\x03\r\n`).join(''), 'latin1') };
}

/** A network printer of the tests on a real socket. */
export interface FakePrinter {
  readonly port: number;
  /** Bytes of each connection so far, without questions about its state; connections that sent none are left out. */
  readonly jobs: Buffer[];
  setBehaviour(behaviour: FakePrinterBehaviour): void;
  setStatus(status: FakeStatus): void;
  /** From now on a label printer: it answers the question of its own language and takes any other for a part of the job. */
  setLabelStatus(status: FakeLabelStatus): void;
  /** Called with each connection and the bytes of the job it has brought so far. */
  onBytes(listener: (job: number, bytes: Buffer) => void): void;
  /** A printer that hung takes bytes again. */
  goOn(): void;
  close(): Promise<void>;
}

export async function startFakePrinter(first: FakePrinterBehaviour = { kind: 'well' }): Promise<FakePrinter> {
  const state: PrinterState = { behaviour: first, status: null, label: null, jobs: [], onBytes: () => undefined };
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    receive(socket, state);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    jobs: state.jobs,
    setBehaviour: (next) => { state.behaviour = next; },
    setStatus: (next) => { state.status = next; },
    setLabelStatus: (next) => { state.label = next; },
    onBytes: (listener) => { state.onBytes = listener; },
    goOn() {
      state.behaviour = { kind: 'well' };
      sockets.forEach((socket) => socket.resume());
    },
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => { server.close(() => resolve()); });
    },
  };
}

interface PrinterState {
  behaviour: FakePrinterBehaviour;
  status: FakeStatus;
  label: FakeLabelStatus | null;
  readonly jobs: Buffer[];
  onBytes: (job: number, bytes: Buffer) => void;
}

/** A question stands before the first byte of a job or after its last, at the end of what came together. Gives what is left of the job. */
function answer(socket: Socket, chunk: Buffer, { status, label }: Pick<PrinterState, 'status' | 'label'>): Buffer {
  if (label !== null) {
    if (!chunk.subarray(-label.question.length).equals(label.question)) return chunk;
    // In two pieces, as a slow line brings it.
    socket.write(label.answer.subarray(0, 1));
    setTimeout(() => socket.write(label.answer.subarray(1)), 5);
    return chunk.subarray(0, -label.question.length);
  }
  const [dle, eot, question = 0] = chunk.subarray(-3);
  if (chunk.length < 3 || dle !== 0x10 || eot !== 0x04 || question < 1 || question > 4) return chunk;
  if (status !== null) socket.write(Uint8Array.of(status[question - 1] ?? 0));
  return chunk.subarray(0, -3);
}

/** Bytes that grow without being copied each time. */
class GrowingBytes {
  #room = Buffer.alloc(65_536);
  #length = 0;

  add(chunk: Buffer): Buffer {
    if (this.#length + chunk.length > this.#room.length) this.#room = Buffer.concat([this.#room], 2 * (this.#length + chunk.length));
    chunk.copy(this.#room, this.#length);
    this.#length += chunk.length;
    return this.#room.subarray(0, this.#length);
  }
}

/** Leaves the line open long enough for the end of it to be heard, without a reset. */
function leave(socket: Socket, afterMs: number): void {
  socket.pause();
  setTimeout(() => socket.end(), afterMs);
}

function receive(socket: Socket, state: PrinterState): void {
  const { behaviour } = state;
  let questions = 0;
  const arrived = new GrowingBytes();
  let job: number | null = null;
  let taken = 0;
  socket.on('data', (chunk) => {
    const given = answer(socket, chunk, state);
    const bytes = behaviour.kind === 'stops_at' ? given.subarray(0, behaviour.bytes - taken) : given;
    if (given.length < chunk.length) questions += 1;
    if (bytes.length < given.length || (behaviour.kind === 'answers_only' && questions >= (state.label === null ? 4 : 1))) socket.pause();
    if (bytes.length === 0) return;
    taken += bytes.length;
    job ??= state.jobs.push(Buffer.alloc(0)) - 1;
    const whole = arrived.add(bytes);
    state.jobs[job] = whole;
    state.onBytes(job, whole);
    if (behaviour.kind === 'closes_after' && whole.length >= behaviour.bytes) socket.resetAndDestroy();
    if (behaviour.kind === 'leaves_after' && whole.length >= behaviour.bytes) socket.end();
    if (state.behaviour.kind === 'hangs') socket.pause();
    if (behaviour.kind === 'slow') {
      socket.pause();
      setTimeout(() => socket.resume(), bytes.length / behaviour.bytesPerTurn);
    }
  });
  if (behaviour.kind === 'hangs' && state.status === null && state.label === null) socket.pause();
  if (behaviour.kind === 'leaves') leave(socket, behaviour.afterMs);
  socket.on('end', () => { if (behaviour.kind !== 'keeps_open') socket.end(); });
}
