/**
 * A strict reader of ESC/POS bytes, written from the manuals and sharing nothing with the writer: every byte must belong to a command
 * it knows, lengths are counted, Chinese is decoded by the runtime's own gb18030 decoder, and a line that runs over the paper is refused.
 */
export interface PrintedRun {
  readonly text: string;
  readonly wide: number;
  readonly high: number;
  readonly bold: boolean;
}

export type PrintedPart =
  | { readonly kind: 'line'; readonly runs: readonly PrintedRun[]; readonly pitch: number }
  | { readonly kind: 'raster'; readonly bytesPerRow: number; readonly rows: number; readonly data: Uint8Array }
  | { readonly kind: 'feed'; readonly dots: number }
  | { readonly kind: 'qr'; readonly text: string; readonly moduleDots: number; readonly level: 'L' | 'M' | 'Q' | 'H'; readonly centred: boolean }
  | { readonly kind: 'barcode'; readonly text: string; readonly moduleDots: number; readonly heightDots: number; readonly centred: boolean }
  | { readonly kind: 'drawer'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly kind: 'beep'; readonly times: number }
  | { readonly kind: 'density'; readonly level: number }
  | { readonly kind: 'cut'; readonly full: boolean };

/** What the printer in the test has beyond the plain one. */
export interface PaperPrinter {
  /** Its font is GB18030: four-byte codes are characters. */
  readonly fourBytes?: boolean;
}

const decoder = new TextDecoder('gb18030', { fatal: true });
const LEVELS: Readonly<Record<number, 'L' | 'M' | 'Q' | 'H'>> = { 48: 'L', 49: 'M', 50: 'Q', 51: 'H' };

/** Parses a whole job. Throws with the offset at the first byte that is not understood. */
export function parseEscpos(bytes: Uint8Array, paperDots: 384 | 576, printer: PaperPrinter = {}): PrintedPart[] {
  return new EscposReader(bytes, paperDots, printer.fourBytes ?? false).read();
}

/** The text of every printed line, for assertions. */
export function printedText(parts: readonly PrintedPart[]): string[] {
  return parts.flatMap((part) => (part.kind === 'line' ? [part.runs.map((run) => run.text).join('')] : []));
}

class EscposReader {
  readonly #bytes: Uint8Array;
  readonly #paperDots: number;
  readonly #parts: PrintedPart[] = [];
  #at = 0;
  #initialised = false;
  #chinese = false;
  #latinSize = { wide: 1, high: 1 };
  #chineseSize = { wide: 1, high: 1 };
  #bold = false;
  #pitch = 30;
  #centred = false;
  #runs: PrintedRun[] = [];
  #usedDots = 0;
  #bars: { moduleDots?: number; heightDots?: number; wordsOff?: boolean } = {};
  readonly #fourBytes: boolean;
  #qr: { text?: string; moduleDots?: number; level?: 'L' | 'M' | 'Q' | 'H'; model?: number } = {};

  constructor(bytes: Uint8Array, paperDots: number, fourBytes: boolean) {
    this.#fourBytes = fourBytes;
    this.#bytes = bytes;
    this.#paperDots = paperDots;
  }

  read(): PrintedPart[] {
    while (this.#at < this.#bytes.length) this.#step();
    if (this.#runs.length > 0) this.#refuse('the last line has no line feed');
    if (this.#chinese) this.#refuse('the printer is left in Chinese mode');
    return this.#parts;
  }

  #step(): void {
    const first = this.#next();
    if (first === 0x1b) return this.#escape();
    if (!this.#initialised) this.#refuse('the job does not begin with ESC @');
    if (first === 0x1c) return this.#fs();
    if (first === 0x1d) return this.#gs();
    if (first === 0x0a) return this.#endLine();
    if (first >= 0x20 && first < 0x7f) return this.#print(String.fromCharCode(first), 12, this.#latinSize);
    if (first >= 0x81 && first <= 0xfe) return this.#chineseCharacter(first);
    return this.#refuse(`byte ${first.toString(16)}`);
  }

  #escape(): void {
    const command = this.#next();
    switch (command) {
      case 0x40: this.#reset(); return;
      case 0x33: this.#pitch = this.#next(); return;
      case 0x45: this.#bold = this.#oneOf(this.#next(), [0, 1]) === 1; return;
      case 0x61: this.#lineStart('ESC a'); this.#centred = this.#oneOf(this.#next(), [0, 1]) === 1; return;
      case 0x4a: this.#lineStart('ESC J'); this.#parts.push({ kind: 'feed', dots: this.#next() }); return;
      case 0x70: this.#drawer(); return;
      case 0x42: this.#beep(); return;
      default: this.#refuse(`ESC ${command.toString(16)}`);
    }
  }

  #reset(): void {
    if (this.#initialised) this.#refuse('ESC @ twice');
    this.#initialised = true;
  }

  #drawer(): void {
    const pin = this.#oneOf(this.#next(), [0, 1]) === 0 ? 2 : 5;
    const on = this.#next();
    const off = this.#next();
    if (on === 0 || off < on) this.#refuse('a drawer pulse needs its two times, off not shorter than on');
    this.#parts.push({ kind: 'drawer', pin, onMs: on * 2, offMs: off * 2 });
  }

  #beep(): void {
    const times = this.#next();
    const length = this.#next();
    if (times < 1 || times > 9 || length < 1 || length > 9) this.#refuse('tones without number and length');
    this.#parts.push({ kind: 'beep', times });
  }

  #fs(): void {
    const command = this.#next();
    switch (command) {
      case 0x26: this.#chinese = true; return;
      case 0x2e: this.#chinese = false; return;
      case 0x21: {
        const flags = this.#next();
        if ((flags & ~0x0c) !== 0) this.#refuse(`FS ! ${flags}`);
        this.#chineseSize = { wide: (flags & 0x04) === 0 ? 1 : 2, high: (flags & 0x08) === 0 ? 1 : 2 };
        return;
      }
      default: this.#refuse(`FS ${command.toString(16)}`);
    }
  }

  #gs(): void {
    const command = this.#next();
    switch (command) {
      case 0x21: {
        const size = this.#next();
        if ((size & 0x88) !== 0) this.#refuse(`GS ! ${size}`);
        this.#latinSize = { wide: (size >> 4) + 1, high: (size & 0x0f) + 1 };
        return;
      }
      case 0x76: this.#raster(); return;
      case 0x28: this.#gsParenthesis(); return;
      case 0x56:
        this.#lineStart('GS V');
        this.#parts.push({ kind: 'cut', full: this.#oneOf(this.#next(), [65, 66]) === 65 });
        this.#next();
        return;
      case 0x48: this.#bars.wordsOff = this.#oneOf(this.#next(), [0]) === 0; return;
      case 0x68: this.#bars.heightDots = this.#next(); return;
      case 0x77: this.#bars.moduleDots = this.#oneOf(this.#next(), [2, 3, 4, 5, 6]); return;
      case 0x6b: this.#barcode(); return;
      default: this.#refuse(`GS ${command.toString(16)}`);
    }
  }

  #raster(): void {
    this.#lineStart('GS v 0');
    this.#oneOf(this.#next(), [0x30]);
    this.#oneOf(this.#next(), [0]);
    const bytesPerRow = this.#next() + this.#next() * 256;
    const rows = this.#next() + this.#next() * 256;
    if (bytesPerRow === 0 || rows === 0) this.#refuse('an empty picture');
    if (bytesPerRow * 8 > this.#paperDots) this.#refuse('a picture wider than the paper');
    if (rows > 255) this.#refuse('a picture of more rows than small printers hold');
    this.#parts.push({ kind: 'raster', bytesPerRow, rows, data: this.#take(bytesPerRow * rows) });
  }

  /** `GS k 73 n`: n bytes, beginning with the name of a code set; digits of set C count as two. The symbol must stand on the paper. */
  #barcode(): void {
    this.#lineStart('GS k');
    this.#oneOf(this.#next(), [73]);
    const data = this.#take(this.#next());
    const { moduleDots, heightDots, wordsOff } = this.#bars;
    if (moduleDots === undefined || heightDots === undefined || heightDots === 0 || wordsOff !== true) this.#refuse('bars without height, width or with words of their own');
    const { text, symbols } = this.#code128(data);
    if ((moduleDots ?? 0) * (11 * (symbols + 2) + 13 + 20) > this.#paperDots) this.#refuse('bars wider than the paper');
    this.#parts.push({ kind: 'barcode', text, moduleDots: moduleDots ?? 0, heightDots: heightDots ?? 0, centred: this.#centred });
  }

  #code128(data: Uint8Array): { text: string; symbols: number } {
    let text = '';
    let symbols = 0;
    let set = '';
    for (let at = 0; at < data.length; at += 1) {
      const byte = data[at] ?? 0;
      const next = data[at + 1] ?? 0;
      if (byte === 0x7b && next !== 0x7b) {
        if (next !== 0x42 && next !== 0x43) this.#refuse('an unknown code set');
        if (set !== '') symbols += 1;
        set = String.fromCharCode(next);
        at += 1;
      } else if (set === 'C') {
        if (byte > 99) this.#refuse('a pair of digits above 99');
        text += String(byte).padStart(2, '0');
        symbols += 1;
      } else if (set === 'B' && byte >= 0x20 && byte <= 0x7f) {
        text += String.fromCharCode(byte);
        symbols += 1;
        if (byte === 0x7b) at += 1;
      } else this.#refuse(`a byte ${byte} outside a code set`);
    }
    if (text === '') this.#refuse('empty bars');
    return { text, symbols };
  }

  #density(): void {
    const payload = this.#take(this.#next() + this.#next() * 256);
    this.#exactly(payload, 2);
    if (payload[0] !== 49) this.#refuse('an unknown setting of the print');
    const level = payload[1] ?? 0;
    if (level > 8 && level < 250) this.#refuse(`density ${level}`);
    this.#parts.push({ kind: 'density', level: level > 127 ? level - 256 : level });
  }

  #gsParenthesis(): void {
    this.#lineStart('GS (');
    if (this.#oneOf(this.#next(), [0x6b, 0x4b]) === 0x4b) return this.#density();
    const length = this.#next() + this.#next() * 256;
    const payload = this.#take(length);
    if (payload[0] !== 49) this.#refuse('a two-dimensional code other than QR');
    switch (payload[1]) {
      case 65: this.#exactly(payload, 4); this.#qr.model = this.#oneOf(payload[2] ?? 0, [50]); return;
      case 67: this.#exactly(payload, 3); this.#qr.moduleDots = payload[2] ?? 0; return;
      case 69: this.#exactly(payload, 3); this.#qr.level = LEVELS[payload[2] ?? 0] ?? this.#refuse('QR level'); return;
      case 80: this.#qr.text = new TextDecoder('utf-8', { fatal: true }).decode(payload.subarray(3)); return;
      case 81: this.#exactly(payload, 3); this.#printQr(); return;
      default: this.#refuse(`GS ( k function ${payload[1]}`);
    }
  }

  #printQr(): void {
    const { text, moduleDots, level, model } = this.#qr;
    if (text === undefined || text === '' || moduleDots === undefined || moduleDots < 1 || moduleDots > 16 || level === undefined || model === undefined) this.#refuse('an incomplete QR code');
    else this.#parts.push({ kind: 'qr', text, moduleDots, level, centred: this.#centred });
  }

  #chineseCharacter(lead: number): void {
    if (!this.#chinese) this.#refuse('Chinese bytes while Chinese mode is off');
    const trail = this.#next();
    if (this.#fourBytes && trail >= 0x30 && trail <= 0x39) return this.#fourByteCharacter(lead, trail);
    if (trail < 0x40 || trail === 0x7f || trail > 0xfe) this.#refuse(`four-byte code or broken pair ${lead.toString(16)} ${trail.toString(16)}`);
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (/[\ue000-\uf8ff\ufffd]/.test(text) || [...text].length !== 1) this.#refuse(`an empty place of the code page ${lead.toString(16)} ${trail.toString(16)}`);
    this.#printChinese(text);
  }

  #fourByteCharacter(first: number, second: number): void {
    const text = decoder.decode(Uint8Array.of(first, second, this.#next(), this.#next()));
    if ([...text].length !== 1 || /[\ufffd\ue000-\uf8ff]/.test(text)) this.#refuse('a four-byte code without a character');
    this.#printChinese(text);
  }

  #printChinese(text: string): void {
    if (this.#latinSize.wide !== this.#chineseSize.wide || this.#latinSize.high !== this.#chineseSize.high) this.#refuse('GS ! and FS ! disagree about a Chinese character');
    this.#print(text, 24, this.#chineseSize);
  }

  #print(text: string, dots: number, size: { wide: number; high: number }): void {
    if (this.#centred) this.#refuse('text while centred: the layout aligns by columns');
    this.#usedDots += dots * size.wide;
    if (this.#usedDots > this.#paperDots) this.#refuse('a line runs over the paper');
    const last = this.#runs.at(-1);
    if (last !== undefined && last.wide === size.wide && last.high === size.high && last.bold === this.#bold) this.#runs[this.#runs.length - 1] = { ...last, text: last.text + text };
    else this.#runs.push({ text, ...size, bold: this.#bold });
  }

  #endLine(): void {
    this.#parts.push({ kind: 'line', runs: this.#runs, pitch: Math.max(this.#pitch, 24 * Math.max(1, ...this.#runs.map((run) => run.high))) });
    this.#runs = [];
    this.#usedDots = 0;
  }

  #next(): number {
    return this.#take(1)[0] ?? 0;
  }

  #take(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) this.#refuse('the job ends inside a command');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  #oneOf(value: number, allowed: readonly number[]): number {
    return allowed.includes(value) ? value : this.#refuse(`parameter ${value}`);
  }

  #exactly(payload: Uint8Array, length: number): void {
    if (payload.length !== length) this.#refuse(`a parameter block of ${payload.length} bytes`);
  }

  #lineStart(command: string): void {
    if (this.#runs.length > 0) this.#refuse(`${command} inside a line`);
  }

  #refuse(why: string): never {
    throw new Error(`ESC/POS byte ${this.#at}: ${why}`);
  }
}
