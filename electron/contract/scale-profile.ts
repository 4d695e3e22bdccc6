import { z } from 'zod';
import { grams, line, positiveGrams } from './fields.ts';

/** Bits of a register of sixteen, bit 0 the lowest. */
const bits = z.number().int().min(1).max(0xffff).optional();

/** What a site may set where the sources of a protocol disagree. Each protocol uses the keys that its table row names. */
export const decoderConfigSchema = z.strictObject({
  /** Unit of the site, where the protocol sends none. */
  unit: z.string().max(8).optional(),
  address: z.union([z.number().int(), z.string().max(16)]).optional(),
  /** True or false; left out, the decoder finds out. */
  checksum: z.boolean().optional(),
  field_len: z.enum(['fixed', 'variable']).optional(),
  decimal: z.enum(['.', ',']).optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  /** Where a frame counts its decimals: the count that stands for none. Makers of one and the same frame begin at 0 or at 1. */
  decimals_from: z.union([z.literal(0), z.literal(1)]).optional(),
  /** First register of the weight, and whether function 03 (holding) or 04 (input) reads it. */
  register: z.number().int().min(0).max(0xffff).optional(),
  function: z.union([z.literal(3), z.literal(4)]).optional(),
  type: z.enum(['int16', 'uint16', 'int32be', 'int32le', 'uint32be', 'uint32le', 'float32be', 'float32le']).optional(),
  /** Register of the status word, and its bits; without them a weight is known to be beyond the range by the capacity alone. */
  status_register: z.number().int().min(0).max(0xffff).optional(),
  overload_mask: bits, underload_mask: bits, fault_mask: bits, unstable_mask: bits, stable_mask: bits, net_mask: bits,
  /** Register that holds the number of decimals, and which of its bits; then `decimals` counts for nothing. */
  decimals_register: z.number().int().min(0).max(0xffff).optional(),
  decimals_mask: bits,
  fixed_zero_x10: z.boolean().optional(),
  strip_parity: z.boolean().optional(),
  dtr: z.boolean().optional(),
  rts: z.boolean().optional(),
  expression: z.string().max(400).optional(),
});
export type DecoderConfig = z.infer<typeof decoderConfigSchema>;

/** Settings of a serial line. */
export const lineSettingsSchema = z.strictObject({
  baudRate: z.number().int().min(110).max(921_600),
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  stopBits: z.union([z.literal(1), z.literal(2)]),
});
export type LineSettings = z.infer<typeof lineSettingsSchema>;

/** What the system knows of a serial adapter or a USB scale; kept so that it is found again under another number. */
export const portIdentitySchema = z.strictObject({
  vendorId: z.string().max(40).nullable(), productId: z.string().max(40).nullable(), serialNumber: z.string().max(120).nullable(),
  pnpId: z.string().max(200).nullable(), locationId: z.string().max(120).nullable(),
});
export type PortIdentity = z.infer<typeof portIdentitySchema>;

export const scalePortSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serial'), path: line(200), identity: portIdentitySchema.nullable().default(null) }),
  /** A device file that delivers reports, as of a USB scale; it has no settings of a line. */
  z.strictObject({ kind: z.literal('file'), path: line(200), identity: portIdentitySchema.nullable().default(null) }),
  z.strictObject({ kind: z.literal('tcp'), host: line(200), port: z.number().int().min(1).max(65_535) }),
  /** Bytes of the real protocol made inside the program; training folders only. */
  z.strictObject({ kind: z.literal('simulator') }),
]);
export type ScalePortAddress = z.infer<typeof scalePortSchema>;

/** One scale of the station: where it is plugged in, what it speaks, and when its weight counts. */
export const scaleProfileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  name: line(40),
  port: scalePortSchema,
  protocol: z.string().min(1).max(40),
  /** Null: the usual settings of the protocol. */
  line: lineSettingsSchema.nullable().default(null),
  config: decoderConfigSchema.default({}),
  capacityGrams: positiveGrams.nullable().default(null),
  intervalGrams: positiveGrams.nullable().default(null),
  /** The least load of goods. Null: twenty intervals, where the interval is known; zero: no lower limit. */
  minimumGrams: grams.min(0).max(200_000_000).nullable().default(null),
  /** A reading older than this is never booked. */
  ageLimitMs: z.number().int().min(200).max(600_000).default(2_000),
  /** Where the protocol does not say whether the weight has settled: so many equal readings over at least so long. */
  settle: z.strictObject({ readings: z.number().int().min(2).max(50), milliseconds: z.number().int().min(0).max(20_000) }).default({ readings: 5, milliseconds: 800 }),
  /** The scale sends one frame when its key is pressed, or answers only to a new weight, and is silent otherwise: each frame is booked once, and silence is in order. */
  sendsOnce: z.boolean().default(false),
  /** Asks the scale with the protocol's read-only request; null where it speaks by itself. */
  pollMs: z.number().int().min(100).max(60_000).nullable().default(null),
});
export type ScaleProfile = z.infer<typeof scaleProfileSchema>;
