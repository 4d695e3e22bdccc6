import { canonicalText } from './canonical-text.ts';
import { sha256Hex } from './digest.ts';

/** The `prev` of a device's first event. */
export const firstPrev = '0'.repeat(64);

/** What an event says (design: event log). `seq` starts at 1 for each device; `at` is UTC milliseconds. */
export interface EventFields {
  readonly device: string;
  readonly seq: number;
  readonly prev: string;
  readonly at: number;
  /** How far the clock could be trusted, see `device-clock.ts`. */
  readonly clock: string;
  readonly user: string | null;
  readonly type: string;
  readonly docType: string | null;
  readonly docId: string | null;
  readonly docHash: string | null;
}

/** An event before it is written: the payload is any JSON value. */
export interface EventContent extends EventFields {
  readonly payload: unknown;
}

/** An event as a row: the payload is its canonical text, exactly as hashed. */
export interface StoredEvent extends EventFields {
  readonly payloadText: string;
  readonly hash: string;
}

/** The hash of an event: SHA-256 of its RFC 8785 text without `hash`. */
export function eventHash(event: EventContent): string {
  return hashFields(event, canonicalText(event.payload));
}

/** The row to write for an event: canonical payload and hash made in one go. */
export function storedEvent(event: EventContent): StoredEvent {
  const { payload, ...fields } = event;
  const payloadText = canonicalText(payload);
  return { ...fields, payloadText, hash: hashFields(fields, payloadText) };
}

/**
 * The hash a row ought to have. The payload text goes in untouched, so even a blank added to it shows;
 * the other fields are quoted, hence no other split of the same text into fields exists.
 */
export function storedEventHash(event: EventFields & { readonly payloadText: string }): string {
  return hashFields(event, event.payloadText);
}

function hashFields(event: EventFields, payloadText: string): string {
  return sha256Hex(eventText(event, payloadText));
}

/**
 * RFC 8785 text of the fixed shape, keys already in order. Written by hand because a full check reads a million
 * events; a property test holds it equal to the general canonicaliser.
 */
export function eventText(event: EventFields, payloadText: string): string {
  return '{"at":' + whole(event.at) + ',"clock":' + quoted(event.clock) + ',"device":' + quoted(event.device)
    + ',"docHash":' + quotedOrNull(event.docHash) + ',"docId":' + quotedOrNull(event.docId) + ',"docType":' + quotedOrNull(event.docType)
    + ',"payload":' + payloadText + ',"prev":' + quoted(event.prev) + ',"seq":' + whole(event.seq)
    + ',"type":' + quoted(event.type) + ',"user":' + quotedOrNull(event.user) + '}';
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('an event holds whole numbers only');
  return String(value === 0 ? 0 : value);
}

const loneSurrogate = /\p{Surrogate}/u;

function quoted(text: string): string {
  if (loneSurrogate.test(text)) throw new TypeError('an event holds well-formed text only');
  return JSON.stringify(text);
}

function quotedOrNull(text: string | null): string {
  return text === null ? 'null' : quoted(text);
}
