import { emptyPicture, paint, type DotPicture } from './dot-picture.ts';
import { foreignCode128, foreignQr } from './qr-reader.ts';

/** A label as a strict reader of its language understood it; what a printer would burn and what it was told besides. */
export interface ReadLabel {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly copies: number;
  readonly bitmaps: readonly ReadBitmap[];
  readonly codes: readonly ReadCode[];
  /** Every command in the order in which it came. */
  readonly commands: readonly string[];
}

export interface ReadBitmap {
  readonly x: number;
  readonly y: number;
  readonly bytesPerRow: number;
  readonly rows: number;
  readonly data: Uint8Array;
}

export type ReadCode =
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly level: 'L' | 'M' | 'Q' | 'H'; readonly cell: number; readonly text: string }
  | { readonly kind: 'code128'; readonly x: number; readonly y: number; readonly cell: number; readonly height: number; readonly text: string };

/** The label as a printer burns it: bits of the value `burns` are black, and codes are drawn by another encoder than the product's. */
export async function burntLabel(label: ReadLabel, burns: 0 | 1): Promise<DotPicture> {
  const picture = emptyPicture(label.widthDots, label.heightDots);
  for (const bitmap of label.bitmaps) {
    for (let y = 0; y < bitmap.rows; y += 1) {
      for (let column = 0; column < bitmap.bytesPerRow; column += 1) {
        const burnt = (bitmap.data[y * bitmap.bytesPerRow + column] ?? 0) ^ (burns === 1 ? 0 : 0xff);
        if (burnt === 0) continue;
        for (let bit = 0; bit < 8; bit += 1) {
          if ((burnt & (0x80 >> bit)) !== 0) paint(picture, bitmap.x + column * 8 + bit, bitmap.y + y);
        }
      }
    }
  }
  for (const code of label.codes) await burnCode(picture, code);
  return picture;
}

async function burnCode(picture: DotPicture, code: ReadCode): Promise<void> {
  const { width, height, dark } = code.kind === 'qr'
    ? await foreignQr(code.text, code.level).then(({ size, dark: modules }) => ({ width: size, height: size, dark: modules }))
    : await foreignCode128(code.text).then((modules) => ({ width: modules.length, height: 1, dark: modules }));
  const rowDots = code.kind === 'qr' ? code.cell : code.height / height;
  for (let y = 0; y < height * rowDots; y += 1) {
    for (let x = 0; x < width * code.cell; x += 1) {
      if (dark[Math.floor(y / rowDots) * width + Math.floor(x / code.cell)] === true) paint(picture, code.x + x, code.y + y);
    }
  }
}

/** Reads bytes from the left; every reader of a language walks on it. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  get at(): number {
    return this.#at;
  }

  /** Takes exactly this text. */
  expect(text: string): void {
    if (!this.take(text)) throw new Error(`expected ${JSON.stringify(text)} at ${this.#at}, found ${JSON.stringify(this.peek(20))}`);
  }

  /** Takes the text if it stands here. */
  take(text: string): boolean {
    if (this.peek(text.length) !== text) return false;
    this.#at += text.length;
    return true;
  }

  peek(count: number): string {
    return Buffer.from(this.#bytes.subarray(this.#at, this.#at + count)).toString('latin1');
  }

  /** Takes what the pattern, which must begin with `^`, finds in the next bytes; null where it does not fit. */
  match(pattern: RegExp, within = 400): RegExpExecArray | null {
    const found = pattern.exec(this.peek(within));
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  raw(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new Error(`the job ends inside a picture: ${count} bytes from ${this.#at} on`);
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** Takes `count` bytes written as two upper case figures each. */
  hex(count: number): Uint8Array {
    const text = Buffer.from(this.raw(count * 2)).toString('latin1');
    if (!/^[0-9A-F]*$/.test(text)) throw new Error('something that is no upper case hex inside a picture');
    return Uint8Array.from({ length: count }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
  }

  /** A line of printable characters up to CR LF. */
  line(): string {
    const found = this.match(/^([\x20-\x7e]*)\r\n/, 4_000);
    if (found === null) throw new Error(`a line that is not printable or does not end CR LF at ${this.#at}: ${JSON.stringify(this.peek(40))}`);
    return found[1] ?? '';
  }
}
