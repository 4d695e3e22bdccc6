import { codePointName } from './code-point-box.ts';
import type { SubstitutionList } from './substitution.ts';

/** Line breaks and blanks of any kind become one blank: a name must not begin a line or a command of its own. */
const BLANK = /[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]/u;
/** Control, joining, direction and variant marks: nothing to see, and bytes that a printer could take for a command. */
const INVISIBLE = /[\p{Cc}\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** Text ready for paper: composed (NFC), without invisible characters, on one line. `¥` becomes the full-width `￥` that Chinese printers have. */
export function printableText(text: string, substitutions?: SubstitutionList): string {
  let printable = '';
  for (const character of text.normalize('NFC')) {
    if (BLANK.test(character)) printable += ' ';
    else if (INVISIBLE.test(character)) substitutions?.add(codePointName(character.codePointAt(0) ?? 0), 'removed');
    else printable += character === '¥' ? '￥' : character;
  }
  return printable;
}

/** Columns a character takes on a printer in Chinese mode: one for ASCII, two for everything that travels as two bytes or as a picture. */
export function characterColumns(character: string): 1 | 2 {
  return (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
}

/** Columns that a text takes at normal size. */
export function textColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}

export type ColumnAlign = 'left' | 'center' | 'right';

/** Fills with blanks up to the width; a text that is too wide is returned as it is, never cut. */
export function padColumns(text: string, columns: number, align: ColumnAlign = 'left'): string {
  const missing = Math.max(0, columns - textColumns(text));
  const before = align === 'left' ? 0 : align === 'right' ? missing : Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Marks that may not begin a line, in Chinese or in English. */
const NO_LINE_START = /^[，。、；：？！）》」』】,.;:?!)%]/u;

/**
 * Breaks a text into lines of at most `columns` columns. Chinese breaks between any two characters, Latin words and numbers
 * stay whole where they fit on a line. Always gives at least one line. Refuses fewer than two columns, in which nothing Chinese fits.
 */
export function wrapColumns(text: string, columns: number): string[] {
  if (columns < 2) throw new RangeError('a column of text needs at least two columns');
  const lines: string[] = [];
  let line = '';
  for (const piece of breakablePieces(text, columns)) {
    const candidate = line + piece;
    if (textColumns(candidate.trimEnd()) <= columns) {
      line = candidate;
    } else {
      if (line.trim() !== '') lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

function breakablePieces(text: string, columns: number): string[] {
  const words = text.match(/[\u0021-\u007e]+|[\s\S]/gu) ?? [];
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (NO_LINE_START.test(word) && last !== undefined && last !== ' ' && textColumns(last + word) <= columns) pieces[pieces.length - 1] = last + word;
    else if (textColumns(word) <= columns) pieces.push(word);
    else pieces.push(...word);
  }
  return pieces;
}
