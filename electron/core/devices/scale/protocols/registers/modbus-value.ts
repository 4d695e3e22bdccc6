import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import { pointedNumber } from '../../decoder/decimal-text.ts';

export type RegisterType = NonNullable<DecoderConfig['type']>;

const MOST_DECIMALS = 6;
/** No scale shows more; a larger number stands for a fault. */
const MOST_DIGITS = 9_999_999_999;

/** Bytes of data that one value takes. */
export function bytesOfType(type: RegisterType): 2 | 4 {
  return type === 'int16' || type === 'uint16' ? 2 : 4;
}

/** The number that ends the range of each type: indicators put it there when they cannot show the load. */
const ENDS: Readonly<Partial<Record<RegisterType, readonly [lowest: number | null, highest: number]>>> = {
  int16: [-0x8000, 0x7fff], uint16: [null, 0xffff], int32be: [-0x8000_0000, 0x7fff_ffff], int32le: [-0x8000_0000, 0x7fff_ffff], uint32be: [null, 0xffff_ffff], uint32le: [null, 0xffff_ffff],
};

/** What stands in the registers: a value as the scale shows it, the end of the type's range, or no number at all. */
export type RegisterValue = { readonly value: string } | 'overload' | 'underload' | 'not_weight';

/**
 * The value in the registers from `at` on. `le` has the low word first, each word high byte first. A floating value is shown with
 * the site's decimals, else with as many as tell it from its neighbours (7.86, not 7.8600001).
 */
export function registerValue(bytes: Uint8Array, at: number, type: RegisterType, decimals: number | undefined): RegisterValue {
  const number = numberAt(bytes, at, type);
  if (type.startsWith('float')) {
    const value = floatValue(number, decimals);
    return value === null ? 'not_weight' : { value };
  }
  const [lowest, highest] = ENDS[type] ?? [null, null];
  if (number === highest) return 'overload';
  if (number === lowest) return 'underload';
  return { value: wholeValue(number, decimals ?? 0) };
}

function numberAt(bytes: Uint8Array, at: number, type: RegisterType): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytesOfType(type));
  if (type === 'int16') return view.getInt16(0);
  if (type === 'uint16') return view.getUint16(0);
  const words = new DataView(new ArrayBuffer(4));
  const isLowFirst = type.endsWith('le');
  words.setUint16(0, view.getUint16(isLowFirst ? 2 : 0));
  words.setUint16(2, view.getUint16(isLowFirst ? 0 : 2));
  if (type.startsWith('float')) return words.getFloat32(0);
  return type.startsWith('uint') ? words.getUint32(0) : words.getInt32(0);
}

function wholeValue(digits: number, decimals: number): string {
  return pointedNumber(Math.abs(digits), decimals, digits < 0);
}

/** A device's binary fraction becomes decimal digits here, once, and stays decimal from then on. */
function floatValue(value: number, decimals: number | undefined): string | null {
  if (!Number.isFinite(value)) return null;
  const size = Math.abs(value);
  for (let places = decimals ?? 0; places <= (decimals ?? MOST_DECIMALS); places += 1) {
    const power = 10 ** places;
    const digits = Math.round(size * power);
    if (digits > MOST_DIGITS) return null;
    if (decimals !== undefined || Math.fround(digits / power) === size) return pointedNumber(digits, places, value < 0 && digits > 0);
  }
  return null;
}
