import { z } from 'zod';
import { defineOperation } from './define.ts';
import { nothing, done, ulid } from './fields.ts';
import { readingStatus } from './scale.ts';
import { decoderConfigSchema, lineSettingsSchema, scalePortSchema } from './scale-profile.ts';

/** A way to read what comes over a line: a protocol with the settings under which its frames hold. */
export const candidateSchema = z.object({
  key: z.string(), protocol: z.string(),
  /** Null for a line without settings of its own (network, device file). */
  line: lineSettingsSchema.nullable(), config: decoderConfigSchema,
  /** Null where the scale speaks by itself. */
  pollMs: z.number().int().nullable(),
  /** Percent of the bytes that belong to sound frames, and how many frames there were. */
  share: z.number().int(), frames: z.number().int(),
  /** How far the protocol's own check goes: one that seldom errs, one that does now and then, or only the shape of the frame. */
  check: z.enum(['strong', 'weak', 'shape']),
  /** What this way of reading shows now. */
  status: readingStatus.nullable(), value: z.string().nullable(), unit: z.string().nullable(), stable: z.boolean().nullable(), net: z.boolean().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** One way of reading, chosen by a person: nothing is searched for, and what it reads is shown. */
export const waySchema = z.strictObject({
  protocol: z.string().min(1).max(40), line: lineSettingsSchema.nullable().default(null), config: decoderConfigSchema.default({}), pollMs: z.number().int().min(100).max(60_000).nullable().default(null),
});
export type Way = z.infer<typeof waySchema>;

/** What a stretch of listening sounded like. */
export const heardSchema = z.enum(['nothing', 'noise', 'parity', 'text', 'frames']);
export type Heard = z.infer<typeof heardSchema>;

/** Why no way to read a scale was found: words and advice hang on it. */
export const detectionFailureSchema = z.enum(['silent', 'wrong_speed', 'unknown_format', 'unplugged', 'access_denied', 'settings_refused']);
export type DetectionFailure = z.infer<typeof detectionFailureSchema>;

/** How the search for a scale stands; also the payload of the event `scale.detect`. Nothing in it can be booked. */
export const detectionSchema = z.object({
  detectionId: ulid,
  phase: z.enum(['listening', 'asking', 'found', 'failed', 'stopped']),
  step: z.number().int(), steps: z.number().int(), secondsLeft: z.number().int(),
  line: lineSettingsSchema.nullable(), poll: z.string().nullable(),
  heard: heardSchema, bytes: z.number().int(),
  candidates: z.array(candidateSchema),
  failure: detectionFailureSchema.nullable(),
  /** The last bytes that came, as text (a dot for what cannot be shown) and in hexadecimal. */
  sampleText: z.string(), sampleHex: z.string(),
});
export type Detection = z.infer<typeof detectionSchema>;

/** The search for what a scale speaks. It only listens and asks what every protocol may be asked; it never tares, zeroes, prints or clears. */
export const scaleDetectionOperations = {
  /** Starts the search on one port, or listens in the one way given; a search under way ends. Scales set up on that port rest meanwhile. */
  'scale.detect': defineOperation({
    kind: 'command', permission: 'scale.configure', input: z.strictObject({ port: scalePortSchema, way: waySchema.nullable().default(null) }), output: z.object({ detectionId: ulid }),
    refusals: ['scale_simulator_live', 'scale_protocol_unknown', 'scale_expression_syntax', 'scale_expression_no_value', 'scale_expression_too_slow'],
  }),
  /** How the last search stands; null when there was none. */
  'scale.detection': defineOperation({ kind: 'query', permission: 'scale.configure', input: nothing, output: z.object({ detection: detectionSchema.nullable() }), refusals: [] }),
  /** Ends the search, frees its port and lets resting scales go on. */
  'scale.detect_stop': defineOperation({ kind: 'command', permission: 'scale.configure', input: nothing, output: done, refusals: [] }),
} as const;
