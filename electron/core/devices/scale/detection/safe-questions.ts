import type { DecoderConfig, LineSettings } from '../../../../contract/scale-profile.ts';
import type { SafePoll, ScaleProtocol } from '../protocols/protocol.ts';
import { isSameLine } from './line-order.ts';

/** One question that a scale of unknown protocol may be asked, and who would understand the answer. */
export interface Question {
  readonly poll: SafePoll;
  readonly protocols: readonly ScaleProtocol[];
}

/** Tare, zero, print, clear: on some scale each of these letters does more than read (device reference 1.20). */
const FORBIDDEN = new Set([...'TZPC'].map((letter) => letter.charCodeAt(0)));

/** Whether a scale of any make takes these bytes without doing more than answer. */
export function isHarmless(poll: SafePoll): boolean {
  return ![...poll.bytes, ...(poll.next?.bytes ?? [])].some((byte) => FORBIDDEN.has(byte));
}

/** The questions to ask at these settings, each once: those of protocols that are usual there; all of them on a line without settings. */
export function questionsAt(settings: LineSettings | null, protocols: readonly ScaleProtocol[]): Question[] {
  const questions = new Map<string, { poll: SafePoll; protocols: ScaleProtocol[] }>();
  for (const protocol of protocols) {
    if (settings !== null && !protocol.lines.some((usual) => isSameLine(usual, settings))) continue;
    for (const poll of protocol.safePolls.filter(isHarmless)) {
      const key = Buffer.from(poll.bytes).toString('hex');
      const known = questions.get(key);
      if (known === undefined) questions.set(key, { poll, protocols: [protocol] });
      else known.protocols.push(protocol);
    }
  }
  return [...questions.values()];
}

const MOST_ADDRESSES = 31;

/** What the site must set so that the session asks just this: nothing, or the address that the question carries. */
export function configFor(protocol: ScaleProtocol, poll: SafePoll): DecoderConfig {
  const { pollFor } = protocol;
  if (pollFor === undefined || sameBytes(pollFor({}), poll)) return {};
  for (let address = 1; address <= MOST_ADDRESSES; address += 1) {
    if (sameBytes(pollFor({ address }), poll)) return { address };
  }
  return {};
}

function sameBytes(one: SafePoll | null, other: SafePoll): boolean {
  return one !== null && Buffer.from(one.bytes).equals(other.bytes);
}
