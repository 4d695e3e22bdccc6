import { z } from 'zod';
import { defineOperation } from './define.ts';
import { businessDay, fen, line, moment, ulid } from './fields.ts';

const count = z.number().int().min(0).max(10_000);

export const crateBalanceSchema = z.object({
  memberId: ulid, memberCode: z.string(), memberName: z.string(), containerId: ulid, nameZh: z.string(), nameEn: z.string(),
  /** Crates the member has of the cooperative; below zero when more came back than went out. */
  count: z.number().int(), depositFen: fen,
  /** Of these, how many have been out for longer than the cooperative waits. */
  overdue: z.number().int(),
});
export type CrateBalance = z.infer<typeof crateBalanceSchema>;

const crateReason = z.enum(['lent', 'returned', 'lost', 'count']);

export const crateOperations = {
  /** Who has how many crates of the cooperative, and what was left for them. */
  'crate.list': defineOperation({ kind: 'query', permission: 'ticket.read', input: z.object({ memberId: ulid.optional() }).strict(), output: z.object({ rows: z.array(crateBalanceSchema) }), refusals: [] }),
  /** The comings and goings behind one member's balance, newest first. */
  'crate.history': defineOperation({
    kind: 'query', permission: 'ticket.read', input: z.object({ memberId: ulid }).strict(),
    output: z.object({ rows: z.array(z.object({
      documentId: ulid, number: z.string(), businessDate: businessDay, at: moment, nameZh: z.string(), nameEn: z.string(), outCount: z.number().int(), inCount: z.number().int(), depositFen: fen, reason: z.string(), by: z.string(),
      /** A slip of its own that stands: neither a ticket's, nor a reversal, nor reversed. */
      reversible: z.boolean(), reversedBy: z.string().nullable(),
    })) }), refusals: [],
  }),
  /** Lends crates or takes them back. Money left as a deposit (above zero), given back or kept for lost crates (below) is noted with the crates and needs a second person, as do lost crates, a new count and more crates than were out. */
  'crate.move': defineOperation({
    kind: 'command', permission: 'ticket.write',
    input: z.object({ memberId: ulid, reason: crateReason, lines: z.array(z.object({ containerId: ulid, outCount: count, inCount: count, depositFen: fen.min(-100_000_00).max(100_000_00) }).strict()).min(1).max(6) }).strict(),
    output: z.object({ id: ulid, number: z.string(), jobs: z.array(ulid) }),
    refusals: ['member_unknown', 'member_left', 'container_unknown', 'container_not_returnable', 'container_twice', 'crates_nothing_moved', 'deposit_more_than_left', 'deposit_needs_second', 'deposit_of_lost', 'crates_more_than_out'],
    approval: { permission: 'approve.money', required: false },
  }),
  /** Takes back a crate slip in full, by its mirror dated today: the crates and the deposit go back to where they were. */
  'crate.reverse': defineOperation({
    kind: 'command', permission: 'ticket.reverse', input: z.object({ id: ulid, reason: line(200) }).strict(), output: z.object({ id: ulid, number: z.string(), jobs: z.array(ulid) }),
    refusals: ['crate_move_unknown', 'crate_move_reversed', 'reversal_of_reversal', 'crates_moved_on', 'deposit_moved_on'],
    approval: { permission: 'approve.money', required: true },
  }),
} as const;
