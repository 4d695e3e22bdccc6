const CHINESE = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n };
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS: Readonly<Record<string, bigint>> = { twenty: 20n, thirty: 30n, forty: 40n, fifty: 50n, sixty: 60n, seventy: 70n, eighty: 80n, ninety: 90n };
const SIZES: Readonly<Record<string, bigint>> = { thousand: 1_000n, million: 1_000_000n, billion: 1_000_000_000n };

const chineseDigit = (word: string): bigint => BigInt(word === '两' ? 2 : CHINESE.indexOf(word));

function chineseWhole(words: readonly string[]): bigint {
  for (const [unit, size] of [['亿', 100_000_000n], ['万', 10_000n]] as const) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return chineseWhole(words.slice(0, at)) * size + chineseWhole(words.slice(at + 1));
  }
  let value = 0n;
  let digit: bigint | null = null;
  for (const word of words) {
    const place = PLACES[word];
    if (place === undefined) digit = chineseDigit(word);
    else {
      value += (digit ?? 1n) * place;
      digit = null;
    }
  }
  return value + (digit ?? 0n);
}

/** Thousandths of what a Mandarin number says, by a way of its own; 元, 角 and 分 are read as money. */
export function readChinese(words: readonly string[]): bigint {
  if (words[0] === '负') return -readChinese(words.slice(1));
  let rest = [...words];
  let thousandths = 0n;
  for (const [unit, worth] of [['元', 1_000n], ['角', 100n], ['分', 10n]] as const) {
    const at = rest.indexOf(unit);
    if (at < 0) continue;
    thousandths += chineseWhole(rest.slice(0, at)) * worth;
    rest = rest.slice(at + 1);
  }
  const [whole, figures = []] = rest.includes('点') ? [rest.slice(0, rest.indexOf('点')), rest.slice(rest.indexOf('点') + 1)] : [rest];
  return thousandths + chineseWhole(whole) * 1_000n + BigInt(figures.map((word) => CHINESE.indexOf(word)).join('').padEnd(3, '0'));
}

function englishWhole(words: readonly string[]): bigint {
  let total = 0n;
  let part = 0n;
  for (const word of words) {
    const size = SIZES[word];
    if (size !== undefined) {
      total += part * size;
      part = 0n;
    } else if (word === 'hundred') part *= 100n;
    else part += TENS[word] ?? BigInt(ENGLISH.indexOf(word));
  }
  return total + part;
}

/** Thousandths of what an English number says. */
export function readEnglish(words: readonly string[]): bigint {
  if (words[0] === 'minus') return -readEnglish(words.slice(1));
  const at = words.indexOf('point');
  if (at < 0) return englishWhole(words) * 1_000n;
  return englishWhole(words.slice(0, at)) * 1_000n + BigInt(words.slice(at + 1).map((word) => ENGLISH.indexOf(word)).join('').padEnd(3, '0'));
}
