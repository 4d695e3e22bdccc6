/** Units of mass a scale may send, and the Chinese ones people speak in. `jin` is 500 g, `liang` 50 g, `qian` 5 g. */
export type MassUnit = 'g' | 'kg' | 't' | 'lb' | 'oz' | 'jin' | 'liang' | 'qian';

/** What a frame from the scale turned out to be. Only `ok` carries a weight that may be used. */
export type ReadingStatus =
  | 'ok' | 'overload' | 'underload' | 'unstable' | 'error' | 'busy' | 'not_ready' | 'bad_checksum' | 'bad_frame'
  | 'incomplete' | 'garbage' | 'not_weight' | 'tare' | 'bad_unit' | 'wrong_address';

/** One frame of a scale as decoded, before the port session decides whether it may be booked. */
export interface Reading {
  /** Decimal text as shown on the scale, without `+` and without leading zeros; null unless a weight or tare was sent. */
  readonly value: string | null;
  /** Unit as sent; null when the protocol sends none and the site profile names none. */
  readonly unit: string | null;
  /** Exact decimal text of the value in grams; null without a known unit of mass. */
  readonly grams: string | null;
  /** Null means that the protocol does not say. */
  readonly stable: boolean | null;
  readonly net: boolean | null;
  /** Tare as sent with the frame, in the unit of the frame. */
  readonly tare: string | null;
  readonly status: ReadingStatus;
  /** Hexadecimal of the frame, upper case, bytes parted by blanks. */
  readonly raw: string;
}
