/** Kinds of numbers with a check rule. */
export const IDENTIFIER_KINDS = ['resident_id', 'bank_card', 'uscc', 'mobile', 'gtin', 'gln', 'sscc'] as const;

/** A kind of number with a check rule. */
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Whether a number holds, and which rule it broke. */
export interface IdentifierCheck {
  readonly valid: boolean;
  /** `format` (length or characters), `date`, `check_digit` or `luhn`; null when valid. */
  readonly reason: 'format' | 'date' | 'check_digit' | 'luhn' | null;
}

const VALID: IdentifierCheck = { valid: true, reason: null };

function broken(reason: NonNullable<IdentifierCheck['reason']>): IdentifierCheck {
  return { valid: false, reason };
}

/** Without the blanks and hyphens people put between groups, in capitals: the form in which a number is stored. */
export function normaliseIdentifier(kind: IdentifierKind, value: string): string {
  const compact = value.replace(/[\s-]/g, '').toUpperCase();
  return kind === 'mobile' ? compact.replace(/^(?:\+|00)86/, '') : compact;
}

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const RESIDENT_CHECKS = '10X98765432';

function dateExists(compact: string): boolean {
  const [year, month, day] = [Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6, 8))];
  if (year < 1800) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** GB 11643 with ISO 7064 MOD 11-2. The area code is not looked up: areas are renamed, so a table may only warn. */
function checkResidentId(value: string): IdentifierCheck {
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return broken('format');
  if (!dateExists(value.slice(6, 14))) return broken('date');
  const sum = RESIDENT_WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(value[index]), 0);
  return RESIDENT_CHECKS[sum % 11] === value[17] ? VALID : broken('check_digit');
}

/** 16 to 19 digits with Luhn. Passbook and company accounts need not satisfy it: the product warns and asks to type it twice. */
function checkBankCard(value: string): IdentifierCheck {
  if (!/^\d{16,19}$/.test(value)) return broken('format');
  let sum = 0;
  for (let place = 0; place < value.length; place += 1) {
    const digit = Number(value[value.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? VALID : broken('luhn');
}

/** 31 characters: no I, O, S, V, Z; the place in this text is the value, not the character code. */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_FORMAT = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** GB 32100: powers of 3 modulo 31; the check value is (31 − sum mod 31) mod 31, so a sum of zero gives zero. */
function checkSocialCreditCode(value: string): IdentifierCheck {
  if (!USCC_FORMAT.test(value)) return broken('format');
  let sum = 0;
  let weight = 1;
  for (const character of value.slice(0, 17)) {
    sum += USCC_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === value[17] ? VALID : broken('check_digit');
}

/** GS1 general rule: weights 3 and 1 from the right, beginning beside the check digit. */
function checkGs1(value: string, lengths: readonly number[]): IdentifierCheck {
  if (!/^\d+$/.test(value) || !lengths.includes(value.length)) return broken('format');
  let sum = 0;
  for (let place = 1; place < value.length; place += 1) {
    sum += Number(value[value.length - 1 - place]) * (place % 2 === 1 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10 === Number(value.at(-1)) ? VALID : broken('check_digit');
}

/**
 * Checks a number against its rule (domain notes 3.3): resident id (GB 11643), bank card (Luhn), unified social credit code (GB 32100),
 * mobile number, GTIN of 8, 12, 13 or 14 digits, GLN, SSCC. Blanks, hyphens, a lower-case x and the country code of a mobile number
 * are accepted. Refuses nothing: a broken number is an answer with its reason.
 */
export function checkIdentifier(kind: IdentifierKind, value: string): IdentifierCheck {
  const compact = normaliseIdentifier(kind, value);
  switch (kind) {
    case 'resident_id': return checkResidentId(compact);
    case 'bank_card': return checkBankCard(compact);
    case 'uscc': return checkSocialCreditCode(compact);
    // Number ranges change every year, so no list of prefixes is kept.
    case 'mobile': return /^1[3-9]\d{9}$/.test(compact) ? VALID : broken('format');
    case 'gtin': return checkGs1(compact, [8, 12, 13, 14]);
    case 'gln': return checkGs1(compact, [13]);
    case 'sscc': return checkGs1(compact, [18]);
  }
}

/** True for a landline number with its area code, such as `0851-1234567`. */
export function isLandline(value: string): boolean {
  return /^0\d{2,3}-?\d{7,8}$/.test(value.replace(/\s/g, ''));
}
