import { ByteReader, type ReadBitmap, type ReadCode, type ReadLabel } from './label-paper.ts';

/**
 * A strict reader of CPCL, written from the manual and sharing nothing with the writer: a session begins with its header and ends with
 * PRINT, lines end CR LF, a picture is as long as it says and ends its line, and no line is unknown.
 */
export interface ReadCpcl extends ReadLabel {
  readonly tone: number;
  readonly speed: number | null;
}

interface Building {
  widthDots: number; copies: number; tone: number; speed: number | null;
  bitmaps: ReadBitmap[]; codes: ReadCode[]; commands: string[];
}

/** Parses one session; throws at the first thing that is not understood. */
export function parseCpcl(bytes: Uint8Array): ReadCpcl {
  const reader = new ByteReader(bytes);
  const [, height = '', copies = ''] = reader.match(/^! 0 (?:200 200|300 300) ([1-9]\d{0,4}) ([1-9]\d{0,3})\r\n/) ?? [];
  if (height === '' || Number(copies) > 1024) throw new Error('no header of a session');
  const label: Building = { widthDots: 0, copies: Number(copies), tone: 0, speed: null, bitmaps: [], codes: [], commands: ['!'] };
  while (label.commands.at(-1) !== 'PRINT') readCommand(reader, label);
  if (!reader.done) throw new Error('bytes after the label was printed');
  if (label.widthDots === 0 || label.bitmaps.length === 0) throw new Error('a label without width or picture');
  return { ...label, heightDots: Number(height) };
}

function readCommand(reader: ByteReader, label: Building): void {
  const graphic = reader.match(/^(EG|CG) (\d+) (\d+) (\d+) (\d+) /);
  if (graphic !== null) {
    const [bytesPerRow = 0, rows = 0, x = 0, y = 0] = graphic.slice(2).map(Number);
    label.bitmaps.push({ x, y, bytesPerRow, rows, data: graphic[1] === 'EG' ? reader.hex(bytesPerRow * rows) : reader.raw(bytesPerRow * rows) });
    reader.expect('\r\n');
    label.commands.push(graphic[1] ?? '');
    return;
  }
  const line = reader.line();
  const qr = /^B QR (\d+) (\d+) M 2 U (\d+)$/.exec(line);
  if (qr !== null) {
    const [, level = '', text = ''] = /^([LMQH])A,(.+)$/.exec(reader.line()) ?? [];
    if (level === '') throw new Error('a QR code without its text');
    reader.expect('ENDQR\r\n');
    label.codes.push({ kind: 'qr', x: Number(qr[1]), y: Number(qr[2]), cell: Number(qr[3]), level: level as 'L' | 'M' | 'Q' | 'H', text });
  } else if (!applyBars(line, label)) applySetting(line, label);
  label.commands.push(line.split(' ')[0] ?? '');
}

function applyBars(line: string, label: Building): boolean {
  const bars = /^BARCODE 128 (\d+) 1 (\d+) (\d+) (\d+) (\S.*)$/.exec(line);
  if (bars !== null) label.codes.push({ kind: 'code128', cell: Number(bars[1]), height: Number(bars[2]), x: Number(bars[3]), y: Number(bars[4]), text: bars[5] ?? '' });
  return bars !== null;
}

function applySetting(line: string, label: Building): void {
  const [, name = '', figure = ''] = /^(PAGE-WIDTH|TONE|SPEED) (-?\d+)$/.exec(line) ?? [];
  const value = Number(figure);
  if (name === 'PAGE-WIDTH' && value > 0) label.widthDots = value;
  else if (name === 'TONE' && value >= -100 && value <= 200) label.tone = value;
  else if (name === 'SPEED' && value >= 0 && value <= 5) label.speed = value;
  else if (line === 'FORM' || line === 'PRINT') {
    if (label.bitmaps.length === 0) throw new Error(`${line} before the picture`);
  } else if (line !== 'GAP-SENSE' && line !== 'BAR-SENSE') throw new Error(`unknown CPCL line: ${JSON.stringify(line)}`);
}
