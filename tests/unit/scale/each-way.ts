import { expect } from 'vitest';
import type { DecoderConfig } from '../../../electron/contract/scale-profile.ts';
import type { Reading } from '../../../electron/domain/reading.ts';
import { decodeInPieces, weightsOf } from './feeding.ts';

/** Decodes a stream whole, byte by byte and in odd chunks, demands the same readings each time and answers them. */
export function eachWay(key: string, text: string, config: DecoderConfig = {}): Reading[] {
  const bytes = Buffer.from(text, 'latin1');
  const whole = decodeInPieces(key, bytes, [], config);
  for (const sizes of [[1], [3], [5, 1, 7]]) expect(decodeInPieces(key, bytes, sizes, config)).toEqual(whole);
  return whole;
}

/** The only reading of a stream. */
export function only(key: string, text: string, config: DecoderConfig = {}): Reading | undefined {
  const readings = eachWay(key, text, config);
  expect(readings).toHaveLength(1);
  return readings[0];
}

/** The weights read from every beginning of a frame shorter than `length` bytes, each as a stream of its own. */
export function weightsOfBeginnings(key: string, text: string, length = text.length, config: DecoderConfig = {}): string[] {
  return Array.from({ length }, (_, end) => weightsOf(decodeInPieces(key, Buffer.from(text.slice(0, end), 'latin1'), [], config))).flat();
}

export const statuses = (readings: readonly Reading[]): string[] => readings.map((reading) => reading.status);

/** Bytes given as hexadecimal, one character a byte. */
export const fromHex = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').toString('latin1');

/** XOR of all characters. */
export const xorOfAll = (text: string): number => [...text].reduce((sum, character) => sum ^ character.charCodeAt(0), 0);

/** The text with its XOR behind it as two upper-case hexadecimal characters. */
export const withXorPair = (text: string): string => `${text}${xorOfAll(text).toString(16).toUpperCase().padStart(2, '0')}`;
