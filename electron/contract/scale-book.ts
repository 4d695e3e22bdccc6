import { z } from 'zod';
import { bookEntryKinds } from '../domain/scale-book.ts';
import { defineOperation } from './define.ts';
import { businessDay, done, grams, line, moment, nothing, page, positiveGrams, ulid } from './fields.ts';
import { bookRefusals, takeRefusals } from './scale.ts';

const scaleId = z.string().min(1).max(32);

/** What the scale showed: read by core at this moment, or typed from a display that sends nothing, with the reason. */
const shown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale') }),
  z.strictObject({ kind: z.literal('typed'), grams: grams.min(-200_000_000).max(200_000_000), reason: line(200) }),
]);

export const accuracyClass = z.enum(['I', 'II', 'III', 'IIII']);
export const bookKind = z.enum(bookEntryKinds);

/** What may be due on a scale by its book, the gravest first. */
export const bookDue = z.enum([...bookRefusals, 'zero_due', 'due_soon', 'no_certificate']);
export type BookDue = z.infer<typeof bookDue>;

export const bookRulesSchema = z.strictObject({ zeroCheck: z.enum(['remind', 'require']), testIntervals: z.number().int().min(1).max(10), warnDays: z.number().int().min(0).max(180) });

export const bookEntrySchema = z.object({
  id: ulid, number: z.string(), scaleId: z.string(), scaleName: z.string(), kind: bookKind, businessDate: businessDay, at: moment, by: z.string(), approvedBy: z.string().nullable(), reason: z.string().nullable(),
  nominalGrams: grams.nullable(), shownGrams: grams.nullable(), errorGrams: grams.nullable(), toleranceGrams: grams.nullable(), intervalGrams: grams.nullable(), typed: z.boolean(), passed: z.boolean().nullable(),
  certificateNo: z.string().nullable(), issuedBy: z.string().nullable(), accuracyClass: accuracyClass.nullable(), verifiedOn: businessDay.nullable(), dueOn: businessDay.nullable(),
  /** The frames behind what the scale showed; null where nothing was read. */
  reading: z.object({ value: z.string(), unit: z.string(), port: z.string(), protocol: z.string(), stableRule: z.string(), raw: z.array(z.string()), at: moment, clock: z.string(), simulated: z.boolean() }).nullable(),
});
export type BookEntryRow = z.infer<typeof bookEntrySchema>;

export const bookStateSchema = z.object({
  scaleId: z.string(), scaleName: z.string(), intervalGrams: grams.nullable(), capacityGrams: grams.nullable(), minimumGrams: grams.nullable(),
  verification: z.enum(['unknown', 'ok', 'due_soon', 'overdue']), dueOn: businessDay.nullable(), daysLeft: z.number().int().nullable(),
  zeroDone: z.boolean(), testFailed: z.boolean(), withdrawn: z.boolean(), permitted: z.boolean(),
  /** What speaks against taking a weight, by the book; in training nothing of it is enforced. */
  blocks: z.array(z.enum(bookRefusals)),
  lastZero: bookEntrySchema.nullable(), lastTest: bookEntrySchema.nullable(), certificate: bookEntrySchema.nullable(),
});
export type ScaleBookState = z.infer<typeof bookStateSchema>;

const entered = z.object({ id: ulid, number: z.string(), errorGrams: grams, toleranceGrams: grams, shownGrams: grams, passed: z.boolean() });
const written = z.object({ id: ulid, number: z.string() });
const checkRefusals = [...takeRefusals.filter((code) => code !== 'weight_below_minimum' && code !== 'weight_not_positive'), 'scale_interval_missing'] as const;

/** The book of the scales: append-only, each entry a numbered document. */
export const scaleBookOperations = {
  'scale_book.state': defineOperation({
    kind: 'query', permission: 'scale_book.read', input: nothing, output: z.object({ enforced: z.boolean(), rules: bookRulesSchema, rows: z.array(bookStateSchema) }), refusals: [],
  }),
  'scale_book.list': defineOperation({
    kind: 'query', permission: 'scale_book.read', input: z.strictObject({ scaleId: scaleId.optional(), kind: bookKind.optional(), from: businessDay.optional(), to: businessDay.optional(), ...page }),
    output: z.object({ total: z.number().int(), rows: z.array(bookEntrySchema) }), refusals: [],
  }),
  /** The empty scale in the morning: good within one verification interval. */
  'scale_book.zero': defineOperation({ kind: 'command', permission: 'scale_book.check', input: z.strictObject({ scaleId, shown }), output: entered, refusals: checkRefusals, approval: { permission: 'approve.scale', required: false } }),
  /** A weight of known mass on the scale; a failed one refuses weights until a good one or a second person. */
  'scale_book.test': defineOperation({
    kind: 'command', permission: 'scale_book.check', input: z.strictObject({ scaleId, nominalGrams: positiveGrams, shown }), output: entered, refusals: [...checkRefusals, 'test_above_capacity'],
    approval: { permission: 'approve.scale', required: false },
  }),
  'scale_book.certificate': defineOperation({
    kind: 'command', permission: 'scale_book.write',
    input: z.strictObject({ scaleId, certificateNo: line(60), issuedBy: line(80), accuracyClass, verifiedOn: businessDay, dueOn: businessDay }),
    output: written, refusals: ['scale_unknown', 'certificate_dates'],
  }),
  /** Whoever stands at the scale may stop it. */
  'scale_book.withdraw': defineOperation({ kind: 'command', permission: 'scale_book.check', input: z.strictObject({ scaleId, reason: line(200) }), output: written, refusals: ['scale_unknown', 'scale_already_withdrawn'] }),
  'scale_book.restore': defineOperation({ kind: 'command', permission: 'scale_book.write', input: z.strictObject({ scaleId, reason: line(200) }), output: written, refusals: ['scale_unknown', 'scale_not_withdrawn'] }),
  /** A second person lets a scale be used for the rest of this day although its book speaks against it. */
  'scale_book.permit': defineOperation({
    kind: 'command', permission: 'scale_book.check', input: z.strictObject({ scaleId, reason: line(200) }), output: written, refusals: ['scale_unknown', 'scale_withdrawn', 'nothing_to_permit'],
    approval: { permission: 'approve.scale', required: true },
  }),
  'scale_book.configure': defineOperation({ kind: 'command', permission: 'scale_book.write', input: bookRulesSchema, output: done, refusals: [] }),
} as const;
