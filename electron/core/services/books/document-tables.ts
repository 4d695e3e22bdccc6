import type { Tables } from '../../../../db/schema.ts';

type TableOfDocument = { [T in keyof Tables]: Tables[T] extends { document_id: number | null } ? T : never }[keyof Tables];

/** Where the rows of each type of document lie; its digest covers all of them. */
export const documentTables = {
  ticket: ['ticket', 'ticket_owner', 'weighing', 'weighing_grade', 'ticket_measure', 'ticket_line', 'ticket_deduction', 'ticket_photo', 'payable', 'payable_void', 'lot', 'movement', 'ticket_return', 'ticket_paper', 'crate_line', 'journal_line', 'ticket_machine', 'ticket_measure_note', 'ticket_word', 'ticket_sample', 'ticket_line_terms', 'ticket_deduction_terms', 'ticket_discount'],
  price_sheet: ['price_sheet', 'price', 'price_premium'],
  settlement_batch: ['settlement_batch'],
  payout: ['payout', 'payout_line', 'cash_line', 'journal_line'],
  cash_movement: ['cash_line', 'journal_line'],
  cash_advance: ['debt', 'cash_line', 'journal_line'],
  input_credit: ['debt', 'journal_line'],
  stock_movement: ['movement', 'journal_line'],
  price_adjustment: ['payable', 'journal_line'],
  clock_correction: ['clock_correction'],
  settlement_role: ['settlement_role'],
  incarnation: ['incarnation'],
  day_close: [],
  certificate: [],
  scale_book: ['scale_book_entry', 'scale_book_reading'],
  crate_move: ['crate_line'],
  farm_contract: ['farm_contract'],
  deduction_terms: ['deduction_terms'],
  settlement_release: ['settlement_release', 'payable'],
  debt_repayment: ['debt_repayment', 'cash_line', 'journal_line'],
  payout_return: ['payout_return', 'cash_line', 'journal_line'],
} as const satisfies Record<string, readonly TableOfDocument[]>;

/** Tables whose own row id belongs to the digest, because other rows point at it. */
export const tablesWithRowId: ReadonlySet<string> = new Set(['document', 'payable', 'lot', 'price', 'price_premium']);
