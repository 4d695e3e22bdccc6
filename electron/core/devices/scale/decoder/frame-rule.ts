import type { Reading } from '../../../../domain/reading.ts';

/** The bytes a rule may look at. */
export interface FrameView {
  readonly bytes: Uint8Array;
  /** First index beyond the bytes received so far. */
  readonly filled: number;
  /** True when no more bytes will come: a rule that only waited for a doubtful extra byte decides now. */
  readonly atEnd: boolean;
  hex(from: number, to: number): string;
  /** One character a byte. */
  text(from: number, to: number): string;
}

export interface FoundFrame {
  readonly reading: Reading;
  /** Bytes that belong to the frame, counted from its start byte. */
  readonly length: number;
  /** False when the frame failed its check: the search goes on one byte later, inside it. */
  readonly sound: boolean;
  /** Bytes right behind the frame that are no noise when they begin no frame (a check byte nobody reads, a line feed). */
  readonly trailing?: number;
}

/** `wait`: the bytes may yet become a frame. `drop`: no frame begins here. */
export type Verdict = 'wait' | 'drop' | FoundFrame;

/** What makes a frame of one protocol. */
export interface FrameRule {
  /** The byte, or each of the bytes, that may begin a frame. */
  readonly startByte: number | readonly number[];
  /** Bytes that may stand between frames and are no noise there: line ends, an acknowledgement. */
  readonly silent?: readonly number[];
  /** Looks at the bytes from `at`, where a start byte stands; `followsFrame` when the last byte before it ended a good frame. */
  examine(view: FrameView, at: number, followsFrame: boolean): Verdict;
}
