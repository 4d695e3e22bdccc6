import type { DecoderConfig } from '../../../contract/scale-profile.ts';
import type { RecheckOutcome } from '../../../contract/ticket-proof.ts';
import { toGrams } from '../../../domain/mass.ts';
import type { Reading } from '../../../domain/reading.ts';
import { parseHex } from './decoder/hex.ts';
import { massUnitOf } from './decoder/unit-text.ts';
import type { ScaleProtocol } from './protocols/protocol.ts';
import { protocolOf } from './protocols/protocol-table.ts';

/** A weight as it was written down when it was taken; the unit is a unit of mass. */
export interface StoredWeight { readonly value: string; readonly unit: string; readonly grams: number }

/** What the kept frames say today. */
export interface Recheck {
  readonly outcome: RecheckOutcome;
  /** The weight the frames give: of the first frame that disagrees, else of the last one; null where none can be read. */
  readonly read: StoredWeight | null;
  /** What the decoder makes of each kept frame, in their order. */
  readonly frames: readonly (Reading | null)[];
}

const lastShown = (readings: readonly Reading[]): Reading | null => readings.findLast((reading) => reading.status === 'ok') ?? readings.at(-1) ?? null;

function decodeEach(protocol: ScaleProtocol, config: DecoderConfig, frames: readonly Uint8Array[]): readonly (Reading | null)[] {
  const alone = frames.map((bytes) => {
    const decoder = protocol.decoder(config);
    return lastShown([...decoder.push(bytes), ...decoder.end()]);
  });
  if (alone.some((reading) => reading?.status === 'ok')) return alone;
  // A format without marks of its own is only known by the frame that follows.
  const decoder = protocol.decoder(config);
  const together = [...frames.flatMap((bytes) => decoder.push(bytes)), ...decoder.end()].filter((reading) => reading.status === 'ok');
  return together.length === 0 ? alone : frames.map((_, index) => together[Math.min(index, together.length - 1)] ?? null);
}

function weightOf(reading: Reading | null): StoredWeight | null {
  if (reading?.status !== 'ok' || reading.value === null || reading.unit === null) return null;
  const unit = massUnitOf(reading.unit);
  const mass = unit === null ? null : toGrams(reading.value, unit);
  return unit === null || mass === null ? null : { value: reading.value, unit, grams: mass.wholeGrams };
}

/**
 * Decodes the kept frames of a weight again and compares each with what was written down. Pure: the same frames, protocol and settings of the
 * decoder give the same answer on any computer, so a member's adviser can repeat it.
 */
export function recheckFrames(protocolKey: string, config: DecoderConfig, raw: readonly string[], stored: StoredWeight): Recheck {
  const protocol = protocolOf(protocolKey);
  if (protocol === null) return { outcome: 'unknown_protocol', read: null, frames: [] };
  if (raw.length === 0) return { outcome: 'no_frames', read: null, frames: [] };
  const frames = decodeEach(protocol, config, raw.map((text) => parseHex(text) ?? new Uint8Array()));
  const weights = frames.map(weightOf);
  const odd = weights.find((weight) => weight !== null && (weight.grams !== stored.grams || weight.value !== stored.value || weight.unit !== stored.unit));
  if (odd) return { outcome: 'differs', read: odd, frames };
  return { outcome: weights.includes(null) ? 'unreadable' : 'agrees', read: weights.findLast((weight) => weight !== null) ?? null, frames };
}
