import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../schema.ts';
import { command, query, textQuery } from '../sql.ts';

export const jobByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('print_job').selectAll().where('ulid', '=', slot('ulid')));
export const jobById = query<{ id: number }>()((k, slot) => k.selectFrom('print_job').selectAll().where('id', '=', slot('id')));

interface JobListed { id: string; paper: string; documentNumber: string | null; copyNo: number; printer: string | null; state: string; attempts: number; lastError: string | null; createdAt: number; createdBy: string; sentAt: number | null; boxed: string | null }
/** Jobs, newest first; `open` leaves out what is sent or cancelled. */
export const printJobs = textQuery<{ open: number }, JobListed>((slot) => sql`
  SELECT j.ulid AS id, j.paper, coalesce(d.number, o.code, s.subject, printf('%s%03d', n.desk_letter, n.number)) AS documentNumber, j.copy_no AS copyNo, j.printer_id AS printer, j.state, j.attempts, j.last_error AS lastError, j.created_at AS createdAt, u.name AS createdBy, j.sent_at AS sentAt,
    b.code_points AS boxed
  FROM print_job j JOIN user u ON u.id = j.created_by LEFT JOIN document d ON d.id = j.document_id LEFT JOIN label_order o ON o.print_job_id = j.id
    LEFT JOIN sheet_job h ON h.print_job_id = j.id LEFT JOIN sheet s ON s.id = h.sheet_id LEFT JOIN queue_slip e ON e.print_job_id = j.id LEFT JOIN queue_number n ON n.id = e.queue_id LEFT JOIN kept_paper k ON k.print_job_id = j.id LEFT JOIN kept_boxes b ON b.kept_paper_id = k.id
  WHERE ${slot('open')} = 0 OR j.state IN ('waiting', 'sending', 'failed', 'unsure') ORDER BY j.id DESC LIMIT 500`);

/** The oldest waiting job of a printer, due or not: no younger paper passes it. */
export const oldestWaiting = query<{ printer: string }>()((k, slot) =>
  k.selectFrom('print_job').selectAll().where('printer_id', '=', slot('printer')).where('state', '=', 'waiting').orderBy('created_at').orderBy('id').limit(1));
export const sendingJobs = query<object>()((k) => k.selectFrom('print_job').select('id').where('state', '=', 'sending'));
/** Every waiting job that has a printer, the oldest first. */
export const waitingJobs = query<object>()((k) => k.selectFrom('print_job').selectAll().where('state', '=', 'waiting').where('printer_id', 'is not', null).orderBy('id'));
/** Jobs that found no printer when they were written; they get one as soon as there is one. */
export const adoptJobs = command<{ printer: string; paper: string }>()((k, slot) =>
  k.updateTable('print_job').set({ printer_id: slot('printer') }).where('printer_id', 'is', null).where('paper', '=', slot('paper')).where('state', '=', 'waiting'));

export const markSending = command<{ id: number }>()((k, slot) => k.updateTable('print_job').set((eb) => ({ state: 'sending', attempts: eb('attempts', '+', 1) })).where('id', '=', slot('id')));
/** The layout a paper was drawn in. */
export const setLayout = command<{ id: number; layout: number }>()((k, slot) => k.updateTable('print_job').set({ layout_version: slot('layout') }).where('id', '=', slot('id')));
export const markSent = command<{ id: number; at: number; bytes: number }>()((k, slot) =>
  k.updateTable('print_job').set({ state: 'sent', sent_at: slot('at'), bytes: slot('bytes'), last_error: null }).where('id', '=', slot('id')));
export const setJob = command<{ id: number; state: string; error: string | null; nextAt: number }>()((k, slot) =>
  k.updateTable('print_job').set({ state: slot('state'), last_error: slot('error'), next_at: slot('nextAt') }).where('id', '=', slot('id')));

/** A job that ended without a byte is no copy; one cancelled in doubt is. */
export const stoodOrMayStand = (eb: ExpressionBuilder<Tables, 'print_job'>): Expression<SqlBool> =>
  eb.or([eb('print_job.state', '<>', 'cancelled'), eb.exists(eb.selectFrom('print_doubt').select('at').whereRef('print_doubt.print_job_id', '=', 'print_job.id'))]);

/** The highest copy of a paper that came out, will come out or may have come out; null where there is none. */
export const lastCopy = query<{ documentId: number; paper: string; lotId: number | null }>()((k, slot) =>
  k.selectFrom('print_job').select((eb) => eb.fn.max<number | null>('copy_no').as('copyNo')).where('document_id', '=', slot('documentId')).where('paper', '=', slot('paper'))
    .where((eb) => eb('lot_id', 'is', slot('lotId'))).where(stoodOrMayStand));

/** From now on the paper of this job may lie somewhere, whatever becomes of the job. */
export const doubtJob = command<{ id: number; at: number }>()((k, slot) => k.insertInto('print_doubt').values({ print_job_id: slot('id'), at: slot('at') }).onConflict((conflict) => conflict.doNothing()));
/** A person has looked: there is no paper. */
export const clearDoubt = command<{ id: number }>()((k, slot) => k.deleteFrom('print_doubt').where('print_job_id', '=', slot('id')));

export const setupOfJob = query<{ jobId: number }>()((k, slot) =>
  k.selectFrom('kept_setup').innerJoin('kept_paper', 'kept_paper.id', 'kept_setup.kept_paper_id').select('kept_setup.setup').where('kept_paper.print_job_id', '=', slot('jobId')));
export const keptOfJob = query<{ jobId: number }>()((k, slot) => k.selectFrom('kept_paper').selectAll().where('print_job_id', '=', slot('jobId')));
/** The first print of a paper with the slip it was made of; none where nothing was drawn yet. */
export const firstSlip = query<{ documentId: number; paper: string }>()((k, slot) =>
  k.selectFrom('kept_slip').innerJoin('kept_paper', 'kept_paper.id', 'kept_slip.kept_paper_id').innerJoin('print_job', 'print_job.id', 'kept_paper.print_job_id')
    .select(['kept_slip.profile', 'kept_slip.slip', 'kept_slip.copy_at as copyAt', 'kept_paper.bytes', 'kept_paper.locale'])
    .where('print_job.document_id', '=', slot('documentId')).where('print_job.paper', '=', slot('paper')).where('print_job.copy_no', '=', 0).orderBy('kept_paper.id', 'desc').limit(1));
/** What the label of a lot said when it was first printed; none where nothing stood yet. */
export const firstLotLabel = query<{ documentId: number; lotId: number }>()((k, slot) =>
  k.selectFrom('kept_label').innerJoin('kept_paper', 'kept_paper.id', 'kept_label.kept_paper_id').innerJoin('print_job', 'print_job.id', 'kept_paper.print_job_id').select(['kept_label.labels', 'kept_paper.locale'])
    .where('print_job.document_id', '=', slot('documentId')).where('print_job.lot_id', '=', slot('lotId')).where('print_job.paper', '=', 'lot_label').where('print_job.copy_no', '=', 0).where(stoodOrMayStand)
    .orderBy('kept_paper.id', 'desc').limit(1));
export const lotsOfDocument = query<{ documentId: number }>()((k, slot) => k.selectFrom('lot').selectAll().where('document_id', '=', slot('documentId')).orderBy('id'));

interface PrinterLoad { printer: string; waiting: number; troubled: number; lastError: string | null }
export const printerLoads = textQuery<object, PrinterLoad>(() => sql`
  SELECT printer_id AS printer, sum(state IN ('waiting', 'sending')) AS waiting, sum(state IN ('failed', 'unsure') OR (state = 'waiting' AND last_error IS NOT NULL)) AS troubled,
    max(CASE WHEN state <> 'sent' THEN last_error END) AS lastError
  FROM print_job WHERE printer_id IS NOT NULL AND state IN ('waiting', 'sending', 'failed', 'unsure') GROUP BY printer_id`);

export const pausedPrinters = query<object>()((k) => k.selectFrom('printer_pause').select('printer_id as printer'));
export const pauseOf = query<{ printer: string }>()((k, slot) => k.selectFrom('printer_pause').select('at').where('printer_id', '=', slot('printer')));
export const pausePrinter = command<{ printer: string; at: number; userId: number }>()((k, slot) =>
  k.insertInto('printer_pause').values({ printer_id: slot('printer'), at: slot('at'), user_id: slot('userId') }).onConflict((conflict) => conflict.doNothing()));
export const resumePrinter = command<{ printer: string }>()((k, slot) => k.deleteFrom('printer_pause').where('printer_id', '=', slot('printer')));
/** The sample a label of the spool is for. */
export const sampleLabelOf = query<{ jobId: number }>()((k, slot) => k.selectFrom('sample_label').select('sample_id as sampleId').where('print_job_id', '=', slot('jobId')));
