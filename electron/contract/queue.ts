import { z } from 'zod';
import { defineOperation } from './define.ts';
import { businessDay, done, moment, nothing, ulid } from './fields.ts';

export const queueState = z.enum(['waiting', 'called', 'served', 'gone']);

export const queueRowSchema = z.object({
  id: ulid, label: z.string(), number: z.number().int(), state: queueState, takenAt: moment, calledAt: moment.nullable(), endedAt: moment.nullable(),
  memberId: ulid.nullable(), memberCode: z.string().nullable(), memberName: z.string().nullable(), productId: ulid.nullable(), productNameZh: z.string().nullable(), productNameEn: z.string().nullable(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const queueOperations = {
  /** The numbers of one day (today when left out) in their order. */
  'queue.list': defineOperation({ kind: 'query', permission: 'ticket.read', input: z.object({ date: businessDay.optional() }).strict(), output: z.object({ date: businessDay, rows: z.array(queueRowSchema) }), refusals: [] }),
  /** The next number of the day, without gaps (A001, A002, …), and its slip. */
  'queue.take': defineOperation({
    kind: 'command', permission: 'ticket.write', input: z.object({ memberId: ulid.nullable(), productId: ulid.nullable() }).strict(),
    output: z.object({ id: ulid, label: z.string(), jobId: ulid }), refusals: ['member_unknown', 'member_left', 'product_unknown'],
  }),
  /** Calls the one who waits longest; whoever was called before counts as served, as does whoever is called when the ticket is posted. */
  'queue.next': defineOperation({ kind: 'command', permission: 'ticket.write', input: nothing, output: queueRowSchema, refusals: ['queue_empty'] }),
  /** Calls out of turn, sends away who is not there, or lets somebody wait again under the old number. */
  'queue.move': defineOperation({ kind: 'command', permission: 'ticket.write', input: z.object({ id: ulid, to: queueState }).strict(), output: done, refusals: ['queue_number_unknown', 'queue_number_of_another_day'] }),
  /** The slip of a number again, marked COPY n with time and person and else the same as the first print; copy 0 where none came out. */
  'queue.printAgain': defineOperation({
    kind: 'command', permission: 'print.use', input: z.object({ id: ulid }).strict(), output: z.object({ jobId: ulid, copyNo: z.number().int() }), refusals: ['queue_number_unknown', 'queue_number_of_another_day'],
  }),
} as const;
