import { z } from 'zod';
import { defineOperation } from './define.ts';
import { businessDay, line, ulid } from './fields.ts';

/** `both` sets the two languages beside each other on one page. */
export const sheetLanguage = z.enum(['zh', 'en', 'both']);
export type SheetLanguage = z.infer<typeof sheetLanguage>;

const language = sheetLanguage.default('zh');
/** Papers that a seller takes home also fit on half a page. */
const size = z.enum(['A4', 'A5']).default('A4');

/** Which sheet of paper, of what, in which language. */
export const sheetOrder = z.discriminatedUnion('kind', [
  /** What a day came to, as it is stored now. */
  z.strictObject({ kind: z.literal('day'), date: businessDay, language }),
  /** The purchase note (收购凭证) of a ticket, a page for each owner. */
  z.strictObject({ kind: z.literal('purchase_note'), ticketId: ulid, language, size }),
  /** For the village board: who brought how much and is owed what, with names and numbers masked. */
  z.strictObject({ kind: z.literal('notice'), from: businessDay, to: businessDay, place: line(60), postedOn: businessDay, objectionUntil: businessDay, language }),
  /** A scale's book over a period: checks, test weights, certificates. */
  z.strictObject({ kind: z.literal('scale_book'), scaleId: z.string().min(1).max(32), from: businessDay, to: businessDay, language }),
  /** How the goods of a ticket were graded. */
  z.strictObject({ kind: z.literal('grading'), ticketId: ulid, language, size }),
  /** The same with empty places, to be filled in by hand in the yard. */
  z.strictObject({ kind: z.literal('grading_form'), schemeId: ulid, language, size }),
  /** The prices in force, to hang up; of what is stored now, as the day sheet. */
  z.strictObject({ kind: z.literal('price_board'), language }),
  z.strictObject({ kind: z.literal('statement'), settlementId: ulid, language }),
  /** The payout sheet (发放表) with a place to sign in every row. */
  z.strictObject({ kind: z.literal('payout'), payoutId: ulid, language }),
]);
export type SheetOrder = z.infer<typeof sheetOrder>;
export type SheetKind = SheetOrder['kind'];

const refusals = [
  'sheet_not_permitted', 'ticket_unknown', 'sheet_not_for_reversal', 'sheet_day_ahead', 'period_invalid', 'period_too_long', 'objection_before_posting', 'scale_unknown', 'scheme_unknown', 'sheet_without_scheme',
  'settlement_unknown', 'settlement_not_posted', 'payout_unknown', 'board_empty',
] as const;

export const sheetOperations = {
  /** The page as it would be drawn now: its body and its style. `copyNo` 0 is the original; `boxed` are characters no font has. */
  'sheet.preview': defineOperation({
    kind: 'query', permission: 'print.use', input: z.strictObject({ order: sheetOrder }),
    output: z.object({ body: z.string(), style: z.string(), title: z.string(), size: z.enum(['A4', 'A4 landscape', 'A5']), copyNo: z.number().int(), boxed: z.array(z.string()) }), refusals,
  }),
  /**
   * The sheet as PDF in base64. Its page and its bytes are kept at the first print; what is printed later of the same sheet is the same page,
   * marked as a copy with its number, time and person.
   */
  'sheet.print': defineOperation({
    kind: 'command', permission: 'print.use', input: z.strictObject({ order: sheetOrder }),
    output: z.object({ pdf: z.string(), name: z.string(), sha256: z.string(), copyNo: z.number().int() }), refusals,
  }),
  /**
   * The same, kept as a PDF where the person wants it. Nothing has left, and no number is used up, where they think better of it (`savedTo`
   * null) or the disk does not take the file (`disk_full`, `file_unwritable`).
   */
  'sheet.save': defineOperation({
    kind: 'command', permission: 'print.use', input: z.strictObject({ order: sheetOrder }),
    output: z.object({ savedTo: z.string().nullable(), copyNo: z.number().int() }), refusals,
  }),
  /**
   * Lets the sheet leave on the printer of the system chosen for its kind: the PDF as it was kept, or a marked copy of it. Prints by either way
   * count together, so that only the first of them is the original.
   */
  'sheet.toPrinter': defineOperation({
    kind: 'command', permission: 'print.use', input: z.strictObject({ order: sheetOrder }),
    output: z.object({ jobId: ulid, printer: z.string(), copyNo: z.number().int() }), refusals: [...refusals, 'page_printer_none'],
  }),
} as const;
