/** Why a typed or pasted number was not understood; each has a sentence in `app.json` under `number`. */
export type NumberRefusal =
  | 'empty' | 'severalCells' | 'scientific' | 'commaAsPoint' | 'severalPoints' | 'letters' | 'negative' | 'tooManyDecimals' | 'tooLarge' | 'otherUnit';

export type NumberText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: NumberRefusal };

/** Far more than any number, and what a half-entered ticket may keep of a field. */
export const longestTyped = 60;

export interface NumberRules {
  /** Digits allowed after the point. */
  readonly decimals: number;
  /** Digits allowed before the point. */
  readonly wholeDigits?: number;
  readonly allowNegative?: boolean;
  /** Unit words that may stand behind (or, for ¥, before) the number because they are the field's own. */
  readonly ownUnits?: readonly string[];
}

const unitWords = /(?:公斤|千克|斤|两|克|吨|元|kg|g|t|jin|%)$/iu;

function withoutOwnUnit(text: string, ownUnits: readonly string[]): string {
  for (const unit of [...ownUnits].sort((left, right) => right.length - left.length)) {
    if (text.toLowerCase().endsWith(unit.toLowerCase())) return text.slice(0, -unit.length).trim();
    if (unit === '元' && /^[¥￥]/u.test(text)) return text.slice(1).trim();
  }
  return text;
}

/** Full-width forms, the Chinese full stop as a point, a true minus sign and blanks of all widths become plain. */
function plain(raw: string): string {
  return raw.normalize('NFKC').replace(/[。｡]/gu, '.').replace(/[−–—]/gu, '-').replace(/[ \u00a0\u2009\u3000]/gu, '');
}

/**
 * Reads a number as people type or paste it: full-width digits (`１２３．５`), one cell copied from a spreadsheet, thousands marks
 * (`1,234.5`), the field's own unit behind it. Refuses what could mean two things, above all `12,3` and `12 3`, and never guesses.
 */
export function readNumberText(raw: string, rules: NumberRules): NumberText {
  const cells = raw.trim();
  // A field of one line gets the cells of a column with blanks between them; run together they would be another number.
  if (/[\t\r\n]|[\d.,] +[\d.,]/u.test(cells.normalize('NFKC'))) return { ok: false, reason: 'severalCells' };
  let text = withoutOwnUnit(plain(cells), rules.ownUnits ?? []);
  if (text === '') return { ok: false, reason: 'empty' };
  if (unitWords.test(text) && /^[-+]?[\d.,]/u.test(text)) return { ok: false, reason: 'otherUnit' };
  if (/^[-+]?\d+(\.\d+)?e[-+]?\d+$/iu.test(text)) return { ok: false, reason: 'scientific' };
  if (text.includes(',')) {
    if (!/^[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/u.test(text)) return { ok: false, reason: /^[-+\d,.]+$/u.test(text) ? 'commaAsPoint' : 'letters' };
    text = text.replaceAll(',', '');
  }
  return checkPlainNumber(text.replace(/^\+/u, ''), rules);
}

function checkPlainNumber(text: string, rules: NumberRules): NumberText {
  if (/^-?[\d.]*\.[\d.]*\./u.test(text)) return { ok: false, reason: 'severalPoints' };
  const match = /^(-?)(\d*)(?:\.(\d*))?$/u.exec(text);
  if (match === null || !/\d/u.test(text)) return { ok: false, reason: 'letters' };
  const [, sign = '', whole = '', fraction = ''] = match;
  if (sign === '-' && rules.allowNegative !== true) return { ok: false, reason: 'negative' };
  const shownWhole = whole.replace(/^0+(?=\d)/u, '') || '0';
  if (shownWhole.length > (rules.wholeDigits ?? 7)) return { ok: false, reason: 'tooLarge' };
  if (fraction.replace(/0+$/u, '').length > rules.decimals) return { ok: false, reason: 'tooManyDecimals' };
  const kept = fraction.slice(0, rules.decimals);
  return { ok: true, text: `${sign}${shownWhole}${kept === '' ? '' : `.${kept}`}` };
}
