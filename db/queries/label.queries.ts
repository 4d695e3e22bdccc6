import { query } from '../sql.ts';
import { stoodOrMayStand } from './print.queries.ts';

/** What a label job says that no document tells. */
export const labelOrderOf = query<{ jobId: number }>()((k, slot) => k.selectFrom('label_order').selectAll().where('print_job_id', '=', slot('jobId')));
/** The copy number of the last label of this kind with this code; null while none was printed. Cancelled ones never were paper. */
export const lastLabelCopy = query<{ paper: string; code: string }>()((k, slot) =>
  k.selectFrom('label_order').innerJoin('print_job', 'print_job.id', 'label_order.print_job_id').select((eb) => eb.fn.max<number | null>('print_job.copy_no').as('copyNo'))
    .where('label_order.code', '=', slot('code')).where('print_job.paper', '=', slot('paper')).where(stoodOrMayStand));
/** The highest number that any crate of the station was given; null while none has one. */
export const lastCrateNumber = query<object>()((k) =>
  k.selectFrom('label_order').select((eb) => eb.fn.max<number | null>(eb('first_no', '+', eb.ref('count'))).as('next')).where('container_id', 'is not', null));
/** The number of the last consignment of a lot; null while there is none. */
export const lastParcelOfLot = query<{ lotId: number }>()((k, slot) =>
  k.selectFrom('label_order').select((eb) => eb.fn.max<number | null>('first_no').as('number')).where('lot_id', '=', slot('lotId')).where('receiver', 'is not', null));
export const containerById = query<{ id: number }>()((k, slot) => k.selectFrom('container').selectAll().where('id', '=', slot('id')));
export const memberById = query<{ id: number }>()((k, slot) => k.selectFrom('member').select(['code', 'name', 'house_group']).where('id', '=', slot('id')));
