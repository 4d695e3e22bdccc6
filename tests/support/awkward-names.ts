import { AWKWARD_TEXTS } from './awkward-texts.ts';

/** Pieces that names, goods and places bring along: rare Han of every plane, peoples' scripts, accents, emoji, quotes, commands of every printer. */
const PIECES: readonly string[] = [
  '䶮', '𬭎', '㮾', '𠅤', '𡋾', '𢡟', '𣲗', '𤩽', '𥖎', '𦭎', '𧒽', '𨱏', '𩽾', '𪟝', '𫓧', '𬬻', '𮧵', '𰻝', '𱁬', '買', '韓', '﨑', '豈', '々', '〇', '〆', '〇〇',
  '阿依·古丽', 'འཛིན', 'ᠮᠣᠩᠭᠣᠯ', 'ᥖᥭᥰ', 'ꀉꃀ', 'ꤌꤢꤪ', 'Zhuàngƅ', 'Mɯŋ', 'ŠČŽ', 'ñandú', 'Ğİş', 'ő', 'Ⓐ', '㍿', 'ｶﾅ', '한글', 'ไทย', 'हिन्दी', 'עברית', 'العربية', '🀄', '👩🏽‍🌾', '🇨🇳', '1️⃣',
  '"', "'", '“”', '\\', '^XZ', '^FS^XA', '~JA', '~!T', '>:', '>0', '%', '"\r\nPRINT 9,9\r\n', '\r\nN\r\nP9\r\n', '\r\nFORM\r\nPRINT\r\n', '! 0 200 200 9 9\r\n', '\u0000', '\u0002\u0003', '\u001b@', '\u001bi', '\u0007\u0008', '\u007f', '\u0085', '\u2028', '\ufffe', '\ud800', '\udfff', '\u0301\u0302', '\u200f', '\u00ad',
  '　', '  ', '\t', 'a'.repeat(60), '山'.repeat(60), '1'.repeat(60), 'Wwwww ', '…', '。。。', '￥', '㎏',
];

/** Five hundred texts, at most 200 characters each, always the same: the known troublemakers and mixtures of their like. */
export const FIVE_HUNDRED_TEXTS: readonly string[] = [...AWKWARD_TEXTS.map((text) => [...text].slice(0, 200).join('')), ...mixtures(500 - AWKWARD_TEXTS.length)];

function mixtures(count: number): string[] {
  let seed = 20_261_122;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => [...Array.from({ length: 1 + next(9) }, () => PIECES[next(PIECES.length)] ?? '').join('')].slice(0, 200).join(''));
}
