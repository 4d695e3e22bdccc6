import { closeSync, openSync, readSync } from 'node:fs';

/** Says whether a font file has a glyph for a code point. */
export type FontCoverage = (codePoint: number) => boolean;

interface Range { readonly first: number; readonly last: number }

/**
 * Reads the character map of a TrueType file (table `cmap`, formats 12 and 4; OpenType specification).
 * The drawing library falls back to whatever fonts a machine has; asking the file itself makes the paper the same everywhere.
 * Throws when the file has no Unicode map.
 */
export function readFontCoverage(fontPath: string): FontCoverage {
  const table = readTable(fontPath, 'cmap');
  const offsets = subtableOffsets(table);
  const wide = offsets.find((at) => table.readUInt16BE(at) === 12);
  const narrow = offsets.find((at) => table.readUInt16BE(at) === 4);
  const ranges = wide !== undefined ? rangesOfFormat12(table, wide) : narrow !== undefined ? rangesOfFormat4(table, narrow) : null;
  if (ranges === null) throw new Error(`no Unicode character map in ${fontPath}`);
  return (codePoint) => lies(ranges, codePoint);
}

function readTable(fontPath: string, tag: string): Buffer {
  const file = openSync(fontPath, 'r');
  try {
    const head = Buffer.alloc(12);
    readSync(file, head, 0, 12, 0);
    const count = head.readUInt16BE(4);
    const directory = Buffer.alloc(count * 16);
    readSync(file, directory, 0, directory.length, 12);
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) !== tag) continue;
      const table = Buffer.alloc(directory.readUInt32BE(at + 12));
      readSync(file, table, 0, table.length, directory.readUInt32BE(at + 8));
      return table;
    }
  } finally {
    closeSync(file);
  }
  throw new Error(`no table ${tag} in ${fontPath}`);
}

function subtableOffsets(table: Buffer): number[] {
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => table.readUInt32BE(4 + index * 8 + 4));
}

function rangesOfFormat12(table: Buffer, at: number): Range[] {
  return Array.from({ length: table.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return { first: table.readUInt32BE(group), last: table.readUInt32BE(group + 4) };
  });
}

function rangesOfFormat4(table: Buffer, at: number): Range[] {
  const doubled = table.readUInt16BE(at + 6);
  const ranges: Range[] = [];
  for (let index = 0; index < doubled; index += 2) {
    const last = table.readUInt16BE(at + 14 + index);
    if (last !== 0xffff) ranges.push({ first: table.readUInt16BE(at + 16 + doubled + index), last });
  }
  return ranges;
}

/** The groups of a character map are sorted, so a binary search finds the one that may hold the code point. */
function lies(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return true;
  }
  return false;
}
