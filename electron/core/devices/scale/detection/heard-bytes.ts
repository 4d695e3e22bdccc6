import type { Heard } from '../../../../contract/scale-detection.ts';
import type { LineSettings } from '../../../../contract/scale-profile.ts';

const TOP_BIT = 0x80;
const SAMPLE_BYTES = 64;
/** In percent: so much of a text is letters, digits and line ends, whatever the top bits say. */
const TEXT_SHARE = 90;
const PARITY_SHARE = 15;

const isText = (byte: number): boolean => (byte >= 0x20 && byte <= 0x7e) || byte === 0x0d || byte === 0x0a || byte === 0x02 || byte === 0x03;

function percentOf(bytes: Uint8Array, holds: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of bytes) if (holds(byte)) count += 1;
  return bytes.length === 0 ? 0 : (count * 100) / bytes.length;
}

/** What bytes sound like of which no frame could be made: text, text with strange top bits (seven bits and parity read as eight), or the noise of a wrong speed. */
export function soundOf(bytes: Uint8Array): Exclude<Heard, 'frames'> {
  if (bytes.length === 0) return 'nothing';
  if (percentOf(bytes, isText) >= TEXT_SHARE) return 'text';
  const isMasked = percentOf(bytes, (byte) => isText(byte & 0x7f)) >= TEXT_SHARE;
  return isMasked && percentOf(bytes, (byte) => byte >= TOP_BIT) >= PARITY_SHARE ? 'parity' : 'noise';
}

function onesIn(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * The settings with seven bits that the top bits of bytes read as eight give away: parity even or odd, or a second
 * stop bit, which is always set. Null where the top bits follow no rule.
 */
export function sevenBitLine(bytes: Uint8Array, heardAt: LineSettings): LineSettings | null {
  if (heardAt.dataBits !== 8 || heardAt.parity !== 'none' || !bytes.some((byte) => byte >= TOP_BIT)) return null;
  const { baudRate } = heardAt;
  if (bytes.every((byte) => byte >= TOP_BIT)) return { baudRate, dataBits: 7, parity: 'none', stopBits: 2 };
  if (bytes.every((byte) => onesIn(byte) % 2 === 0)) return { baudRate, dataBits: 7, parity: 'even', stopBits: 1 };
  return bytes.every((byte) => onesIn(byte) % 2 === 1) ? { baudRate, dataBits: 7, parity: 'odd', stopBits: 1 } : null;
}

/** The last bytes for a person to look at: text with a dot for what cannot be shown. */
export function sampleText(bytes: Uint8Array): string {
  return [...bytes.subarray(-SAMPLE_BYTES)].map((byte) => (byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : '·')).join('');
}

export function sampleOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(-SAMPLE_BYTES);
}
