import type { z } from 'zod';
import type { Permission } from './permission.ts';

export type OperationKind = 'query' | 'command';

/** What the window or the command line may ask, who may ask it, and how the business may say no. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, R extends string = string> {
  readonly kind: OperationKind;
  readonly permission: Permission;
  readonly input: I;
  readonly output: O;
  /** Refusal codes of this operation; their sentences are `refusal.<code>` in the area's locale file. */
  readonly refusals: readonly R[];
  /** The right the second person must hold, where the operation takes one; `required` refuses without. */
  readonly approval?: { readonly permission: Permission; readonly required: boolean };
}

/** Declares one operation; the name is its key in the area's map (`ticket.post`). */
export const defineOperation = <I extends z.ZodType, O extends z.ZodType, const R extends string>(operation: Operation<I, O, R>): Operation<I, O, R> => operation;

/** Refusals that any operation may answer with; sentences in `rpc.json`. */
export const commonRefusals = [
  'unknown_operation', 'invalid_input', 'not_signed_in', 'not_permitted', 'setup_needed', 'command_id_missing', 'command_id_reused', 'clock_stopped', 'clock_confirm',
  'approval_required', 'approval_wrong_pin', 'approval_locked', 'approval_same_person', 'approval_not_permitted', 'training_only', 'rule_broken', 'incarnation_due',
] as const;
export type CommonRefusal = (typeof commonRefusals)[number];
