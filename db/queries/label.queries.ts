import { query } from '../sql.ts';
import { stoodOrMayStand } from './print.queries.ts';

/** What a label job says that no document tells. */
export const labelOrderOf = query<{ jobId: number }>()((k, slot) => k.selectFrom('label_order').selectAll().where('print_job_id', '=', slot('jobId')));
/** The copy number of the last label of this kind with this code, from a job on; null while none was printed. Cancelled ones never were paper. */
export const lastLabelCopy = query<{ paper: string; code: string; from: number }>()((k, slot) =>
  k.selectFrom('label_order').innerJoin('print_job', 'print_job.id', 'label_order.print_job_id').select((eb) => eb.fn.max<number | null>('print_job.copy_no').as('copyNo'))
    .where('label_order.code', '=', slot('code')).where('print_job.paper', '=', slot('paper')).where('print_job.id', '>=', slot('from')).where(stoodOrMayStand));
/** What the last original of this kind with this code said, and its job; none where nothing stood yet. */
export const firstLabels = query<{ paper: string; code: string }>()((k, slot) =>
  k.selectFrom('kept_label').innerJoin('kept_paper', 'kept_paper.id', 'kept_label.kept_paper_id').innerJoin('print_job', 'print_job.id', 'kept_paper.print_job_id').innerJoin('label_order', 'label_order.print_job_id', 'print_job.id')
    .select(['kept_label.labels', 'kept_paper.locale', 'print_job.id as jobId']).where('label_order.code', '=', slot('code')).where('print_job.paper', '=', slot('paper')).where('print_job.copy_no', '=', 0).where(stoodOrMayStand)
    .orderBy('kept_paper.id', 'desc').limit(1));
/** How often the tag of a crate number was printed or will be. */
export const tagPrints = query<{ number: number }>()((k, slot) =>
  k.selectFrom('label_order').innerJoin('print_job', 'print_job.id', 'label_order.print_job_id').select((eb) => eb.fn.countAll<number>().as('prints'))
    .where('container_id', 'is not', null).where('first_no', '<=', slot('number')).where((eb) => eb(eb('first_no', '+', eb.ref('count')), '>', slot('number'))).where(stoodOrMayStand));
/** The run of tags in which a crate number was first printed; none where nothing stood yet. */
export const firstTagRun = query<{ number: number }>()((k, slot) =>
  k.selectFrom('kept_label').innerJoin('kept_paper', 'kept_paper.id', 'kept_label.kept_paper_id').innerJoin('print_job', 'print_job.id', 'kept_paper.print_job_id').innerJoin('label_order', 'label_order.print_job_id', 'print_job.id')
    .select(['kept_label.labels', 'kept_paper.locale', 'label_order.first_no as firstNo'])
    .where('container_id', 'is not', null).where('first_no', '<=', slot('number')).where((eb) => eb(eb('first_no', '+', eb.ref('count')), '>', slot('number'))).where(stoodOrMayStand)
    .orderBy('kept_paper.id').limit(1));
/** The highest number that any crate of the station was given; null while none has one. */
export const lastCrateNumber = query<object>()((k) =>
  k.selectFrom('label_order').select((eb) => eb.fn.max<number | null>(eb('first_no', '+', eb.ref('count'))).as('next')).where('container_id', 'is not', null));
/** The number of the last consignment of a lot; null while there is none. */
export const lastParcelOfLot = query<{ lotId: number }>()((k, slot) =>
  k.selectFrom('label_order').select((eb) => eb.fn.max<number | null>('first_no').as('number')).where('lot_id', '=', slot('lotId')).where('receiver', 'is not', null));
export const containerById = query<{ id: number }>()((k, slot) => k.selectFrom('container').selectAll().where('id', '=', slot('id')));
export const memberById = query<{ id: number }>()((k, slot) => k.selectFrom('member').select(['code', 'name', 'house_group']).where('id', '=', slot('id')));
