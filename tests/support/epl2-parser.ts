import { ByteReader, type ReadBitmap, type ReadCode, type ReadLabel } from './label-paper.ts';

/**
 * A strict reader of EPL2, written from the manual and sharing nothing with the writer: lines end CR LF, the picture is counted bytes, the
 * sizes come before the memory is cleared, and the picture after it. Only printers made for Japan know QR codes: none may be asked for.
 */
export interface ReadEpl2 extends ReadLabel {
  readonly darkness: number;
  readonly gap: string;
  readonly speed: number | null;
}

/** Parses one label job; throws at the first thing that is not understood. */
export function parseEpl2(bytes: Uint8Array): ReadEpl2 {
  const reader = new ByteReader(bytes);
  const label = { widthDots: 0, heightDots: 0, copies: 0, darkness: -1, gap: '', speed: null as number | null };
  const bitmaps: ReadBitmap[] = [];
  const codes: ReadCode[] = [];
  const commands: string[] = [];
  reader.expect('\r\n');
  while (!reader.done) {
    if (label.copies !== 0) throw new Error('bytes after the label was printed');
    const head = reader.match(/^GW(\d+),(\d+),(\d+),(\d+),/);
    if (head !== null) {
      if (!commands.includes('N')) throw new Error('a picture before the memory was cleared');
      const [x = 0, y = 0, bytesPerRow = 0, rows = 0] = head.slice(1).map(Number);
      bitmaps.push({ x, y, bytesPerRow, rows, data: reader.raw(bytesPerRow * rows) });
      reader.expect('\r\n');
      commands.push('GW');
      continue;
    }
    commands.push(applyLine(reader.line(), label, codes, commands));
  }
  if (label.copies === 0 || bitmaps.length === 0) throw new Error('nothing was printed');
  return { ...label, bitmaps, codes, commands };
}

function applyLine(line: string, label: { widthDots: number; heightDots: number; copies: number; darkness: number; gap: string; speed: number | null }, codes: ReadCode[], before: readonly string[]): string {
  const size = /^(q)(\d{1,4})$/.exec(line) ?? /^(Q)(\d{1,5}),(B?\d{1,3})$/.exec(line);
  if (size !== null) {
    if (before.includes('N')) throw new Error(`${line} clears the picture`);
    if (size[1] === 'q') label.widthDots = Number(size[2]);
    else [label.heightDots, label.gap] = [Number(size[2]), size[3] ?? ''];
    return size[1] ?? '';
  }
  const bars = /^B(\d+),(\d+),0,1,(\d+),(\d+),(\d+),N,"([^"\\]+)"$/.exec(line);
  if (bars !== null) {
    codes.push({ kind: 'code128', x: Number(bars[1]), y: Number(bars[2]), cell: Number(bars[3]), height: Number(bars[5]), text: bars[6] ?? '' });
    return 'B';
  }
  const [, letter = '', figure = ''] = /^([DSP])([1-9]\d{0,4}|0)$/.exec(line) ?? [];
  switch (letter) {
    case 'D': label.darkness = inRange(line, Number(figure), 0, 15); return 'D';
    case 'S': label.speed = inRange(line, Number(figure), 1, 6); return 'S';
    case 'P': label.copies = inRange(line, Number(figure), 1, 65_535); return 'P';
  }
  if (line === 'N' || line === 'ZT' || line === 'ZB' || line === 'R0,0') return line;
  throw new Error(`unknown EPL2 line: ${JSON.stringify(line)}`);
}

function inRange(line: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw new Error(`${line} is out of range`);
  return value;
}
