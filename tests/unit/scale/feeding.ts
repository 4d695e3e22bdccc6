import type { Reading } from '../../../electron/domain/reading.ts';
import type { DecoderConfig } from '../../../electron/contract/scale-profile.ts';
import { createDecoder } from '../../../electron/core/devices/scale/protocols/protocol-table.ts';

/** Feeds a stream in pieces of the given sizes, over and over; the whole at once when there are none. */
export function decodeInPieces(key: string, bytes: Uint8Array, sizes: readonly number[] = [], config: DecoderConfig = {}): Reading[] {
  const decoder = createDecoder(key, config);
  if (decoder === null) throw new Error(`no protocol ${key}`);
  const readings: Reading[] = [];
  let turn = 0;
  for (let from = 0; from < bytes.length;) {
    const size = sizes.length === 0 ? bytes.length : (sizes[turn % sizes.length] ?? 1);
    readings.push(...decoder.push(bytes.subarray(from, from + size)));
    from += size;
    turn += 1;
  }
  return [...readings, ...decoder.end()];
}

export function decodeHex(key: string, hex: string, config: DecoderConfig = {}): Reading[] {
  return decodeInPieces(key, Buffer.from(hex.replaceAll(' ', ''), 'hex'), [], config);
}

export function decodeText(key: string, text: string, config: DecoderConfig = {}): Reading[] {
  return decodeInPieces(key, Buffer.from(text, 'latin1'), [], config);
}

export function weightsOf(readings: readonly Reading[]): string[] {
  return readings.filter((reading) => reading.status === 'ok').map((reading) => `${reading.value ?? ''} ${reading.unit ?? ''}`.trim());
}
