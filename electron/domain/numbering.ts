import { RuleError } from './rule-error.ts';

/** Letters that stand for the type of a document in its number. Gap-free per desk, type and year. */
export const DOCUMENT_LETTERS = {
  ticket: 'T',
  settlement: 'S',
  settlement_batch: 'B',
  payout: 'P',
  payout_batch: 'F',
  advance: 'A',
  input_sale: 'C',
  voucher: 'V',
  price_sheet: 'E',
  movement: 'M',
  transfer: 'X',
  stock_count: 'K',
  certificate: 'Z',
  order: 'O',
  counter_sale: 'R',
  shipment: 'H',
  price_adjustment: 'J',
  cash: 'Q',
  day_close: 'D',
  year_end: 'Y',
  scale_book: 'W',
  crate_move: 'L',
  farm_contract: 'N',
  deduction_terms: 'U',
} as const;

/** A type of numbered document. */
export type DocumentKind = keyof typeof DOCUMENT_LETTERS;

/** What stands before the number of a practice document; nothing stands before a real one. */
export const TRAINING_PREFIX = 'LX';

/** What a number on paper is made of. */
export interface DocumentNumberParts {
  /** Station code, two to four capitals and two digits: `GZ01`. */
  readonly station: string;
  /** Desk letter, one or two capitals (a restored folder takes a new one). */
  readonly desk: string;
  readonly kind: DocumentKind;
  /** Year of the business date, four digits. */
  readonly year: number;
  /** 1 to 999,999, without gaps. */
  readonly seq: number;
  readonly training: boolean;
  /** Takes the place of the training prefix; only letters and digits. */
  readonly prefix?: string;
}

function refuseUnless(holds: boolean, field: string): void {
  if (!holds) throw new RuleError('number_part_invalid', field);
}

/**
 * The number printed on a document: `GZ01A-T-2026-000123`, in training `LX-GZ01A-T-2026-000123`. It carries the desk, so that two
 * desks never need each other to number. Refuses malformed parts with `number_part_invalid`.
 */
export function documentNumber(parts: DocumentNumberParts): string {
  refuseUnless(/^[A-Z]{2,4}\d{2}$/.test(parts.station), 'station');
  refuseUnless(/^[A-Z]{1,2}$/.test(parts.desk), 'desk');
  refuseUnless(Number.isInteger(parts.year) && parts.year >= 2000 && parts.year <= 9999, 'year');
  refuseUnless(Number.isInteger(parts.seq) && parts.seq >= 1 && parts.seq <= 999_999, 'seq');
  const prefix = parts.training ? parts.prefix ?? TRAINING_PREFIX : '';
  refuseUnless(!parts.training || /^[A-Z0-9]{1,4}$/.test(prefix), 'prefix');
  const number = `${parts.station}${parts.desk}-${DOCUMENT_LETTERS[parts.kind]}-${parts.year}-${String(parts.seq).padStart(6, '0')}`;
  return prefix === '' ? number : `${prefix}-${number}`;
}

/** The number of a reversal: that of the original with `-R`; it takes no number of its own. Refuses to reverse a reversal (`already_a_reversal`). */
export function reversalNumber(original: string): string {
  if (isReversalNumber(original)) throw new RuleError('already_a_reversal', 'number');
  return `${original}-R`;
}

/** True for the number of a reversal. */
export function isReversalNumber(number: string): boolean {
  return number.endsWith('-R');
}

/** True for the number of a practice document, which live screens refuse. */
export function isTrainingNumber(number: string): boolean {
  return number.startsWith(`${TRAINING_PREFIX}-`);
}
