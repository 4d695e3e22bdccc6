import { z } from 'zod';
import { defineOperation } from './define.ts';
import { ulid } from './fields.ts';
import { sheetLanguage } from './sheet.ts';

/** `drawing` and `writing` (into a file): under way; `stopped`: the printing window failed several times in a row; `idle`: nothing under way. */
const runState = z.enum(['idle', 'drawing', 'writing', 'stopped']);
const counts = z.object({ state: runState, done: z.number().int(), total: z.number().int(), failed: z.number().int() });
export type StatementCounts = z.infer<typeof counts>;

const batch = z.strictObject({ batchId: ulid, language: sheetLanguage.default('zh') });

export const statementRunOperations = {
  /** How many statements of a posted batch are drawn, and whether more are being drawn just now. `printed` are those that have left the house; `failures` are those the last run could not draw. */
  'sheet.statements': defineOperation({
    kind: 'query', permission: 'print.use', input: batch,
    output: counts.extend({ printed: z.number().int(), failures: z.array(z.object({ settlementId: ulid, number: z.string(), memberCode: z.string(), payeeName: z.string(), kind: z.enum(['refusal', 'fault']), code: z.string() })) }), refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted'],
  }),
  /**
   * Draws every statement of the batch that was never drawn, or the one named, one after the other, and answers as soon as the first is kept;
   * asked again while they are drawn, it tells of the run under way. Fault `window_missing` where no window can draw.
   */
  'sheet.drawStatements': defineOperation({
    kind: 'command', permission: 'print.use', input: batch.extend({ settlementId: ulid.optional() }), output: counts, refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted', 'statements_busy', 'settlement_unknown'],
  }),
  /** Ends the drawing after the page in hand, what is drawn stays; ends the writing of a file, of which nothing stays. */
  'sheet.cancelStatements': defineOperation({ kind: 'command', permission: 'print.use', input: batch, output: counts, refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted', 'statements_not_running'] }),
  /**
   * Asks the person for a place and writes the drawn statements of a batch there as one PDF, in the order of the member codes. Each leaves the
   * house with it: once as the original, in every later file with the mark of a copy on all its pages (`copies` are those). `savedTo` null where
   * the person thought better of it. Faults `window_missing`, `disk_full`, `file_unwritable`.
   */
  'sheet.statementsFile': defineOperation({
    kind: 'command', permission: 'print.use', input: batch, output: z.object({ savedTo: z.string().nullable(), statements: z.number().int(), copies: z.number().int(), pages: z.number().int() }),
    refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted', 'statements_none', 'statements_busy'],
  }),
} as const;
