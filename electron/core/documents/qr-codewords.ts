import { ALPHANUMERIC, counterBits, qrSegments, type QrMode, type QrSegment } from './qr-segments.ts';

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** Check bytes of each block, by level and version (ISO/IEC 18004, table 9). */
const CHECK_BYTES: Readonly<Record<QrLevel, readonly number[]>> = {
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
  Q: [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
  H: [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
};
/** Blocks, by level and version (table 9). */
const BLOCKS: Readonly<Record<QrLevel, readonly number[]>> = {
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
  Q: [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68],
  H: [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81],
};

/** Modules that carry data and check bits: all but finders, timing, alignment, format and version. */
export function dataModules(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const marks = version === 1 ? 0 : (25 * alignments - 10) * alignments - 55;
  return (16 * version + 128) * version + 64 - marks - (version >= 7 ? 36 : 0);
}

/** Bytes of data, without check bytes, that a code holds. */
function dataBytes(version: number, level: QrLevel): number {
  return Math.floor(dataModules(version) / 8) - (CHECK_BYTES[level][version - 1] ?? 0) * (BLOCKS[level][version - 1] ?? 0);
}

/** A text packed for the smallest version that holds it. */
interface FittedText {
  readonly version: number;
  readonly segments: readonly QrSegment[];
  readonly capacity: number;
}

function fitted(text: string, level: QrLevel): FittedText {
  let segments: QrSegment[] = [];
  for (let version = 1; version <= 40; version += 1) {
    if (version === 1 || version === 10 || version === 27) segments = qrSegments(text, version);
    const capacity = dataBytes(version, level);
    const bits = segments.reduce((sum, segment) => sum + 4 + counterBits(segment.mode, version) + payloadBits(segment), 0);
    if (bits <= capacity * 8) return { version, segments, capacity };
  }
  throw new RangeError('the text is too long for a QR code');
}

/** The smallest version (1 to 40) that holds the text. Throws when none does. */
export const qrVersion = (text: string, level: QrLevel): number => fitted(text, level).version;

/** The smallest version that holds the text, and the bytes to be laid into it. Throws when none does. */
export function qrCodewords(text: string, level: QrLevel): { readonly version: number; readonly codewords: Uint8Array } {
  const { version, segments, capacity } = fitted(text, level);
  return { version, codewords: interleave(packed(segments, version, capacity), version, level) };
}

function payloadBits({ mode, bytes: { length } }: QrSegment): number {
  switch (mode) {
    case 'numeric': return Math.ceil((length * 10) / 3);
    case 'alphanumeric': return Math.ceil((length * 11) / 2);
    case 'byte': return length * 8;
  }
}

const MARKS: Readonly<Record<QrMode, number>> = { numeric: 1, alphanumeric: 2, byte: 4 };

function packed(segments: readonly QrSegment[], version: number, capacity: number): Uint8Array {
  const data = new Uint8Array(capacity);
  let at = 0;
  const put = (value: number, bits: number): void => {
    for (let bit = bits - 1; bit >= 0; bit -= 1, at += 1) {
      if (((value >> bit) & 1) === 1) data[at >> 3] = (data[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  };
  for (const segment of segments) {
    put(MARKS[segment.mode], 4);
    put(segment.bytes.length, counterBits(segment.mode, version));
    putSegment(segment, put);
  }
  // Four zeros end the text where there is room, then whole bytes, then two bytes in turn.
  at = Math.ceil(Math.min(capacity * 8, at + 4) / 8) * 8;
  return data.map((byte, index) => (index < at / 8 ? byte : (index - at / 8) % 2 === 0 ? 0xec : 0x11));
}

function putSegment({ mode, bytes }: QrSegment, put: (value: number, bits: number) => void): void {
  if (mode === 'byte') return bytes.forEach((byte) => put(byte, 8));
  const size = mode === 'numeric' ? 3 : 2;
  const base = mode === 'numeric' ? 10 : 45;
  for (let start = 0; start < bytes.length; start += size) {
    const group = bytes.subarray(start, start + size);
    const value = group.reduce((sum, byte) => sum * base + ALPHANUMERIC.indexOf(String.fromCharCode(byte)), 0);
    put(value, mode === 'numeric' ? group.length * 3 + 1 : group.length * 5 + 1);
  }
}

/** Cuts the data into blocks, gives each its check bytes, and deals both out in turn. */
function interleave(data: Uint8Array, version: number, level: QrLevel): Uint8Array {
  const count = BLOCKS[level][version - 1] ?? 1;
  const checkLength = CHECK_BYTES[level][version - 1] ?? 0;
  const shortLength = Math.floor(data.length / count);
  const shortBlocks = count - (data.length % count);
  const divisor = reedSolomonDivisor(checkLength);
  let start = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const block = data.subarray(start, start + shortLength + (index < shortBlocks ? 0 : 1));
    start += block.length;
    return { block, check: remainder(block, divisor) };
  });
  const result: number[] = [];
  for (let at = 0; at <= shortLength; at += 1) for (const { block } of blocks) if (at < block.length) result.push(block[at] ?? 0);
  for (let at = 0; at < checkLength; at += 1) for (const { check } of blocks) result.push(check[at] ?? 0);
  return Uint8Array.from(result);
}

/** Powers of two in the field of 256 elements with the polynomial 0x11d, twice over, and their logarithms. */
const POWERS = new Uint8Array(512);
const LOGARITHMS = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  POWERS[exponent] = value;
  POWERS[exponent + 255] = value;
  LOGARITHMS[value] = exponent;
  value = (value << 1) ^ (value >= 0x80 ? 0x11d : 0);
}

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : POWERS[(LOGARITHMS[a] ?? 0) + (LOGARITHMS[b] ?? 0)] ?? 0);

function reedSolomonDivisor(degree: number): Uint8Array {
  const divisor = new Uint8Array(degree);
  divisor[degree - 1] = 1;
  for (let exponent = 0; exponent < degree; exponent += 1) {
    const root = POWERS[exponent] ?? 0;
    for (let at = 0; at < degree; at += 1) divisor[at] = times(divisor[at] ?? 0, root) ^ (at + 1 < degree ? divisor[at + 1] ?? 0 : 0);
  }
  return divisor;
}

function remainder(data: Uint8Array, divisor: Uint8Array): Uint8Array {
  const check = new Uint8Array(divisor.length);
  for (const byte of data) {
    const factor = byte ^ (check[0] ?? 0);
    check.copyWithin(0, 1);
    check[check.length - 1] = 0;
    for (let at = 0; at < check.length; at += 1) check[at] = (check[at] ?? 0) ^ times(divisor[at] ?? 0, factor);
  }
  return check;
}
