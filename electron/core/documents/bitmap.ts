/** A picture of one bit per dot, as a thermal head burns it: 1 is black. Rows are padded to whole bytes, the left dot is the high bit. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly data: Uint8Array;
}

/** An all-white picture. */
export function blankBitmap(widthDots: number, heightDots: number): Bitmap {
  const bytesPerRow = Math.ceil(widthDots / 8);
  return { widthDots, heightDots, bytesPerRow, data: new Uint8Array(bytesPerRow * heightDots) };
}

/** Whether the dot is black; dots outside the picture are white. */
export function dotIsBlack(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return false;
  return ((bitmap.data[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Burns one dot; a dot outside the picture is left out, as the paper ends there. */
export function burnDot(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return;
  const at = y * bitmap.bytesPerRow + (x >> 3);
  bitmap.data[at] = (bitmap.data[at] ?? 0) | (0x80 >> (x & 7));
}

/** Burns a filled rectangle. */
export function burnRectangle(bitmap: Bitmap, left: number, top: number, widthDots: number, heightDots: number): void {
  for (let y = top; y < top + heightDots; y += 1) {
    for (let x = left; x < left + widthDots; x += 1) burnDot(bitmap, x, y);
  }
}

/** Burns the black dots of one picture onto another; white dots leave what is there. */
export function burnBitmap(target: Bitmap, source: Bitmap, left: number, top: number): void {
  if (left >= 0 && left + source.widthDots <= target.widthDots) {
    burnBytes(target, source, left, top);
    return;
  }
  for (let y = 0; y < source.heightDots; y += 1) {
    for (let x = 0; x < source.widthDots; x += 1) {
      if (dotIsBlack(source, x, y)) burnDot(target, left + x, top + y);
    }
  }
}

/** Eight dots at a time; the dots behind the source's right edge are white, so nothing runs over the target's. */
function burnBytes(target: Bitmap, source: Bitmap, left: number, top: number): void {
  const shift = left & 7;
  for (let y = 0; y < source.heightDots; y += 1) {
    if (top + y < 0 || top + y >= target.heightDots) continue;
    const from = y * source.bytesPerRow;
    const to = (top + y) * target.bytesPerRow + (left >> 3);
    for (let byte = 0; byte < source.bytesPerRow; byte += 1) {
      const dots = source.data[from + byte] ?? 0;
      if (dots === 0) continue;
      target.data[to + byte] = (target.data[to + byte] ?? 0) | (dots >> shift);
      const over = (dots << (8 - shift)) & 0xff;
      if (over !== 0) target.data[to + byte + 1] = (target.data[to + byte + 1] ?? 0) | over;
    }
  }
}

/** The rows from `top` on, at most `rows` of them; shares the dots with the picture it was cut from. */
export function bitmapRows(bitmap: Bitmap, top: number, rows: number): Bitmap {
  const heightDots = Math.min(rows, bitmap.heightDots - top);
  const start = top * bitmap.bytesPerRow;
  return { ...bitmap, heightDots, data: bitmap.data.subarray(start, start + heightDots * bitmap.bytesPerRow) };
}

/** Turns black dots of the source white on the target: white letters on a black band. */
export function clearBitmap(target: Bitmap, source: Bitmap, left: number, top: number): void {
  for (let y = 0; y < source.heightDots; y += 1) {
    for (let x = 0; x < source.widthDots; x += 1) {
      if (!dotIsBlack(source, x, y) || !dotIsBlack(target, left + x, top + y)) continue;
      const at = (top + y) * target.bytesPerRow + ((left + x) >> 3);
      target.data[at] = (target.data[at] ?? 0) & ~(0x80 >> ((left + x) & 7));
    }
  }
}
