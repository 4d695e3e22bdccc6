/** How a stretch of text is packed (ISO/IEC 18004, 7.4): three figures in ten bits, two signs in eleven, or a byte in eight. */
export type QrMode = 'numeric' | 'alphanumeric' | 'byte';

/** A stretch of text that travels in one mode; `bytes` of its UTF-8. */
export interface QrSegment {
  readonly mode: QrMode;
  readonly bytes: Uint8Array;
}

export const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MODES: readonly QrMode[] = ['numeric', 'alphanumeric', 'byte'];
/** Sixths of a bit that a byte costs in each mode, so that nothing is rounded on the way. */
const SIXTHS: Readonly<Record<QrMode, number>> = { numeric: 20, alphanumeric: 33, byte: 48 };

/** Bits of the counter of each mode in small, middle and large codes. */
const COUNTER_BITS: Readonly<Record<QrMode, readonly [number, number, number]>> = { numeric: [10, 12, 14], alphanumeric: [9, 11, 13], byte: [8, 16, 16] };

/** Bits of the counter that stands before a stretch in a code of this version (1 to 40). */
export function counterBits(mode: QrMode, version: number): number {
  return COUNTER_BITS[mode][version < 10 ? 0 : version < 27 ? 1 : 2];
}

function fits(mode: QrMode, byte: number): boolean {
  if (mode === 'numeric') return byte >= 0x30 && byte <= 0x39;
  return mode === 'byte' || ALPHANUMERIC.includes(String.fromCharCode(byte));
}

/** Splits text into the stretches that take the fewest bits in a code of this version. */
export function qrSegments(text: string, version: number): QrSegment[] {
  const bytes = new TextEncoder().encode(text);
  const head = MODES.map((mode) => (4 + counterBits(mode, version)) * 6);
  const from: number[][] = [];
  let costs = [...head];
  for (const byte of bytes) {
    const ends = MODES.map((mode, at) => (fits(mode, byte) ? (costs[at] ?? Infinity) + SIXTHS[mode] : Infinity));
    const came = MODES.map((_, at) => at);
    for (const to of MODES.keys()) {
      for (const [at, end] of ends.entries()) {
        const turned = Math.ceil(end / 6) * 6 + (head[to] ?? 0);
        if (turned >= (ends[to] ?? Infinity) || at === to) continue;
        ends[to] = turned;
        came[to] = at;
      }
    }
    from.push(came);
    costs = ends;
  }
  return join(bytes, from, costs);
}

/** Walks back from the cheapest end: which mode each byte travels in. */
function join(bytes: Uint8Array, from: readonly (readonly number[])[], costs: readonly number[]): QrSegment[] {
  let at = costs.indexOf(Math.min(...costs));
  const modes: QrMode[] = [];
  for (let index = bytes.length - 1; index >= 0; index -= 1) {
    at = from[index]?.[at] ?? at;
    modes[index] = MODES[at] ?? 'byte';
  }
  const segments: QrSegment[] = [];
  for (let start = 0; start < bytes.length;) {
    const mode = modes[start] ?? 'byte';
    const end = modes.findIndex((other, index) => index > start && other !== mode);
    segments.push({ mode, bytes: bytes.subarray(start, end === -1 ? bytes.length : end) });
    start = end === -1 ? bytes.length : end;
  }
  return segments;
}
