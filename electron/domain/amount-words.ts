import type { Fen } from './money.ts';
import { safeInteger } from './rule-error.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['仟', '佰', '拾', ''] as const;

function digitWord(digit: number): string {
  return DIGITS[digit] ?? '';
}

/** A section of 1 to 9,999: one 零 for a run of zeros inside, none at the end. */
function sectionWords(section: number): string {
  let words = '';
  let gap = false;
  const digits = String(section).padStart(4, '0');
  for (const [index, place] of PLACES.entries()) {
    const digit = Number(digits[index]);
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += `${gap ? '零' : ''}${digitWord(digit)}${place}`;
    gap = false;
  }
  return words;
}

/** Whole yuan above zero; numbers above 9,999 are a head, its unit (万 or 亿), and a rest that begins with 零 when its first place is empty. */
function wholeWords(yuan: number): string {
  if (yuan < 10_000) return sectionWords(yuan);
  const [size, unit] = yuan < 100_000_000 ? [10_000, '万'] as const : [100_000_000, '亿'] as const;
  const rest = yuan % size;
  const head = `${wholeWords(Math.floor(yuan / size))}${unit}`;
  if (rest === 0) return head;
  return `${head}${rest < size / 10 ? '零' : ''}${wholeWords(rest)}`;
}

/**
 * The amount in capital characters (大写) for payout papers: 整 after 元 and after 角, nothing after 分, 零 between 元 and 分
 * when 角 is zero, 负 before a negative amount; zero is 零元整 (calculation rule 12). Refuses what is not a safe integer.
 */
export function amountWords(fen: Fen): string {
  const checked = safeInteger(fen, 'fen');
  if (checked === 0) return '零元整';
  const size = Math.abs(checked);
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor(size / 10) % 10;
  const cents = size % 10;

  let words = checked < 0 ? '负' : '';
  if (yuan > 0) words += `${wholeWords(yuan)}元`;
  if (jiao > 0) words += `${digitWord(jiao)}角`;
  else if (yuan > 0 && cents > 0) words += '零';
  return words + (cents > 0 ? `${digitWord(cents)}分` : '整');
}
