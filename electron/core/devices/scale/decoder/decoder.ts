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
