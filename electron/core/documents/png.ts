import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './bitmap.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 dots per millimetre (203 dpi), so that a viewer shows the paper at its real size. */
const DOTS_PER_METRE = 8000;

/** A black and white PNG of exactly the dots that are burnt: the same bitmap always gives the same bytes. */
export function bitmapPng(bitmap: Bitmap): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(bitmap.widthDots, 0);
  header.writeUInt32BE(bitmap.heightDots, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const physical = Buffer.alloc(9);
  physical.writeUInt32BE(DOTS_PER_METRE, 0);
  physical.writeUInt32BE(DOTS_PER_METRE, 4);
  physical.writeUInt8(1, 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('pHYs', physical), chunk('IDAT', deflateSync(scanlines(bitmap))), chunk('IEND', Buffer.alloc(0))]);
}

/** In PNG a set bit is white, and each row begins with its filter byte. */
function scanlines(bitmap: Bitmap): Buffer {
  const rows = Buffer.alloc((bitmap.bytesPerRow + 1) * bitmap.heightDots);
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    for (let byte = 0; byte < bitmap.bytesPerRow; byte += 1) {
      rows[y * (bitmap.bytesPerRow + 1) + 1 + byte] = ~(bitmap.data[y * bitmap.bytesPerRow + byte] ?? 0) & 0xff;
    }
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
