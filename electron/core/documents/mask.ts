/** A name for eyes that need not know it: the first character stays, at most three marks follow, so that the length tells nothing. `张三丰` is `张**`. */
export function maskedName(name: string): string {
  const [first, ...rest] = name.trim();
  if (first === undefined) return '';
  return first + '*'.repeat(Math.min(3, Math.max(1, rest.length)));
}

/** A number with only its last four digits: a bank account, an identity number, a phone. Shorter ones are hidden whole. */
export function maskedNumber(number: string): string {
  const digits = number.replace(/\s/g, '');
  return digits.length <= 4 ? '*'.repeat(digits.length) : `${'*'.repeat(Math.min(8, digits.length - 4))}${digits.slice(-4)}`;
}
