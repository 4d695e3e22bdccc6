import iconv from 'iconv-lite';

/** The characters a printer's own font has; each set holds the one before. */
export type Charset = 'gb2312' | 'gbk' | 'gb18030';

/** Places of the code page that have no character of their own: printers leave them empty. */
const PRIVATE_USE = /[\ue000-\uf8ff\ud800-\udfff]/u;
/** What every set writes alike, one byte each; half of the lines of a slip. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Four-byte codes are taken for Han alone: for these a GB18030 font is sure to be two columns wide. */
const HAN = /^\p{Script=Han}$/u;

/**
 * Text as the bytes of a Chinese printer: one for ASCII, two for Chinese, four for rare Han where the font is GB18030; null when a
 * character is not in the set. In GBK only what GBK and GB18030 write alike is taken: `€` stands in different places.
 */
export function chineseBytes(text: string, charset: Charset): Buffer | null {
  if (PLAIN.test(text)) return Buffer.from(text, 'latin1');
  if (PRIVATE_USE.test(text)) return null;
  const bytes = iconv.encode(text, 'gb18030');
  if (charset === 'gb18030') return fourByteCharacters(text, bytes).every((character) => HAN.test(character)) ? bytes : null;
  if (!bytes.equals(iconv.encode(text, 'gbk'))) return null;
  return charset === 'gbk' || isGb2312(bytes) ? bytes : null;
}

/** The characters that travel as four bytes; none where the bytes are as many as one and two a character make. */
function fourByteCharacters(text: string, bytes: Buffer): string[] {
  const characters = [...text];
  const plain = characters.reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0);
  return bytes.length === plain ? [] : characters.filter((character) => iconv.encode(character, 'gb18030').length === 4);
}

/** GB2312 as cells of rows of two bytes: signs in parts of rows 1 to 9, characters in rows 16 to 87, of which row 55 ends early. */
const SIGNS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  0xa1: [[0xa1, 0xfe]], 0xa2: [[0xb1, 0xe2], [0xe5, 0xee], [0xf1, 0xfc]], 0xa3: [[0xa1, 0xfe]], 0xa4: [[0xa1, 0xf3]], 0xa5: [[0xa1, 0xf6]],
  0xa6: [[0xa1, 0xb8], [0xc1, 0xd8]], 0xa7: [[0xa1, 0xc1], [0xd1, 0xf1]], 0xa8: [[0xa1, 0xba], [0xc5, 0xe9]], 0xa9: [[0xa4, 0xef]],
};

function isGb2312(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    const trail = bytes[at] ?? 0;
    const isHan = lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1 && trail <= (lead === 0xd7 ? 0xf9 : 0xfe);
    if (!isHan && SIGNS[lead]?.some(([first, last]) => trail >= first && trail <= last) !== true) return false;
  }
  return true;
}
