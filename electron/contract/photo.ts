import { z } from 'zod';
import { defineOperation } from './define.ts';
import { done, moment, nothing, ulid } from './fields.ts';

/** A JPEG of a delivery is never larger; the desk makes its pictures so. */
export const largestPhotoBytes = 400_000;
export const mostPhotos = 8;

export const photoStep = z.enum(['weigh', 'grade']);
export const photoRowSchema = z.object({ id: ulid, step: photoStep, takenAt: moment, takenBy: z.string(), bytes: z.number().int() });
export type PhotoRow = z.infer<typeof photoRowSchema>;

/** Base64 of a picture; a little more than the largest is let through, so that it is refused in words. */
const picture = z.string().max(1_000_000).regex(/^[A-Za-z0-9+/]*={0,2}$/u);

export const photoOperations = {
  /** Takes a picture to the draft. It is sealed with the folder's key before it touches the disk. */
  'photo.take': defineOperation({
    kind: 'command', permission: 'ticket.write', input: z.strictObject({ draftId: ulid, step: photoStep, jpeg: picture }), output: z.object({ id: ulid }),
    refusals: ['photo_not_jpeg', 'photo_too_large', 'photo_too_many', 'draft_posted'],
  }),
  'photo.list': defineOperation({ kind: 'query', permission: 'ticket.read', input: z.strictObject({ draftId: ulid }), output: z.object({ rows: z.array(photoRowSchema) }), refusals: [] }),
  /** Lets go of a picture before its ticket is posted. */
  'photo.discard': defineOperation({ kind: 'command', permission: 'ticket.write', input: z.strictObject({ id: ulid }), output: done, refusals: ['photo_unknown', 'draft_posted'] }),
  /** Pictures that a power cut left without a delivery: found at a start, kept, and never deleted by the program. */
  'photo.aside': defineOperation({ kind: 'query', permission: 'system.write', input: nothing, output: z.object({ rows: z.array(z.object({ id: ulid, takenAt: moment, foundAt: moment, bytes: z.number().int() })) }), refusals: [] }),
  'photo.dropAside': defineOperation({ kind: 'command', permission: 'system.write', input: z.strictObject({ id: ulid }), output: done, refusals: ['photo_unknown'] }),
  /** The picture, proved against the hash in the books; `missing` and `changed` come without one. Faults with `key_missing` where nobody can open it. */
  'photo.get': defineOperation({
    kind: 'query', permission: 'ticket.read', input: z.strictObject({ id: ulid }),
    output: z.object({ state: z.enum(['whole', 'missing', 'changed']), jpeg: z.string().nullable() }), refusals: ['photo_unknown'],
  }),
} as const;
