import { z } from 'zod';
import type { Reading } from '../../../../domain/reading.ts';

/**
 * Turns the bytes of one scale into readings. It knows no time: whether a reading is fresh, settled and usable is
 * decided by the port session. The same bytes give the same readings however they are cut into pieces.
 */
export interface Decoder {
  push(bytes: Uint8Array): Reading[];
  /** The stream has ended or paused: a complete frame without its terminator is a reading, a partial one `incomplete`. */
  end(): Reading[];
}

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
  type: z.enum(['int16', 'int32be', 'int32le', 'float32be', 'float32le']).optional(),
  fixed_zero_x10: z.boolean().optional(),
  strip_parity: z.boolean().optional(),
  dtr: z.boolean().optional(),
  rts: z.boolean().optional(),
  expression: z.string().max(400).optional(),
});
export type DecoderConfig = z.infer<typeof decoderConfigSchema>;
