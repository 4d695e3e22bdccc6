import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { PdfFrame, type MarkObjects } from '../../documents/pdf-frame.ts';
import { copyOverlay } from '../../documents/sheets/copy-overlay.ts';
import { checkReplaceable, writePiecesDurably } from '../../platform/durable-file.ts';
import { writeAudit } from '../../rpc/audit.ts';
import type { CommandContext, TaskContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { askWhere } from '../file.service.ts';
import { pagePdf } from '../printing/page-pdf.ts';
import { givenUp } from './given-up.ts';
import { countPrint, keptPdf } from './keep-sheet.ts';
import { boxedPage, fontBase } from './print-sheet.ts';
import { drawnStatements, type StatementBatch } from './statement-list.ts';
import type { WritingRun } from './statement-runs.ts';
import { batchFor } from './statements.ts';
import { sheetFileName } from './take-sheet.ts';

type Input = ParsedInputOf<'sheet.statementsFile'>;
type Answer = OutputOf<'sheet.statementsFile'>;
interface Leaving { readonly sheetId: number; readonly copyNo: number; readonly number: string }

/** So many statements are opened and written at a time; no more of the file is ever held. */
const statementsAPiece = 20;

/** The drawn statements in the order they are handed out, each with the number of the print it is in this file. */
function leaving({ db }: TaskContext, batch: StatementBatch, { language }: Input): Leaving[] {
  const drawn = drawnStatements(db, batch, language);
  return batch.rows.flatMap(({ number }) => {
    const row = drawn.get(number);
    return row === undefined ? [] : [{ sheetId: row.id, copyNo: row.prints, number }];
  });
}

/** The page that makes a statement this copy: number, time and person. */
async function drawMark(context: TaskContext, { language }: Input, copyNo: number, signal: AbortSignal): Promise<Uint8Array> {
  const mark = { copyNo, at: context.now, byName: signedIn(context).name, voidedBy: null };
  const page = boxedPage(context.station, copyOverlay(language, mark, fontBase));
  return givenUp(signal, pagePdf(context.station.host, page, { paper: 'A4', preferCssPageSize: true }));
}

/** The file from its first byte to its last. What left the house before is marked as a copy on every page. */
async function* pieces(context: TaskContext, input: Input, statements: readonly Leaving[], frame: PdfFrame, run: WritingRun): AsyncGenerator<Uint8Array> {
  const { station, db } = context;
  const marks = new Map<number, MarkObjects>();
  yield frame.begin();
  for (const copyNo of new Set(statements.map((each) => each.copyNo).filter((number) => number > 0))) {
    const piece = await station.live.workers.run('sheet.markPiece', { pdf: await drawMark(context, input, copyNo, run.signal), first: frame.next });
    marks.set(copyNo, piece.mark);
    yield frame.add(piece);
  }
  for (let at = 0; at < statements.length; at += statementsAPiece) {
    run.signal.throwIfAborted();
    const parts = statements.slice(at, at + statementsAPiece).map(({ sheetId, copyNo }) => ({ pdf: keptPdf(station, db, sheetId), mark: marks.get(copyNo) ?? null }));
    yield frame.add(await station.live.workers.run('sheet.pagesPiece', { parts, first: frame.next }));
    run.tell(Math.min(at + statementsAPiece, statements.length));
  }
  run.signal.throwIfAborted();
  yield frame.end();
}

/** Counts every statement of the file as printed and writes down who took it; false where one was printed meanwhile. */
function countAll(context: TaskContext, batch: StatementBatch, statements: readonly Leaving[]): boolean {
  const isCurrent = (command: CommandContext): boolean => statements.every((statement) => countPrint(command, { kind: 'statement' }, { subject: statement.number, ofDocument: true }, statement));
  try {
    return context.transact((command) => {
      if (!isCurrent(command)) throw new PrintedMeanwhile();
      writeAudit(command.tx, { at: context.now, userId: signedIn(context).rowId, op: 'sheet.statementsFile', outcome: 'ok', code: batch.number, commandId: context.commandId, correlationId: null });
      return true;
    });
  } catch (error) {
    if (error instanceof PrintedMeanwhile) return false;
    throw error;
  }
}

/** Takes the whole count back: one of the statements left the house while the file was written. */
class PrintedMeanwhile extends Error {}

/** Row first, paper second: the prints are counted once the whole file is on the disk, and only then does it get its name. */
async function writeFile(context: TaskContext, batch: StatementBatch, input: Input, path: string, run: WritingRun): Promise<Answer> {
  for (;;) {
    const statements = leaving(context, batch, input);
    const frame = new PdfFrame();
    const stands = await writePiecesDurably(path, pieces(context, input, statements, frame, run), async () => {
      await checkReplaceable(path);
      return countAll(context, batch, statements);
    });
    if (stands) {
      return { savedTo: path, statements: statements.length, copies: statements.filter(({ copyNo }) => copyNo > 0).length, pages: frame.pages };
    }
  }
}

const nothingSaved: Answer = { savedTo: null, statements: 0, copies: 0, pages: 0 };

/**
 * The drawn statements of a batch as one PDF where the person wants it, written in pieces. Refuses `statements_none` while nothing is drawn;
 * faults `window_missing`, `disk_full`, `file_unwritable`: then no statement counts as printed.
 */
export async function statementsFile(context: TaskContext, input: Input): Promise<Answer> {
  const batch = batchFor(context, input);
  const count = leaving(context, batch, input).length;
  if (count === 0) refuse('statements_none', { number: batch.number });
  const path = await askWhere(context, sheetFileName(context.station, `statements ${batch.number}.pdf`), 'pdf');
  if (path === null) return nothingSaved;
  return context.station.live.statementRuns.write(batch, input.language, count, async (run) => {
    try {
      return await writeFile(context, batch, input, path, run);
    } catch (error) {
      if (run.signal.aborted) return nothingSaved;
      throw error;
    }
  });
}
