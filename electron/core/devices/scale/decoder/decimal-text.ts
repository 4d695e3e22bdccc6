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

const FIELD = /^ *([+-]?) *(\d*\.?\d+|\d+\.) *$/;

/**
 * The number in a field of fixed width, as `shownDecimal` gives it: blanks may stand before the sign, between sign and
 * number and behind the number (`-   13.5`). Null for anything else.
 */
export function fieldDecimal(field: string): string | null {
  const match = FIELD.exec(field);
  return match === null ? null : shownDecimal(`${match[1] ?? ''}${match[2] ?? ''}`);
}

const POWERS_OF_TEN = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;

/** Sets the point into a whole number of scale digits sent without one, at most six decimals: `pointedNumber(786, 2, false)` is `7.86`. */
export function pointedNumber(digits: number, decimals: number, negative: boolean): string {
  const power = POWERS_OF_TEN[decimals] ?? 1;
  const rest = digits % power;
  const whole = `${negative ? '-' : ''}${(digits - rest) / power}`;
  return decimals === 0 ? whole : `${whole}.${String(rest).padStart(decimals, '0')}`;
}
