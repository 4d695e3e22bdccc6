import { z } from 'zod';
import { defineOperation } from './define.ts';
import { ulid } from './fields.ts';
import { sheetLanguage } from './sheet.ts';

/** `drawing`: under way; `stopped`: the printing window failed several times in a row; `idle`: nothing under way. */
const runState = z.enum(['idle', 'drawing', 'stopped']);
const counts = z.object({ state: runState, done: z.number().int(), total: z.number().int(), failed: z.number().int() });
export type StatementCounts = z.infer<typeof counts>;

const batch = z.strictObject({ batchId: ulid, language: sheetLanguage.default('zh') });

export const statementRunOperations = {
  /** How many statements of a posted batch are drawn, and whether more are being drawn just now. `failures` are those the last run could not draw. */
  'sheet.statements': defineOperation({
    kind: 'query', permission: 'print.use', input: batch,
    output: counts.extend({ failures: z.array(z.object({ settlementId: ulid, number: z.string(), memberCode: z.string(), payeeName: z.string(), code: z.string() })) }), refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted'],
  }),
  /**
   * Draws every statement of the batch that was never drawn, one after the other, and answers as soon as the first is kept; asked again while they
   * are drawn, it tells of the run under way. Fault `window_missing` where no window can draw.
   */
  'sheet.drawStatements': defineOperation({ kind: 'command', permission: 'print.use', input: batch, output: counts, refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted', 'statements_busy'] }),
  /** Ends the drawing after the page in hand; what is drawn stays. */
  'sheet.cancelStatements': defineOperation({ kind: 'command', permission: 'print.use', input: batch, output: counts, refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted', 'statements_not_running'] }),
  /** The drawn statements of a batch as one PDF (base64), in the order of the member codes. */
  'sheet.statementsFile': defineOperation({
    kind: 'command', permission: 'print.use', input: batch, output: z.object({ pdf: z.string(), name: z.string(), sha256: z.string(), statements: z.number().int(), pages: z.number().int() }),
    refusals: ['sheet_not_permitted', 'batch_unknown', 'statements_not_posted', 'statements_none'],
  }),
} as const;
