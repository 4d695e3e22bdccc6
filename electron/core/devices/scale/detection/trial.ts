import type { DecoderConfig } from '../../../../contract/scale-profile.ts';
import type { Reading } from '../../../../domain/reading.ts';
import type { ScaleProtocol } from '../protocols/protocol.ts';
import { isNoise } from '../session/line-quality.ts';

/** How well one way of reading fits what was heard. */
export interface Fit {
  readonly protocol: ScaleProtocol;
  readonly config: DecoderConfig;
  /** Percent of the bytes that belong to sound frames. */
  readonly share: number;
  readonly frames: number;
  /** The sound readings in their order. */
  readonly readings: readonly Reading[];
}

const LEAST_SHARE = 80;
const LEAST_FRAMES = 3;
/** Line ends and the byte behind a frame belong to it, though its reading does not show them. */
const BYTES_BEHIND = 2;
/** Readings that only a scale gives that weighs; an error code or a count alone proves no protocol. */
const WEIGHING: ReadonlySet<Reading['status']> = new Set(['ok', 'overload', 'underload', 'unstable']);

/** The ways of reading worth a try: as the protocol stands, with a decimal comma, and without the top bit where top bits came. */
export function configsOf(protocol: ScaleProtocol, bytes: Uint8Array): DecoderConfig[] {
  const configs: DecoderConfig[] = [{}];
  if (protocol.configKeys.includes('decimal') && bytes.includes(0x2c)) configs.push({ decimal: ',' });
  if (!protocol.configKeys.includes('strip_parity') || !bytes.some((byte) => byte >= 0x80)) return configs;
  return [...configs, ...configs.map((config) => ({ ...config, strip_parity: true }))];
}

/** The first way of reading under which the frames of this protocol make up the stream; null where none does. */
export function fitOf(protocol: ScaleProtocol, bytes: Uint8Array): Fit | null {
  for (const config of configsOf(protocol, bytes)) {
    const fit = measure(protocol, config, bytes);
    if (fit.share >= LEAST_SHARE && fit.frames >= LEAST_FRAMES) return fit;
  }
  return null;
}

/**
 * Share of sound bytes and number of sound frames. The cut frames at both ends of the stretch count for nothing, and
 * neither does what no reading speaks of.
 */
export function measure(protocol: ScaleProtocol, config: DecoderConfig, bytes: Uint8Array): Fit {
  const decoder = protocol.decoder(config);
  const all = [...decoder.push(bytes), ...decoder.end()];
  const sound = all.filter((reading) => !isNoise(reading));
  const ends = all.length === 0 ? 0 : cutBytes(all[0], protocol) + (all.length > 1 ? cutBytes(all.at(-1), protocol) : 0);
  const total = bytes.length - ends;
  const noise = sumOf(all.filter(isNoise)) - ends;
  const framed = sumOf(sound) + sound.length * BYTES_BEHIND;
  const counted = Math.max(0, Math.min(framed, total - noise));
  const weighs = sound.some((reading) => WEIGHING.has(reading.status));
  return { protocol, config, share: total <= 0 ? 0 : Math.floor((counted * 100) / total), frames: weighs ? sound.length : 0, readings: sound };
}

function cutBytes(reading: Reading | undefined, protocol: ScaleProtocol): number {
  if (reading === undefined || !isNoise(reading)) return 0;
  const length = lengthOf(reading);
  return length <= protocol.frameBytes ? length : 0;
}

function sumOf(readings: readonly Reading[]): number {
  return readings.reduce((sum, reading) => sum + lengthOf(reading), 0);
}

/** Bytes of a reading: two figures each and a blank between them. */
function lengthOf(reading: Reading): number {
  return (reading.raw.length + 1) / 3;
}

/** All ways of reading that fit: the firmest check first, then the larger share. A site expression stands last. */
export function fitsOf(protocols: readonly ScaleProtocol[], bytes: Uint8Array): Fit[] {
  const fits = protocols.flatMap((protocol) => fitOf(protocol, bytes) ?? []);
  fits.sort((one, other) => Number(isGeneric(one)) - Number(isGeneric(other)) || one.protocol.equalFrames - other.protocol.equalFrames || other.share - one.share);
  return fits;
}

function isGeneric(fit: Fit): boolean {
  return fit.protocol.configKeys.includes('expression');
}

/** Shorter frames of figures without any check may be the noise of another speed, over and over. */
const LONG_FRAME = 10;

/** Whether what fits needs no further look: a check holds, lines of text have the shape of a protocol, or every byte of a long frame has its place. */
export function isConvincing(fits: readonly Fit[]): boolean {
  return fits.some((fit) => fit.protocol.equalFrames < 3 || (!isGeneric(fit) && fit.readings.every((reading) => lengthOf(reading) >= LONG_FRAME || isReadable(reading.raw))));
}

function isReadable(raw: string): boolean {
  return raw.split(' ').every((pair) => {
    const byte = Number.parseInt(pair, 16) & 0x7f;
    return byte >= 0x20 || byte === 0x02 || byte === 0x03 || byte === 0x0d || byte === 0x0a;
  });
}
