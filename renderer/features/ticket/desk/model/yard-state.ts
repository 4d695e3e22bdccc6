import { z } from 'zod';
import { ulid } from '../../../../../electron/contract/fields.ts';
import { basketSchema } from '../../../../../electron/contract/ticket.ts';
import { longestTyped } from '../../../../ui/fields/number-text.ts';

/** What a half-entered ticket holds besides goods and grades: the vehicle in the yard, baskets taken off again, crates, what was asked. */
export const yardShape = {
  /** A vehicle that comes back empty (or full): its plate, and the first of its two weighings. */
  yard: z.object({ plate: z.string().max(40), since: z.number().int(), firstReadingId: ulid }).strict().nullable(),
  /** Baskets taken off the ticket, with the place they had; each can be put back. */
  removed: z.array(z.object({ place: z.number().int().min(0).max(200), basket: basketSchema }).strict()).max(400),
  returnReason: z.string().max(200).nullable(),
  /** Empty crates the member takes along, as typed, by container. */
  cratesOut: z.record(z.string().max(26), z.string().max(longestTyped)),
  /** The person was asked about an unusual weight and said that it is right. */
  unusualAccepted: z.boolean(),
};

/** The same of an untouched ticket. */
export const emptyYard = { yard: null, removed: [], returnReason: null, cratesOut: {}, unusualAccepted: false };
