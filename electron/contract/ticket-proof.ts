import { z } from 'zod';
import { defineOperation } from './define.ts';
import { grams, ulid } from './fields.ts';

export const recheckOutcome = z.enum(['agrees', 'differs', 'unreadable', 'no_frames', 'unknown_protocol']);
export type RecheckOutcome = z.infer<typeof recheckOutcome>;

export const weightCheckSchema = z.object({
  readingId: ulid, basketNo: z.number().int(), part: z.enum(['gross', 'tare']), outcome: recheckOutcome,
  /** What the frames give now; null where they give no weight. */
  value: z.string().nullable(), unit: z.string().nullable(), grams: grams.nullable(),
});
export type WeightCheck = z.infer<typeof weightCheckSchema>;

/** The proof of a ticket's weights: decoded again, and handed out. */
export const ticketProofOperations = {
  /** Decodes the kept frames of every weight again and says whether they give what is written on the ticket. */
  'ticket.evidence': defineOperation({ kind: 'query', permission: 'ticket.read', input: z.object({ id: ulid }).strict(), output: z.object({ rows: z.array(weightCheckSchema) }), refusals: ['ticket_unknown'] }),
  /** One file with all that proves the weights, for the member and whoever advises them; every export is in the audit. It holds no name and no account, and the note (where a plate may stand) only when asked for. */
  'ticket.exportProof': defineOperation({
    kind: 'command', permission: 'ticket.read', input: z.object({ id: ulid, withNote: z.boolean().default(false) }).strict(), output: z.object({ name: z.string(), base64: z.string(), sha256: z.string() }), refusals: ['ticket_unknown'],
  }),
} as const;
