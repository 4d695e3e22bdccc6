import { dataModules, type QrLevel } from './qr-codewords.ts';

/** The square of a code while it is filled: 1 is dark; `fixed` modules belong to the patterns and take no mask. */
interface Square {
  readonly size: number;
  readonly dark: Uint8Array;
  readonly fixed: Uint8Array;
}

const LEVEL_BITS: Readonly<Record<QrLevel, number>> = { L: 1, M: 0, Q: 3, H: 2 };

/** The eight masks (ISO/IEC 18004, table 10). */
const MASKS: ReadonlyArray<(x: number, y: number) => boolean> = [
  (x, y) => (x + y) % 2 === 0, (_, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0, (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Lays the bytes into the square of their version and takes the mask that scanners like best. */
export function qrModules(version: number, level: QrLevel, codewords: Uint8Array): { readonly size: number; readonly dark: Uint8Array } {
  const size = version * 4 + 17;
  const square: Square = { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
  drawPatterns(square, version);
  layCodewords(square, codewords, dataModules(version));
  let best: Uint8Array | null = null;
  let least = Infinity;
  for (const [mask, turns] of MASKS.entries()) {
    const masked: Square = { ...square, dark: Uint8Array.from(square.dark) };
    masked.fixed.forEach((fixed, at) => { if (fixed === 0 && turns(at % size, Math.floor(at / size))) masked.dark[at] = 1 - (masked.dark[at] ?? 0); });
    drawFormat(masked, level, mask);
    const penalty = penaltyOf(masked);
    if (penalty >= least) continue;
    least = penalty;
    best = masked.dark;
  }
  return { size, dark: best ?? square.dark };
}

function set({ size, dark, fixed }: Square, x: number, y: number, isDark: boolean): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return;
  dark[y * size + x] = isDark ? 1 : 0;
  fixed[y * size + x] = 1;
}

function drawPatterns(square: Square, version: number): void {
  const { size } = square;
  for (let at = 0; at < size; at += 1) {
    set(square, 6, at, at % 2 === 0);
    set(square, at, 6, at % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) drawRings(square, x, y, 4);
  const places = alignmentPlaces(version);
  const last = places.length - 1;
  places.forEach((x, column) => places.forEach((y, line) => {
    if (!((column === 0 && line === 0) || (column === 0 && line === last) || (column === last && line === 0))) drawRings(square, x, y, 2);
  }));
  drawFormat(square, 'L', 0);
  drawVersion(square, version);
}

/** A finder of radius 4 with its white edge, or an alignment mark of radius 2. */
function drawRings(square: Square, x: number, y: number, radius: number): void {
  for (let dy = -radius; dy <= radius; dy += 1) {
    for (let dx = -radius; dx <= radius; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(square, x + dx, y + dy, radius === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
    }
  }
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const size = version * 4 + 17;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - index * step).toReversed()];
}

/** What is left of a value after division by a polynomial, both of them bits. */
function bitRemainder(value: number, bits: number, polynomial: number): number {
  let rest = value;
  for (let step = 0; step < bits; step += 1) rest = (rest << 1) ^ ((rest >> (bits - 1)) * polynomial);
  return rest;
}

function drawFormat(square: Square, level: QrLevel, mask: number): void {
  const { size } = square;
  const value = (LEVEL_BITS[level] << 3) | mask;
  const bits = ((value << 10) | bitRemainder(value, 10, 0x537)) ^ 0x5412;
  const isSet = (bit: number): boolean => ((bits >> bit) & 1) === 1;
  for (let bit = 0; bit < 15; bit += 1) {
    if (bit < 8) set(square, 8, bit < 6 ? bit : bit + 1, isSet(bit));
    else set(square, bit === 8 ? 7 : 14 - bit, 8, isSet(bit));
    if (bit < 8) set(square, size - 1 - bit, 8, isSet(bit));
    else set(square, 8, size - 15 + bit, isSet(bit));
  }
  set(square, 8, size - 8, true);
}

function drawVersion(square: Square, version: number): void {
  if (version < 7) return;
  const bits = (version << 12) | bitRemainder(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const [long, short] = [square.size - 11 + (bit % 3), Math.floor(bit / 3)];
    const isDark = ((bits >> bit) & 1) === 1;
    set(square, long, short, isDark);
    set(square, short, long, isDark);
  }
}

/** Two columns at a time from the right, up and down in turn, around the patterns. */
function layCodewords({ size, dark, fixed }: Square, codewords: Uint8Array, modules: number): void {
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y * size + x] === 1 || bit >= modules) continue;
        dark[y * size + x] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit += 1;
      }
    }
  }
}

/** How hard a square is to read (ISO/IEC 18004, 7.8.3): long runs, blocks of one colour, what looks like a finder, too much of one colour. */
function penaltyOf({ size, dark }: Square): number {
  let penalty = 0;
  let darkCount = 0;
  for (let line = 0; line < size; line += 1) penalty += linePenalty(dark, size, line * size, 1) + linePenalty(dark, size, line, size);
  for (let at = 0; at < size * size; at += 1) {
    const colour = dark[at] ?? 0;
    darkCount += colour;
    if (at % size < size - 1 && at < size * (size - 1) && dark[at + 1] === colour && dark[at + size] === colour && dark[at + size + 1] === colour) penalty += 3;
  }
  return penalty + Math.floor(Math.abs(darkCount * 20 - size * size * 10) / (size * size)) * 10;
}

/** A finder seen from the side, with its white before or behind: 1:1:3:1:1 and four. */
const LIKE_FINDER: ReadonlySet<number> = new Set([0b10111010000, 0b00001011101]);

function linePenalty(dark: Uint8Array, size: number, start: number, step: number): number {
  let penalty = 0;
  let run = 0;
  let former = -1;
  let seen = 0;
  for (let index = 0, at = start; index < size; index += 1, at += step) {
    const colour = dark[at] ?? 0;
    run = colour === former ? run + 1 : 1;
    former = colour;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty += 1;
    seen = ((seen << 1) | colour) & 0x7ff;
    if (index >= 10 && LIKE_FINDER.has(seen)) penalty += 40;
  }
  return penalty;
}
