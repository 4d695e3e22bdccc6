import { loadImage, createCanvas } from '@napi-rs/canvas';
import type { SlipLogo } from '../../contract/slip-layout.ts';
import { blankBitmap, burnDot } from './bitmap.ts';

const MOST_WIDE = 384;
const MOST_HIGH = 240;
/** A dot burns where the picture over white is darker than this (of 255). */
const DARK_BELOW = 150;

/** Reduces a PNG or a JPEG to dots: never enlarged, no wider than narrow paper, on white where it is clear. Throws where the bytes are no picture. */
export async function logoDots(picture: Uint8Array): Promise<SlipLogo> {
  const image = await loadImage(Buffer.from(picture));
  const scale = Math.min(1, MOST_WIDE / image.width, MOST_HIGH / image.height);
  const widthDots = Math.max(8, Math.round(image.width * scale));
  const heightDots = Math.max(1, Math.round(image.height * scale));
  const context = createCanvas(widthDots, heightDots).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthDots, heightDots);
  context.drawImage(image, 0, 0, Math.round(image.width * scale), heightDots);
  const { data } = context.getImageData(0, 0, widthDots, heightDots);
  const dots = blankBitmap(widthDots, heightDots);
  for (let index = 0; index < widthDots * heightDots; index += 1) {
    const [red = 255, green = 255, blue = 255] = data.subarray(index * 4, index * 4 + 3);
    if ((red * 299 + green * 587 + blue * 114) / 1_000 < DARK_BELOW) burnDot(dots, index % widthDots, Math.floor(index / widthDots));
  }
  return { widthDots, heightDots, bits: Buffer.from(dots.data).toString('base64') };
}
