import { z } from 'zod';
import { defineOperation } from './define.ts';
import { grams } from './fields.ts';
import { decoderConfigSchema } from './scale-profile.ts';

/** Where the lines come from that an expression is tried on: a scale of the station, the search under way, or a person who pastes them. */
export const linesFromSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), scaleId: z.string().min(1).max(32) }),
  z.strictObject({ kind: z.literal('search') }),
  z.strictObject({ kind: z.literal('pasted'), lines: z.array(z.string().max(200)).max(20) }),
]);
export type LinesFrom = z.input<typeof linesFromSchema>;

/** Why a line gives no weight. */
export const noWeightSchema = z.enum(['no_match', 'no_number', 'no_unit', 'bad_unit', 'not_mass', 'error', 'noise', 'too_long']);
export type NoWeight = z.infer<typeof noWeightSchema>;

/** What one line gives. The grams are only looked at: a weight is booked by `scale.take` alone. */
export const triedLineSchema = z.object({
  /** The line as text, with a dot for what cannot be shown, and how often it came. */
  text: z.string(), times: z.number().int(),
  value: z.string().nullable(), unit: z.string().nullable(), grams: grams.nullable(),
  /** Null where the expression does not say. */
  stable: z.boolean().nullable(),
  /** Null where the line gives a weight. */
  why: noWeightSchema.nullable(),
});
export type TriedLine = z.infer<typeof triedLineSchema>;

export const scaleExpressionOperations = {
  /** What an expression and the other options of a site make of the last lines, the newest first, each different line once. A scale that is not set up has none. */
  'scale.try_expression': defineOperation({
    kind: 'query', permission: 'scale.configure', input: z.strictObject({ config: decoderConfigSchema, from: linesFromSchema }), output: z.object({ lines: z.array(triedLineSchema) }),
    refusals: ['scale_expression_syntax', 'scale_expression_no_value', 'scale_expression_too_slow'],
  }),
} as const;
