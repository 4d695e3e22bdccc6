import type { HandlersOf } from '../rpc/handler.ts';
import { ask, task } from '../rpc/handler.ts';
import { previewSheet } from './sheet/print-sheet.ts';
import { sheetToPrinter } from './sheet/sheet-to-printer.ts';
import { statementsFile } from './sheet/statement-file.ts';
import { cancelStatements, drawStatements, readStatements } from './sheet/statements.ts';
import { printSheet, saveSheet } from './sheet/take-sheet.ts';

/** Sheets of paper. Replies are not kept: they carry names, and the first print is kept sealed. */
export const sheetHandlers = {
  'sheet.preview': ask(previewSheet),
  'sheet.print': task(printSheet, { once: false }),
  'sheet.save': task(saveSheet, { once: false }),
  'sheet.toPrinter': task(sheetToPrinter),
  'sheet.statements': ask(readStatements),
  'sheet.drawStatements': task(drawStatements),
  'sheet.cancelStatements': task(cancelStatements),
  'sheet.statementsFile': task(statementsFile, { once: false }),
} satisfies HandlersOf<'sheet.preview' | 'sheet.print' | 'sheet.save' | 'sheet.toPrinter' | 'sheet.statements' | 'sheet.drawStatements' | 'sheet.cancelStatements' | 'sheet.statementsFile'>;
