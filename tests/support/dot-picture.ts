import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { Bitmap } from '../../electron/core/documents/bitmap.ts';

/** A black and white picture rebuilt by a test-side parser; one byte a dot, so that it shares nothing with the packed form of the writers. */
export interface DotPicture {
  readonly width: number;
  readonly height: number;
  readonly black: Uint8Array;
}

export function emptyPicture(width: number, height: number): DotPicture {
  return { width, height, black: new Uint8Array(width * height) };
}

export function paint(picture: DotPicture, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) throw new RangeError(`a dot outside the paper: ${x},${y} of ${picture.width}x${picture.height}`);
  picture.black[y * picture.width + x] = 1;
}

/** A picture of the writers, one byte a dot. */
export function bitmapDots({ widthDots, heightDots, bytesPerRow, data }: Bitmap): DotPicture {
  const picture = emptyPicture(widthDots, heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) picture.black[y * widthDots + x] = ((data[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  }
  return picture;
}

/** The picture as a camera would see the paper: four bytes a dot. */
export function pictureData({ black }: DotPicture): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(black.length * 4).fill(255);
  for (let at = 0; at < black.length; at += 1) if (black[at] === 1) data.fill(0, at * 4, at * 4 + 3);
  return data;
}

/** PNG of the picture, as a scanner would see the paper. */
export function picturePng(picture: DotPicture): Buffer {
  const png = new PNG({ width: picture.width, height: picture.height });
  png.data.set(pictureData(picture));
  return PNG.sync.write(png);
}

/** Reads a black and white PNG back. Those of one bit a dot, which previews are, are read without the library: it takes twenty times as long for them. */
export function readPicture(bytes: Buffer): DotPicture {
  return readOneBit(bytes) ?? readAnyDepth(bytes);
}

/** The dots of a grey picture with one bit a dot and no filters, after the PNG specification; null for any other. */
function readOneBit(bytes: Buffer): DotPicture | null {
  const [width, height, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.subarray(24, 29)];
  if (!kind.equals(Buffer.from([1, 0, 0, 0, 0]))) return null;
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const pitch = 1 + Math.ceil(width / 8);
  const picture = emptyPicture(width, height);
  for (let y = 0; y < height; y += 1) {
    if (rows[y * pitch] !== 0) return null;
    for (let x = 0; x < width; x += 1) picture.black[y * width + x] = 1 - (((rows[y * pitch + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1);
  }
  return picture;
}

/** The same by the library, for any PNG. */
export function readAnyDepth(bytes: Buffer): DotPicture {
  const png = PNG.sync.read(bytes);
  const picture = emptyPicture(png.width, png.height);
  for (let at = 0; at < picture.black.length; at += 1) picture.black[at] = (png.data[at * 4] ?? 255) < 128 ? 1 : 0;
  return picture;
}
