const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', V: 'U', Z: '2' };

/** Two groups of a code to be typed back, counted from 1: one of the first half and one of the second, never the very first. */
export function askedGroups(code: string): readonly [number, number] {
  let sum = 0;
  for (const letter of code) sum += letter.codePointAt(0) ?? 0;
  return [2 + (sum % 3), 5 + (sum % 4)];
}

/** True when a typed group is the one on the paper; small and full-width letters and look-alikes are forgiven. */
export function groupMatches(code: string, group: number, typed: string): boolean {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/gu, '').replace(/[IOSVZ]/gu, (letter) => lookAlikes[letter] ?? letter);
  return plain !== '' && code.split('-')[group - 1] === plain;
}

export interface NumberedGroup {
  /** Counted from 1, as on the paper. */
  readonly place: number;
  readonly letters: string;
}

/** The groups of a code with their places. */
export function numberedGroups(code: string): readonly NumberedGroup[] {
  return code.split('-').map((letters, index) => ({ place: index + 1, letters }));
}
