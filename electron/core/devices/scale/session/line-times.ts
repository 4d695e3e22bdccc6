import { USUAL_POLL_MS } from './poller.ts';

/** How long to wait on a line of a given speed. */
export interface LineTimes {
  /** After so long a pause a half frame must not be completed by what follows. */
  readonly partialMs: number;
  /** After so long without a sound frame there is no signal. */
  readonly silenceMs: number;
  /** How often a scale is asked that speaks only then. */
  readonly pollMs: number;
}

const SHORTEST_PARTIAL_MS = 300;
const BITS_PER_BYTE = 10;
const SLOW_BAUD = 600;

/** So many questions without an answer are silence. */
const UNANSWERED = 4;

/**
 * Three frame times but at least 300 ms; 2 s of silence, 5 s on the slowest lines (device reference 1.3). A scale is
 * asked again no sooner than its answer can have come.
 */
export function lineTimes(baudRate: number, frameBytes: number, wantedPollMs: number | null): LineTimes {
  const frameMs = Math.ceil((frameBytes * BITS_PER_BYTE * 1000) / baudRate);
  const pollMs = Math.max(wantedPollMs ?? USUAL_POLL_MS, 2 * frameMs);
  const silenceMs = baudRate <= SLOW_BAUD ? 5_000 : 2_000;
  return { partialMs: Math.max(SHORTEST_PARTIAL_MS, 3 * frameMs), silenceMs: wantedPollMs === null ? silenceMs : Math.max(silenceMs, UNANSWERED * pollMs), pollMs };
}
