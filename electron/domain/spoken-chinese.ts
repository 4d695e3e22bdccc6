const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const PLACES = ['千', '百', '十', ''] as const;

const digit = (value: number): string => DIGITS[value] ?? '';

/** 1 to 9,999; `leads` when nothing is said before it, for 两 stands only at the head (两百, but 一千二百) and 十 loses its 一 only there. */
function section(value: number, leads: boolean): string[] {
  const words: string[] = [];
  let gap = false;
  for (const [index, place] of PLACES.entries()) {
    const figure = Number(String(value).padStart(4, '0')[index]);
    if (figure === 0) {
      gap = words.length > 0;
      continue;
    }
    if (gap) words.push('零');
    gap = false;
    const first = leads && words.length === 0;
    if (!(first && figure === 1 && place === '十')) words.push(first && figure === 2 && (place === '百' || place === '千') ? '两' : digit(figure));
    if (place !== '') words.push(place);
  }
  return words;
}

function above(value: number, size: number, unit: '万' | '亿', leads: boolean): string[] {
  const head = Math.floor(value / size);
  const rest = value % size;
  const headWords = head === 2 && leads ? ['两'] : whole(head, leads);
  return [...headWords, unit, ...(rest === 0 ? [] : [...(rest < size / 10 ? ['零'] : []), ...whole(rest, false)])];
}

function whole(value: number, leads: boolean): string[] {
  if (value >= 100_000_000) return above(value, 100_000_000, '亿', leads);
  if (value >= 10_000) return above(value, 10_000, '万', leads);
  return section(value, leads);
}

/** A whole number from 0 to 10^12 as it is read aloud, one word a clip: 一百零五, 两千二百, 十二. */
export const chineseWhole = (value: number): string[] => (value === 0 ? ['零'] : whole(value, true));

/** The number in front of a measure word: a bare 2 is 两 there (两公斤, 两元), every other number as it is counted. */
export const chineseCount = (value: number): string[] => (value === 2 ? ['两'] : chineseWhole(value));

/** The decimals behind the point, figure by figure. */
export const chineseFigures = (figures: string): string[] => [...figures].map((figure) => digit(Number(figure)));
