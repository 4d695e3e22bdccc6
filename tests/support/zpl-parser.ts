import { ByteReader, type ReadBitmap, type ReadCode, type ReadLabel } from './label-paper.ts';

/**
 * A strict reader of ZPL II, written from the manual and sharing nothing with the writer. Between commands stands CR LF or nothing; a
 * picture is as long as it says, in bytes or in hex; a field is opened, filled and closed; what it does not know it refuses.
 */
export interface ReadZpl extends ReadLabel {
  readonly darkness: number;
  readonly media: 'Y' | 'M' | 'N';
  readonly speed: number | null;
}

const NOTHING = { widthDots: 0, heightDots: 0, copies: 0, darkness: 0, media: 'Y' as 'Y' | 'M' | 'N', speed: null as number | null };

/** Parses one label; throws at the first byte that is not understood. */
export function parseZpl(bytes: Uint8Array): ReadZpl {
  const reader = new ByteReader(bytes);
  const told = { ...NOTHING };
  const bitmaps: ReadBitmap[] = [];
  const codes: ReadCode[] = [];
  const commands: string[] = ['^XA'];
  reader.expect('^XA');
  for (;;) {
    reader.take('\r\n');
    const command = reader.peek(3);
    commands.push(command);
    if (command === '^XZ') break;
    if (command === '^FO') readField(reader, bitmaps, codes);
    else readSetting(reader, told);
  }
  reader.expect('^XZ\r\n');
  if (!reader.done) throw new Error('bytes after the end of the label');
  if (told.copies === 0 || commands.at(-2) !== '^PQ') throw new Error('the number of labels does not stand last');
  if (bitmaps.length === 0) throw new Error('a label without a picture');
  return { ...told, bitmaps, codes, commands };
}

function readSetting(reader: ByteReader, told: typeof NOTHING): void {
  const found = reader.match(/^\^(PW|LL|PQ|MD|PR|MN|LH|LS|PO)(-?\d+(?:,\d+)?|[YMNI])(?=\r\n)/);
  const [, name = '', value = ''] = found ?? [];
  const number = Number(value);
  const within = (least: number, most: number): number => {
    if (!Number.isInteger(number) || number < least || number > most) throw new Error(`^${name}${value} is out of range`);
    return number;
  };
  switch (name) {
    case 'PW': told.widthDots = within(2, 1_248); return;
    case 'LL': told.heightDots = within(1, 32_000); return;
    case 'PQ': told.copies = within(1, 99_999_999); return;
    case 'MD': told.darkness = within(-30, 30); return;
    case 'PR': told.speed = within(1, 14); return;
    case 'LS': within(0, 0); return;
    case 'MN': if (value === 'Y' || value === 'M' || value === 'N') { told.media = value; return; } break;
    case 'PO': if (value === 'N' || value === 'I') return; break;
    case 'LH': if (value === '0,0') return; break;
  }
  throw new Error(`unknown ZPL at ${reader.at}: ${JSON.stringify(found?.[0] ?? reader.peek(20))}`);
}

function readField(reader: ByteReader, bitmaps: ReadBitmap[], codes: ReadCode[]): void {
  const [, x = '', y = ''] = reader.match(/^\^FO(\d+),(\d+)/) ?? [];
  if (x === '') throw new Error('a field without its place');
  const place = { x: Number(x), y: Number(y) };
  const graphic = reader.match(/^\^GF([AB]),(\d+),(\d+),(\d+),/);
  if (graphic === null) codes.push(readCode(reader, place));
  else bitmaps.push(readPicture(reader, place, graphic));
  reader.expect('^FS\r\n');
}

function readPicture(reader: ByteReader, place: { x: number; y: number }, [, form, sent, size, perRow]: RegExpExecArray): ReadBitmap {
  const count = Number(size);
  const bytesPerRow = Number(perRow);
  if (sent !== size || count > 99_999 || bytesPerRow === 0 || count % bytesPerRow !== 0) throw new Error('a picture whose counts disagree');
  return { ...place, bytesPerRow, rows: count / bytesPerRow, data: form === 'A' ? reader.hex(count) : reader.raw(count) };
}

/** A printer draws a QR code lower than its field by the height that `^BY` gave. */
function readCode(reader: ByteReader, place: { x: number; y: number }): ReadCode {
  const [, narrow = '', barHeight] = reader.match(/^\^BY([1-9]|10)(?:,3,(\d+))?/) ?? [];
  if (narrow === '') throw new Error(`unknown field: ${JSON.stringify(reader.peek(20))}`);
  const bars = reader.match(/^\^BCN,(\d+),N,N,N\^FD([\x20-\x7d]+?)(?=\^)/);
  if (bars !== null) return { kind: 'code128', ...place, cell: Number(narrow), height: Number(bars[1]), text: bare(bars[2] ?? '', /[>^~\\]/) };
  const [, cell = '', level = '', text = ''] = reader.match(/^\^BQN,2,(\d+)\^FD([LMQH])A,([\x20-\x7d]+?)(?=\^)/) ?? [];
  if (cell === '' || barHeight === undefined) throw new Error(`unknown code field: ${JSON.stringify(reader.peek(20))}`);
  return { kind: 'qr', x: place.x, y: place.y + Number(barHeight), level: level as 'L' | 'M' | 'Q' | 'H', cell: Number(cell), text: bare(text, /[\^~\\]/) };
}

function bare(text: string, forbidden: RegExp): string {
  if (forbidden.test(text)) throw new Error(`a character with a meaning inside a field: ${text}`);
  return text;
}
