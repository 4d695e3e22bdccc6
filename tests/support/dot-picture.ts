import { PNG } from 'pngjs';

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

/** PNG of the picture, as a scanner would see the paper. */
export function picturePng(picture: DotPicture): Buffer {
  const png = new PNG({ width: picture.width, height: picture.height });
  picture.black.forEach((black, at) => { png.data.set(black === 1 ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4); });
  return PNG.sync.write(png);
}

/** Reads a black and white PNG back. */
export function readPicture(bytes: Buffer): DotPicture {
  const png = PNG.sync.read(bytes);
  const picture = emptyPicture(png.width, png.height);
  for (let at = 0; at < picture.black.length; at += 1) picture.black[at] = (png.data[at * 4] ?? 255) < 128 ? 1 : 0;
  return picture;
}
