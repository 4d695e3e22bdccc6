import { hexText } from '../../electron/core/devices/scale/decoder/hex.ts';
import type { Reading } from '../../electron/domain/reading.ts';

type Walk = (frames: readonly Uint8Array[]) => Reading[];

/** Two decimals of a kilogram as shown: `7.86`. */
const shown = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

const reading = (hundredths: number, raw: string, stable: boolean | null, net: boolean | null, tare: string | null): Reading =>
  ({ value: shown(hundredths), unit: 'kg', grams: String(hundredths * 10), stable, net, tare, status: 'ok', raw });

function digits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) value = value * 10 + byte - 0x30;
    else if (byte !== 0x20 && byte !== 0x2e) throw new Error('a ready frame holds digits');
  }
  return value;
}

const nibble = (value: number): number => value + (value < 10 ? 0x30 : 0x37);

function yaohua(bytes: Uint8Array): Reading {
  let sum = 0;
  for (let index = 1; index <= 8; index += 1) sum ^= bytes[index] ?? 0;
  if (bytes[9] !== nibble(sum >> 4) || bytes[10] !== nibble(sum & 15)) throw new Error('a ready frame holds its sum');
  return reading(digits(bytes, 2, 8), hexText(bytes), null, null, null);
}

function toledo(bytes: Uint8Array): Reading {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  if (bytes.length === 18 && (sum & 0x7f) !== 0) throw new Error('a ready frame holds its sum');
  const status = bytes[2] ?? 0;
  return reading(digits(bytes, 4, 10), hexText(bytes), (status & 8) === 0, (status & 1) !== 0, shown(digits(bytes, 10, 16)));
}

function stGs(bytes: Uint8Array): Reading {
  if (bytes[2] !== 0x2c || bytes[5] !== 0x2c || bytes[14] !== 0x6b || bytes[15] !== 0x67) throw new Error('a ready frame holds its commas and its unit');
  return reading(digits(bytes, 7, 14), hexText(bytes, 0, bytes.length - 2), bytes[0] === 0x53, bytes[3] === 0x4e, null);
}

function bcd(bytes: Uint8Array): Reading {
  if (bytes[0] !== 0xff || bytes[5] !== 0) throw new Error('a ready frame has its head and its unit');
  const packed = (byte = 0): number => (byte >> 4) * 10 + (byte & 15);
  return reading(packed(bytes[4]) * 10_000 + packed(bytes[3]) * 100 + packed(bytes[2]), hexText(bytes), ((bytes[1] ?? 0) & 0x40) !== 0, null, null);
}

/** Function, count and sum stand; the value is a binary fraction in hundredths. */
function modbus(bytes: Uint8Array): Reading {
  let sum = 0xffff;
  for (let index = 0; index < bytes.length - 2; index += 1) {
    sum ^= bytes[index] ?? 0;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >> 1 : (sum >> 1) ^ 0xa001;
  }
  if (bytes[1] !== 3 || bytes[7] !== (sum & 0xff) || bytes[8] !== sum >> 8) throw new Error('a ready frame holds its sum');
  return reading(Math.round(new DataView(bytes.buffer, bytes.byteOffset).getFloat32(3) * 100), hexText(bytes), null, null, null);
}

function hid(bytes: Uint8Array): Reading {
  if (bytes[0] !== 3 || bytes[2] !== 3) throw new Error('a ready report has its id and its unit');
  return reading((bytes[4] ?? 0) + 256 * (bytes[5] ?? 0), hexText(bytes), bytes[1] !== 3, null, null);
}

const walkWith = (read: (bytes: Uint8Array) => Reading): Walk => (frames) => {
  const readings: Reading[] = [];
  for (const frame of frames) readings.push(read(frame));
  return readings;
};

/** The least that a reading of each protocol costs when the frame lies ready: check it, read the figures, build the object. */
export const floorLoops: Readonly<Record<string, Walk>> = { 'yaohua-tf0': walkWith(yaohua), 'toledo-continuous': walkWith(toledo), 'st-gs': walkWith(stGs), 'bcd-ff6': walkWith(bcd), 'modbus-rtu': walkWith(modbus), 'usb-hid': walkWith(hid) };
