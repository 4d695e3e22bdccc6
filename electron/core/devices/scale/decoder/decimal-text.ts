const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;
/** No scale shows more digits; longer text is noise. */
const MOST_DIGITS = 10;

/**
 * A number as the scale shows it: sign kept when negative, leading zeros gone, decimals kept (`+0007.860` is `7.860`).
 * Null for anything but one plain decimal number.
 */
export function shownDecimal(text: string, point: '.' | ',' = '.'): string | null {
  if (point === ',' && text.includes('.')) return null;
  const match = PLAIN.exec(point === ',' ? text.replace(',', '.') : text);
  if (match === null) return null;
  const whole = match[2] ?? '';
  const decimals = match[3] ?? '';
  if (whole === '' && decimals === '') return null;
  if (whole.length + decimals.length > MOST_DIGITS) return null;
  const stripped = whole.replace(/^0+(?=\d)/, '') || '0';
  return `${match[1] === '-' ? '-' : ''}${stripped}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Sets the point into digits sent without one: `placePoint('000786', 2)` is `7.86`. `digits` holds digits only. */
export function placePoint(digits: string, decimals: number, negative: boolean): string {
  const padded = digits.padStart(decimals + 1, '0');
  const cut = padded.length - decimals;
  let first = 0;
  while (first < cut - 1 && padded.charCodeAt(first) === 0x30) first += 1;
  const whole = padded.slice(first, cut);
  return `${negative ? '-' : ''}${whole}${decimals === 0 ? '' : `.${padded.slice(cut)}`}`;
}
