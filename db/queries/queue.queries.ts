import { sql } from 'kysely';
import { command, query, textQuery } from '../sql.ts';
import { stoodOrMayStand } from './print.queries.ts';

export interface QueueListed {
  rowId: number; id: string; deskLetter: string; number: number; state: string; takenAt: number; calledAt: number | null; endedAt: number | null;
  memberId: string | null; memberCode: string | null; memberName: string | null; productId: string | null; productNameZh: string | null; productNameEn: string | null; businessDate: string;
}

const listed = sql`
  SELECT q.id AS rowId, q.ulid AS id, q.desk_letter AS deskLetter, q.number, q.state, q.taken_at AS takenAt, q.called_at AS calledAt, q.ended_at AS endedAt, q.business_date AS businessDate,
    m.ulid AS memberId, m.code AS memberCode, m.name AS memberName, p.ulid AS productId, p.name_zh AS productNameZh, p.name_en AS productNameEn
  FROM queue_number q LEFT JOIN member m ON m.id = q.member_id LEFT JOIN product p ON p.id = q.product_id`;

/** The numbers of one day in their order. */
export const queueOfDay = textQuery<{ day: string }, QueueListed>((slot) => sql`${listed} WHERE q.business_date = ${slot('day')} ORDER BY q.taken_at, q.id`);
export const queueByUlid = textQuery<{ ulid: string }, QueueListed>((slot) => sql`${listed} WHERE q.ulid = ${slot('ulid')}`);
export const queueById = textQuery<{ id: number }, QueueListed>((slot) => sql`${listed} WHERE q.id = ${slot('id')}`);

export const lastQueueNumber = query<{ day: string; desk: string }>()((k, slot) =>
  k.selectFrom('queue_number').select((eb) => eb.fn.max('number').as('last')).where('business_date', '=', slot('day')).where('desk_letter', '=', slot('desk')));
export const firstWaiting = query<{ day: string }>()((k, slot) =>
  k.selectFrom('queue_number').select('id').where('business_date', '=', slot('day')).where('state', '=', 'waiting').orderBy('taken_at').orderBy('id').limit(1));

/** Whoever stands called on a day has been served when the next one is called. */
export const serveCalled = command<{ day: string; at: number }>()((k, slot) =>
  k.updateTable('queue_number').set({ state: 'served', ended_at: slot('at') }).where('business_date', '=', slot('day')).where('state', '=', 'called'));
/** Whoever stands called and has delivered is served: a number with a name for that member's goods, one without a name for whoever stands at the desk. */
export const serveDelivered = command<{ day: string; at: number; documentId: number; productId: number }>()((k, slot) =>
  k.updateTable('queue_number').set({ state: 'served', ended_at: slot('at') }).where('business_date', '=', slot('day')).where('state', '=', 'called')
    .where((eb) => eb.or([eb('member_id', 'is', null), eb('member_id', 'in', eb.selectFrom('ticket_owner').select('ticket_owner.member_id').where('ticket_owner.document_id', '=', slot('documentId')))]))
    .where((eb) => eb.or([eb('product_id', 'is', null), eb('product_id', '=', slot('productId'))])));
export const setQueueState = command<{ id: number; state: string; calledAt: number | null; endedAt: number | null }>()((k, slot) =>
  k.updateTable('queue_number').set({ state: slot('state'), called_at: slot('calledAt'), ended_at: slot('endedAt') }).where('id', '=', slot('id')));

/** The number a waiting slip is for. */
export const queueOfJob = query<{ jobId: number }>()((k, slot) => k.selectFrom('queue_slip').select('queue_id').where('print_job_id', '=', slot('jobId')));
/** The highest copy of a number's slip that came out, will come out or may have come out; null where there is none. */
export const lastQueueCopy = query<{ queueId: number }>()((k, slot) =>
  k.selectFrom('queue_slip').innerJoin('print_job', 'print_job.id', 'queue_slip.print_job_id').select((eb) => eb.fn.max<number | null>('print_job.copy_no').as('copyNo')).where('queue_slip.queue_id', '=', slot('queueId')).where(stoodOrMayStand));
/** The first print of a number's slip with the slip it was made of; none where nothing was drawn yet. */
export const firstQueueSlip = query<{ queueId: number }>()((k, slot) =>
  k.selectFrom('kept_slip').innerJoin('kept_paper', 'kept_paper.id', 'kept_slip.kept_paper_id').innerJoin('print_job', 'print_job.id', 'kept_paper.print_job_id').innerJoin('queue_slip', 'queue_slip.print_job_id', 'print_job.id')
    .select(['kept_slip.profile', 'kept_slip.slip', 'kept_slip.copy_at as copyAt', 'kept_paper.bytes', 'kept_paper.locale'])
    .where('queue_slip.queue_id', '=', slot('queueId')).where('print_job.copy_no', '=', 0).orderBy('kept_paper.id', 'desc').limit(1));
/** How many wait in front of a number. */
export const waitingBefore = textQuery<{ day: string; id: number }, { n: number }>((slot) => sql`
  SELECT count(*) AS n FROM queue_number q WHERE q.business_date = ${slot('day')} AND q.state = 'waiting' AND q.id < ${slot('id')}`);
