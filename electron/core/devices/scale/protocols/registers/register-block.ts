import type { DecoderConfig } from '../../../../../contract/scale-profile.ts';
import { bytesOfType } from './modbus-value.ts';

/** Function 03 and 04 answer no more registers at once. */
const MOST_REGISTERS = 125;

/** The registers that are asked for together, and where in the answer each thing stands, in bytes. */
export interface RegisterBlock {
  readonly first: number;
  readonly count: number;
  readonly valueAt: number;
  /** Null where the site names no such register. */
  readonly statusAt: number | null;
  readonly decimalsAt: number | null;
}

/**
 * Weight, status and decimals in one question: read one after the other they could belong to two weights. Null where they lie
 * too far apart for one answer, or beyond the last register.
 */
export function registerBlock({ register = 0, type = 'int16', status_register: status, decimals_register: decimals }: DecoderConfig): RegisterBlock | null {
  const words = bytesOfType(type) / 2;
  const first = Math.min(register, status ?? register, decimals ?? register);
  const last = Math.max(register + words - 1, status ?? 0, decimals ?? 0);
  const count = last - first + 1;
  if (count > MOST_REGISTERS || last > 0xffff) return null;
  const at = (place: number | undefined): number | null => (place === undefined ? null : (place - first) * 2);
  return { first, count, valueAt: (register - first) * 2, statusAt: at(status), decimalsAt: at(decimals) };
}

type Masks = Pick<DecoderConfig, 'overload_mask' | 'underload_mask' | 'fault_mask' | 'unstable_mask' | 'stable_mask' | 'net_mask'>;

/** What the status word says of the weight beside it. */
export interface RegisterStatus {
  readonly status: 'ok' | 'overload' | 'underload' | 'error';
  /** Null where the site names no bit for it. */
  readonly stable: boolean | null;
  readonly net: boolean | null;
}

/** Reads the bits that the site has named; null for no status register. A fault outranks the range, and the range the weight. */
export function registerStatus(word: number | null, masks: Masks): RegisterStatus {
  if (word === null) return { status: 'ok', stable: null, net: null };
  const isSet = (mask: number | undefined): boolean => mask !== undefined && (word & mask) !== 0;
  const status = isSet(masks.fault_mask) ? 'error' : isSet(masks.overload_mask) ? 'overload' : isSet(masks.underload_mask) ? 'underload' : 'ok';
  const tells = masks.unstable_mask !== undefined || masks.stable_mask !== undefined;
  const moves = isSet(masks.unstable_mask) || (masks.stable_mask !== undefined && !isSet(masks.stable_mask));
  return { status, stable: tells ? !moves : null, net: masks.net_mask === undefined ? null : isSet(masks.net_mask) };
}

/** The figures of a word that a mask cuts out, moved down to the lowest place: `0xf800` of 0x1000 is 2. */
export function maskedNumber(word: number, mask = 0xffff): number {
  if (mask === 0) return 0;
  const lowest = mask & -mask;
  return Math.floor((word & mask) / lowest);
}
