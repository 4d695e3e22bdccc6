import { deepStrictEqual } from 'node:assert';
import type { DecoderConfig } from '../../electron/contract/scale-profile.ts';
import { createDecoder } from '../../electron/core/devices/scale/protocols/protocol-table.ts';
import { scaleEncoders } from '../../electron/core/devices/simulator/scale-encoders.ts';
import { ScaleNoise } from '../../electron/core/devices/simulator/scale-noise.ts';
import type { Reading } from '../../electron/domain/reading.ts';
import { interleaved, row } from './measure.ts';
import type { BenchRow } from './measure.ts';
import { narrow, shapedFloor, shapes } from './scale-floor-shapes.ts';
import { floorLoops } from './scale-floor.ts';

const frames = 20_000;
const blocks = 15;
/** What a serial port hands over at once, about. */
const chunkBytes = 64;
const bound = 5;
const garbageBound = 2;

interface Case { readonly name: string; readonly protocol: string; readonly encoder: string; readonly config: DecoderConfig }
const cases: readonly Case[] = [
  { name: 'yaohua-tf0', protocol: 'yaohua-tf0', encoder: 'yaohua-tf0', config: { unit: 'kg' } },
  { name: 'toledo-continuous, 18 bytes', protocol: 'toledo-continuous', encoder: 'toledo-continuous', config: {} },
  { name: 'toledo-continuous, 17 bytes', protocol: 'toledo-continuous', encoder: 'toledo-continuous-17', config: {} },
  { name: 'st-gs', protocol: 'st-gs', encoder: 'st-gs', config: {} },
  { name: 'bcd-ff6', protocol: 'bcd-ff6', encoder: 'bcd-ff6', config: {} },
  { name: 'modbus-rtu', protocol: 'modbus-rtu', encoder: 'modbus-rtu', config: { unit: 'kg', type: 'float32be', decimals: 2 } },
  { name: 'usb-hid', protocol: 'usb-hid', encoder: 'usb-hid', config: {} },
  ...Object.keys(shapes).map((key) => ({ name: key, protocol: key, encoder: key, config: { unit: 'kg' } })),
];

/** A basket that settles, swings and changes: every frame is a good weight, few are equal. */
function readyFrames(encoder: string): Uint8Array[] {
  const encode = scaleEncoders[encoder];
  if (!encode) throw new Error(`no encoder ${encoder}`);
  const isNarrow = narrow.has(encoder);
  return Array.from({ length: frames }, (_, index) => encode({
    digits: isNarrow ? (index * 7_919) % 9_000 + 1 : (index * 7_919) % 100_000, tareDigits: index % 3 === 0 ? 90 : 0, decimals: 2, unit: 'kg', stable: isNarrow || index % 4 !== 0, net: index % 3 === 0,
    overload: false, underload: false,
  }));
}

function chunksOf(stream: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < stream.length; from += chunkBytes) chunks.push(stream.subarray(from, from + chunkBytes));
  return chunks;
}

function decodeAll(which: Case, chunks: readonly Uint8Array[]): Reading[] {
  const decoder = createDecoder(which.protocol, which.config);
  if (!decoder) throw new Error(`no protocol ${which.protocol}`);
  const readings: Reading[] = [];
  for (const chunk of chunks) for (const reading of decoder.push(chunk)) readings.push(reading);
  for (const reading of decoder.end()) readings.push(reading);
  return readings;
}

/** The same amount of noise on both sides: much before few frames, and little before many. */
const garbageBlocks = 7;
const garbage = { much: { frames: 256, noise: 1_024 }, little: { frames: 16_384, noise: 16 } } as const;

function noisy(which: Case, { frames: count, noise }: { readonly frames: number; readonly noise: number }): { chunks: Uint8Array[]; bytes: number } {
  const source = new ScaleNoise(7);
  const stream = Buffer.concat(readyFrames(which.encoder).slice(0, count).flatMap((frame) => [source.bytes(noise), frame]));
  return { chunks: chunksOf(stream), bytes: stream.length };
}

/** What a byte costs where much noise stands before each frame, against where little does: a decoder that looks back or starts over pays more the longer the noise is. */
async function garbageRow(which: Case): Promise<BenchRow> {
  const [much, little] = [noisy(which, garbage.much), noisy(which, garbage.little)];
  decodeAll(which, little.chunks);
  decodeAll(which, much.chunks);
  const figures = await interleaved(garbageBlocks, () => decodeAll(which, much.chunks), () => decodeAll(which, little.chunks));
  return row(`a byte of noise, ${which.name}`, figures.value / much.bytes * 1e6, figures.floor / little.bytes * 1e6, garbageBound, 'ns');
}

/** Each decoder, fed as a port feeds it, against a loop that is handed whole frames, checks them and builds the same readings. */
export async function benchScaleDecode(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const which of cases) {
    const ready = readyFrames(which.encoder);
    const chunks = chunksOf(Buffer.concat(ready));
    const walk = floorLoops[which.protocol] ?? shapedFloor(which.protocol);
    if (!walk) throw new Error(`no floor for ${which.protocol}`);
    // The first rounds warm both up and prove that they read the same.
    for (let round = 0; round < 3; round += 1) deepStrictEqual(decodeAll(which, chunks), walk(ready));
    const figures = await interleaved(blocks, () => decodeAll(which, chunks), () => walk(ready));
    rows.push(row(`decoding ${which.name}`, figures.value / frames * 1e3, figures.floor / frames * 1e3, bound, 'µs'));
  }
  for (const which of cases) rows.push(await garbageRow(which));
  return rows;
}
