import { z } from 'zod';

/** A second person's consent, given in place; never stored, never logged. */
export const approvalSchema = z.object({ user: z.string().min(1).max(64), pin: z.string().min(1).max(32) }).strict();
export type Approval = z.infer<typeof approvalSchema>;

/** One request as it crosses the wire. Commands carry an id made by the caller before sending. */
export const requestSchema = z.object({
  op: z.string().min(1).max(64),
  input: z.unknown(),
  commandId: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/).optional(),
  approval: approvalSchema.optional(),
}).strict();
export type CallRequest = { op: string; input: unknown; commandId?: string | undefined; approval?: Approval | undefined };

export type RefusalParams = Record<string, string | number | null>;
export interface RefusalBody<C extends string = string> { readonly code: C; readonly params: RefusalParams }
export interface FaultBody { readonly code: string; readonly params: Record<string, string | number>; readonly correlationId: string }

/** What comes back: the answer, the business's no, or the world's failure. */
export type Envelope<T, C extends string = string> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly refusal: RefusalBody<C> }
  | { readonly ok: false; readonly fault: FaultBody };

/** Functions of core that a window may call over its channel. */
export interface CoreFunctions {
  call(request: CallRequest): Promise<Envelope<unknown>>;
}

/** Functions of a window that core may call over the same channel. */
export interface WindowFunctions {
  event(name: string, payload: unknown): void;
}
