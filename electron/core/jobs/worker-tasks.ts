import { copyDatabase, inspectDatabase } from '../../../db/backup.ts';
import type { DatabaseInspection } from '../../../db/backup.ts';
import { threadId } from 'node:worker_threads';
import { durabilityOf } from '../../../db/connection.ts';
import type { Durability, ReadHandle } from '../../../db/connection.ts';
import { asStorageError } from '../../../db/storage-error.ts';
import type { StorageKind } from '../../../db/storage-error.ts';
import { payeesInScope } from '../../../db/queries/settlement-run.queries.ts';
import { unsettledByAge, unsettledByPayee } from '../../../db/queries/settlement-report.queries.ts';
import type { PaperLocale } from '../documents/paper-text.ts';
import type { PayoutSheetData } from '../documents/payout-sheet.ts';
import type { PdfPart } from '../documents/pdf-pieces.ts';
import type { VerifyOrder } from '../services/system/verify/verify-books.ts';
import { provePhotos } from '../platform/backup-photos.ts';
import type { PhotoProof } from '../platform/backup-photos.ts';
import { verifyBooks } from '../services/system/verify/verify-books.ts';

type ParamsOf<Q> = Q extends { all(handle: ReadHandle, params: infer P): unknown } ? P : never;

/** Across the thread an error loses its kind, and a full disk must stay one. */
type FileWork<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly kind: StorageKind; readonly message: string };
function fileWork<T>(work: () => T): FileWork<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const storage = asStorageError(error);
    if (!storage) throw error;
    return { ok: false, kind: storage.kind, message: storage.message };
  }
}

/**
 * What may be handed to a worker thread: heavy reads over a connection that cannot write, and heavy drawing. Input and answer cross
 * the thread as plain data.
 */
export const workerTasks = {
  'settlement.payeesInScope': (db: ReadHandle, input: ParamsOf<typeof payeesInScope>) => payeesInScope.one(db, input),
  'settlement.unsettled': (db: ReadHandle, input: ParamsOf<typeof unsettledByPayee>) => ({ rows: unsettledByPayee.all(db, input), ageing: unsettledByAge.all(db, input) }),
  // The writer of workbooks is large; it is loaded by the thread that needs it, not by each that starts.
  'settlement.payoutWorkbook': async (_db: ReadHandle, input: { readonly data: PayoutSheetData; readonly locale: PaperLocale }): Promise<Uint8Array> =>
    (await import('../documents/payout-sheet-xlsx.ts')).payoutSheetXlsx(input.data, input.locale),
  'sheet.markPiece': async (_db: ReadHandle, input: { readonly pdf: Uint8Array; readonly first: number }) => (await import('../documents/pdf-pieces.ts')).markPiece(input),
  'sheet.pagesPiece': async (_db: ReadHandle, input: { readonly parts: readonly PdfPart[]; readonly first: number }) => (await import('../documents/pdf-pieces.ts')).pagesPiece(input),
  /** What this thread's own connection promises, with the thread that was asked. */
  'system.durability': (db: ReadHandle, _input: object): Durability & { readonly thread: number } => ({ ...durabilityOf(db), thread: threadId }),
  'system.verify': (db: ReadHandle, input: VerifyOrder) => verifyBooks(db, input),
  'backup.copy': (_db: ReadHandle, input: { readonly from: string; readonly to: string }): FileWork<void> => fileWork(() => copyDatabase(input.from, input.to)),
  'backup.photos': (_db: ReadHandle, input: { readonly database: string; readonly place: string }): FileWork<PhotoProof> => fileWork(() => provePhotos(input.database, input.place)),
  'backup.inspect': (_db: ReadHandle, input: { readonly path: string }): FileWork<DatabaseInspection> => fileWork(() => inspectDatabase(input.path)),
} as const;

export type WorkerTasks = typeof workerTasks;
export type WorkerTaskName = keyof WorkerTasks;
export type WorkerInput<N extends WorkerTaskName> = Parameters<WorkerTasks[N]>[1];
export type WorkerAnswer<N extends WorkerTaskName> = Awaited<ReturnType<WorkerTasks[N]>>;

export interface WorkerRequest { readonly id: number; readonly task: WorkerTaskName; readonly input: unknown }
export type WorkerReply = { readonly id: number; readonly ok: true; readonly value: unknown } | { readonly id: number; readonly ok: false; readonly message: string };
