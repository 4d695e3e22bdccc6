import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logoDots } from '../../../electron/core/documents/logo-dots.ts';
import { pictureHead } from '../../../electron/core/documents/picture-head.ts';

/** A black bar on the left of white paper, drawn by another library than the one that reads the head. */
function drawn(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, Math.floor(width / 4), height);
  return canvas;
}

describe('the head of a picture', () => {
  it('tells kind and size of a PNG and a JPEG as they were drawn', () => {
    for (const [width, height] of [[16, 16], [640, 200], [3, 1200]] as const) {
      expect(pictureHead(drawn(width, height).toBuffer('image/png'))).toEqual({ kind: 'png', width, height });
      expect(pictureHead(drawn(width, height).toBuffer('image/jpeg'))).toEqual({ kind: 'jpeg', width, height });
    }
  });

  it('goes past what a telephone writes before the frame', () => {
    const jpeg = drawn(40, 30).toBuffer('image/jpeg');
    const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0x01, 0x00]), Buffer.alloc(0xfe, 0xc0)]);
    expect(pictureHead(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))).toEqual({ kind: 'jpeg', width: 40, height: 30 });
  });

  it('of anything else, or cut off anywhere, is no head and no crash', () => {
    expect(pictureHead(drawn(16, 16).toBuffer('image/webp'))).toBeNull();
    expect(pictureHead(Buffer.from('%PDF-1.7'))).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { expect(pictureHead(bytes)).toBeNull(); }));
    for (const whole of [drawn(16, 16).toBuffer('image/png'), drawn(16, 16).toBuffer('image/jpeg')]) for (let length = 0; length < 24; length += 1) expect(pictureHead(whole.subarray(0, length))).toBeNull();
  });
});

describe('a picture on top of a slip', () => {
  it('has its dots where it is dark, whether it came as PNG or as JPEG, and is never wider than narrow paper', async () => {
    const forms = { png: (canvas: ReturnType<typeof drawn>) => canvas.toBuffer('image/png'), jpeg: (canvas: ReturnType<typeof drawn>) => canvas.toBuffer('image/jpeg') };
    for (const bytesOf of [forms.png, forms.jpeg]) {
      const small = await logoDots(bytesOf(drawn(80, 40)));
      const row = Buffer.from(small.bits, 'base64').subarray(0, 10);
      expect([small.widthDots, small.heightDots, [...row]]).toEqual([80, 40, [0xff, 0xff, 0xf0, 0, 0, 0, 0, 0, 0, 0]]);
      const wide = await logoDots(bytesOf(drawn(2_000, 500)));
      expect([wide.widthDots, wide.heightDots]).toEqual([384, 96]);
    }
  });
});
