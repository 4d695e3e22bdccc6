import { z } from 'zod';
import { defineOperation } from './define.ts';
import { done, moment, nothing, positiveGrams, ulid } from './fields.ts';
import { lineSettingsSchema, portIdentitySchema, scaleProfileSchema } from './scale-profile.ts';

/** How it stands with the line to a scale. */
export const scaleState = z.enum(['connecting', 'live', 'no_signal', 'unplugged', 'access_denied', 'wrong_settings']);
export type ScaleState = z.infer<typeof scaleState>;

export const readingStatus = z.enum(['ok', 'overload', 'underload', 'unstable', 'error', 'busy', 'not_ready', 'bad_checksum', 'bad_frame', 'incomplete', 'garbage', 'not_weight', 'tare', 'bad_unit', 'wrong_address']);

/** What a scale shows now; also the payload of the event `scale.live`. Never a weight to be booked: for that, `scale.take`. */
export const liveWeightSchema = z.object({
  scaleId: z.string(), name: z.string(), state: scaleState,
  /** Null until the first frame. */
  status: readingStatus.nullable(), value: z.string().nullable(), unit: z.string().nullable(), grams: z.string().nullable(), net: z.boolean().nullable(), tare: z.string().nullable(),
  /** Settled and agreed, so that it may be taken. */
  stable: z.boolean(), stableRule: z.string().nullable(),
  /** A scale that sends once on a key: the key must be pressed once more, the same again, before the weight counts. */
  pressAgain: z.boolean(),
  sequence: z.number().int(), at: moment.nullable(), ageMs: z.number().int().nullable(), simulated: z.boolean(),
});
export type LiveWeight = z.infer<typeof liveWeightSchema>;

/** A weight taken from a scale, kept by core under its id until a ticket stands on it. */
export const takenWeightSchema = z.object({
  readingId: ulid, scaleId: z.string(), scaleName: z.string(), port: z.string(), protocol: z.string(), raw: z.array(z.string()),
  value: z.string(), unit: z.string(), grams: positiveGrams, subGram: z.boolean(), stableRule: z.string(), net: z.boolean().nullable(), at: moment, simulated: z.boolean(),
});
export type TakenWeight = z.infer<typeof takenWeightSchema>;

/** What a scale can be told to do. */
export const scaleCommand = z.enum(['zero', 'tare']);
export type ScaleCommand = z.infer<typeof scaleCommand>;

const bilingual = z.object({ zh: z.string(), en: z.string() });

export const protocolSchema = z.object({
  key: z.string(), title: bilingual, lines: z.array(lineSettingsSchema), configKeys: z.array(z.string()), weakCheck: z.boolean(), tellsStability: z.boolean(), polls: z.array(z.string()),
  /** Whether such a scale can be asked for its weight once it is known what it is; `only`: it never speaks before. */
  asked: z.enum(['never', 'may', 'only']), simulated: z.boolean(),
  /** What a person may tell such a scale to do from here. */
  commands: z.array(scaleCommand),
});
export type Protocol = z.infer<typeof protocolSchema>;

/** A device that a scale may be: a serial line, or the file of a USB scale. */
export const foundPortSchema = z.object({ kind: z.enum(['serial', 'file']), path: z.string(), maker: z.string().nullable(), identity: portIdentitySchema.nullable() });
export type FoundPort = z.infer<typeof foundPortSchema>;

/** What a trainer may break on a simulated scale. */
export const scaleFault = z.enum(['unstable', 'overload', 'cable_out', 'noise', 'wrong_baud']);
export type ScaleFault = z.infer<typeof scaleFault>;

/** What a trainer may do to a simulated scale. */
export const simulationSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('put'), grams: positiveGrams }),
  z.strictObject({ action: z.literal('remove') }),
  z.strictObject({ action: z.literal('fault'), fault: scaleFault, on: z.boolean() }),
]);
export type Simulation = z.infer<typeof simulationSchema>;

export const takeRefusals = [
  'scale_unknown', 'scale_no_signal', 'scale_overload', 'scale_underload', 'scale_not_weighing', 'scale_unit_unknown', 'weight_not_stable', 'weight_press_again', 'weight_stale', 'weight_not_positive', 'weight_above_capacity',
  'weight_already_taken', 'weight_below_minimum',
] as const;
export type TakeRefusal = (typeof takeRefusals)[number];

/** Why the book of a scale lets no weight through; texts stand wherever a weight is taken or posted. */
export const bookRefusals = ['scale_withdrawn', 'test_weight_failed', 'verification_overdue', 'zero_check_missing'] as const;

/** What the weight is for: goods obey the minimum load of the scale, an empty container need not. */
export const weightUse = z.enum(['goods', 'tare']);
export type WeightUse = z.infer<typeof weightUse>;

/** Operations of the scales. */
export const scaleOperations = {
  'scale.list': defineOperation({
    kind: 'query', permission: 'scale.use', input: nothing, output: z.object({ rows: z.array(scaleProfileSchema.extend({ live: liveWeightSchema })) }), refusals: [],
  }),
  /** Serial ports and USB scales of this computer; a port that is not listed may be typed. */
  'scale.ports': defineOperation({ kind: 'query', permission: 'scale.configure', input: nothing, output: z.object({ rows: z.array(foundPortSchema) }), refusals: [] }),
  'scale.protocols': defineOperation({ kind: 'query', permission: 'scale.use', input: nothing, output: z.object({ rows: z.array(protocolSchema) }), refusals: [] }),
  /** Takes the settled weight that the scale shows now, with its proof. Tickets refer to it by `readingId`. Refuses what the book of the scale forbids. */
  'scale.take': defineOperation({
    kind: 'command', permission: 'scale.use', input: z.strictObject({ scaleId: z.string().min(1).max(32), use: weightUse.default('goods') }), output: takenWeightSchema, refusals: [...takeRefusals, ...bookRefusals],
  }),
  /** Sets the scale to zero or takes its tare, as its own key does. */
  'scale.command': defineOperation({
    kind: 'command', permission: 'scale.use', input: z.strictObject({ scaleId: z.string().min(1).max(32), command: scaleCommand }), output: done, refusals: ['scale_unknown', 'scale_command_none', 'scale_not_reached'],
  }),
  'scale.configure': defineOperation({
    kind: 'command', permission: 'scale.configure', input: z.strictObject({ scales: z.array(scaleProfileSchema).max(8) }), output: done,
    refusals: ['scale_twice', 'scale_id_former', 'scale_port_twice', 'scale_protocol_unknown', 'scale_simulator_live', 'scale_expression_syntax', 'scale_expression_no_value', 'scale_expression_too_slow'],
  }),
  /** The simulated scales, what lies on each and what is broken; none outside training. */
  'scale.simulated': defineOperation({
    kind: 'query', permission: 'scale.use', input: nothing, output: z.object({ rows: z.array(z.object({ id: z.string(), name: z.string(), onGrams: z.number().int(), faults: z.array(scaleFault) })) }), refusals: [],
  }),
  'scale.simulate': defineOperation({
    kind: 'command', permission: 'scale.use', input: z.strictObject({ scaleId: z.string().min(1).max(32), change: simulationSchema }), output: done, refusals: ['scale_unknown', 'scale_not_simulated'],
  }),
} as const;
