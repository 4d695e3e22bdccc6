const SMALL = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
] as const;
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const SIZES = [[1_000_000_000, 'billion'], [1_000_000, 'million'], [1_000, 'thousand'], [100, 'hundred']] as const;

const small = (value: number): string => SMALL[value] ?? '';

/** A whole number from 0 to 10^12 as it is read aloud, one word a clip: one hundred five. */
export function englishWhole(value: number): string[] {
  for (const [size, word] of SIZES) {
    if (value < size) continue;
    const rest = value % size;
    return [...englishWhole(Math.floor(value / size)), word, ...(rest === 0 ? [] : englishWhole(rest))];
  }
  if (value < 20) return [small(value)];
  const ones = value % 10;
  return [TENS[Math.floor(value / 10)] ?? '', ...(ones === 0 ? [] : [small(ones)])];
}

/** The decimals behind the point, figure by figure. */
export const englishFigures = (figures: string): string[] => [...figures].map((figure) => small(Number(figure)));
