import { hexText } from '../../electron/core/devices/scale/decoder/hex.ts';
import type { Reading } from '../../electron/domain/reading.ts';

/** Where the figures of a ready frame stand, and what else of it has to be looked at. */
interface Shape {
  /** First place of the number and the place behind it. */
  readonly number: readonly [number, number];
  readonly lowFirst?: boolean;
  /** Two hexadecimal characters behind these places hold their XOR. */
  readonly xorPair?: readonly [number, number];
  /** One byte behind these places holds their XOR. */
  readonly xorByte?: readonly [number, number];
  readonly decimals?: number;
  /** Bytes of the line end, which are no evidence. */
  readonly ends?: number;
  readonly unit?: 'kg' | 'g';
  stable?(bytes: Uint8Array): boolean;
  net?(bytes: Uint8Array): boolean;
}

/** One floor a protocol; those that show less than 100 kg or no moving weight get other frames (`narrow`). */
export const shapes: Readonly<Record<string, Shape>> = {
  'yaohua-cmd-reply': { number: [4, 10], xorPair: [1, 11], net: (bytes) => bytes[2] === 0x44 },
  'yaohua-eq-lsb': { number: [1, 8], lowFirst: true },
  'yaohua-eq-msb': { number: [2, 9] },
  'yaohua-eq-price': { number: [2, 9] },
  'yaohua-a12e-wg': { number: [2, 9], xorPair: [0, 11], ends: 2, net: (bytes) => bytes[1] === 0x4e },
  'yaohua-a12-ww': { number: [2, 9], ends: 2, net: (bytes) => bytes[1] === 0x6e },
  'toledo-8217': { number: [1, 7], decimals: 3, stable: () => true, net: (bytes) => bytes[7] === 0x4e },
  'stx-decimal-cr': { number: [1, 8] },
  'ricelake-485': { number: [2, 10] },
  'cas-22': { number: [9, 17], stable: (bytes) => bytes[0] === 0x53, net: (bytes) => bytes[3] === 0x4e },
  'cas-enq': { number: [4, 10], xorByte: [2, 12], stable: (bytes) => bytes[2] === 0x53 },
  'and-st': { number: [4, 12], ends: 2, stable: (bytes) => bytes[0] === 0x53 },
  'shuangjie-14': { number: [1, 9], ends: 2 },
  'dibal-tisa': { number: [3, 8], xorByte: [0, 15], decimals: 0, unit: 'g', ends: 2 },
  'mt-sics': { number: [4, 14], ends: 2, stable: (bytes) => bytes[2] === 0x53 },
  'kern-kcp': { number: [4, 14], ends: 2, stable: (bytes) => bytes[2] === 0x53 },
  ohaus: { number: [0, 10], ends: 2, stable: (bytes) => bytes[15] === 0x20, net: (bytes) => bytes[16] === 0x4e },
  'sartorius-sbi': { number: [2, 10], ends: 2, stable: (bytes) => bytes[11] !== 0x20 },
  radwag: { number: [6, 15], ends: 2, stable: (bytes) => bytes[3] === 0x20 },
  sma: { number: [6, 16], stable: (bytes) => bytes[4] !== 0x4d, net: (bytes) => bytes[3] === 0x4e },
  nci: { number: [1, 8], stable: (bytes) => ((bytes[12] ?? 0) & 1) === 0, net: (bytes) => ((bytes[14] ?? 0) & 4) !== 0 },
  'dini-argeo': { number: [6, 14], ends: 2, stable: (bytes) => bytes[0] === 0x53, net: (bytes) => bytes[3] === 0x4e },
  condec: { number: [2, 9], ends: 1, stable: (bytes) => bytes[11] !== 0x4d, net: (bytes) => bytes[10] === 0x4e },
  pt200: { number: [2, 9], stable: (bytes) => bytes[10] === 0x20, net: (bytes) => bytes[9] === 0x4e },
  'gram-pc0': { number: [3, 10], stable: (bytes) => ((bytes[1] ?? 0) - 0x20 & 0x40) !== 0, net: (bytes) => ((bytes[1] ?? 0) - 0x20 & 1) === 0 },
  'generic-line': { number: [0, 8], ends: 2 },
};

/** Protocols whose frames show at most 99.999 kg, or no weight that is zero or moves. */
export const narrow: ReadonlySet<string> = new Set(['toledo-8217', 'dibal-tisa', 'usb-hid']);

const POWERS = [1, 10, 100, 1_000] as const;

function shown(figures: number, decimals: number): string {
  const power = POWERS[decimals] ?? 1;
  return decimals === 0 ? String(figures) : `${Math.floor(figures / power)}.${String(figures % power).padStart(decimals, '0')}`;
}

function figuresOf(bytes: Uint8Array, { number: [from, to], lowFirst }: Shape): number {
  let value = 0;
  for (let step = 0; step < to - from; step += 1) {
    const byte = bytes[lowFirst === true ? to - 1 - step : from + step] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) value = value * 10 + byte - 0x30;
  }
  return value;
}

function checkSum(bytes: Uint8Array, [from, to]: readonly [number, number], isPair: boolean): void {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum ^= bytes[index] ?? 0;
  const found = isPair ? Number.parseInt(String.fromCharCode(bytes[to] ?? 0, bytes[to + 1] ?? 0), 16) : bytes[to];
  if (found !== sum) throw new Error('a ready frame holds its sum');
}

function readShaped(bytes: Uint8Array, shape: Shape): Reading {
  if (shape.xorPair) checkSum(bytes, shape.xorPair, true);
  if (shape.xorByte) checkSum(bytes, shape.xorByte, false);
  const { decimals = 2, unit = 'kg', ends = 0 } = shape;
  const figures = figuresOf(bytes, shape);
  return {
    value: shown(figures, decimals), unit, grams: String(unit === 'g' ? figures : figures * (POWERS[3 - decimals] ?? 1)), stable: shape.stable?.(bytes) ?? null, net: shape.net?.(bytes) ?? null,
    tare: null, status: 'ok', raw: hexText(bytes, 0, bytes.length - ends),
  };
}

/** The least that a reading costs when the frame lies ready, for the protocols that differ by the places of their figures only. */
export function shapedFloor(protocol: string): ((frames: readonly Uint8Array[]) => Reading[]) | null {
  const shape = shapes[protocol];
  if (!shape) return null;
  return (frames) => {
    const readings: Reading[] = [];
    for (const frame of frames) readings.push(readShaped(frame, shape));
    return readings;
  };
}
