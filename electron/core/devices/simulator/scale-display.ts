/** What the display of a simulated scale shows, before a protocol puts it into bytes. */
export interface ScaleDisplay {
  /** The number shown, without its point: 786 with two decimals is 7.86. */
  readonly digits: number;
  readonly decimals: number;
  readonly unit: 'kg' | 'g' | 'lb';
  readonly stable: boolean;
  readonly net: boolean;
  /** The tare in the same steps as `digits`. */
  readonly tareDigits: number;
  readonly overload: boolean;
  readonly underload: boolean;
}

/** Puts a display into the bytes of one protocol; an empty array where the real indicator falls silent. */
export type ScaleEncoder = (display: ScaleDisplay) => Uint8Array;
