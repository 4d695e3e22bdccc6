import { firstPrev, storedEventHash } from './event-hash.ts';
import type { StoredEvent } from './event-hash.ts';

/** The last event of one device's chain; it is what is sealed, printed and written to backups. */
export interface ChainHead {
  readonly device: string;
  readonly seq: number;
  readonly hash: string;
}

export type ChainFlaw =
  | 'content_changed' | 'link_broken' | 'number_missing' | 'number_repeated' | 'malformed' | 'tail_cut' | 'sealed_head_differs';

export interface ChainVerdict {
  readonly ok: boolean;
  /** How many events were found good before the end or the first bad one. */
  readonly events: number;
  readonly firstBad?: { readonly device: string; readonly seq: number; readonly why: ChainFlaw };
  /** The last good event read, null when there was none. */
  readonly head: ChainHead | null;
  /** The last good event of every device met, ready to be the start of the next check. */
  readonly heads: readonly ChainHead[];
}

export interface ChainExpectations {
  /** Heads up to which everything is already known to be good; each device goes on from there. */
  readonly from?: readonly ChainHead[];
  /** Heads known from seals, slips or backups: the chain must contain exactly these events. */
  readonly sealed?: readonly ChainHead[];
}

/**
 * Reads events ordered by (device, seq) and stops at the first one that is not what its hash, its predecessor
 * or a sealed head says. Several devices may be mixed as long as each is in order.
 */
export function verifyChain(events: Iterable<StoredEvent>, expected: ChainExpectations = {}): ChainVerdict {
  const heads = new Map((expected.from ?? []).map((head) => [head.device, head]));
  const sealed = new Map((expected.sealed ?? []).map((head) => [placeOf(head), head]));
  const seen: Seen = { events: 0, head: null, heads };
  for (const event of events) {
    const why = flawOf(event, heads.get(event.device), sealed.get(placeOf(event)));
    if (why !== null) return verdict(seen, { device: event.device, seq: event.seq, why });
    const head: ChainHead = { device: event.device, seq: event.seq, hash: event.hash };
    heads.set(event.device, head);
    seen.head = head;
    seen.events += 1;
  }
  return verdict(seen, missingTail(heads, expected.sealed ?? []));
}

interface Seen {
  events: number;
  head: ChainHead | null;
  readonly heads: ReadonlyMap<string, ChainHead>;
}

function placeOf(head: { readonly device: string; readonly seq: number }): string {
  return `${head.seq} ${head.device}`;
}

function flawOf(event: StoredEvent, before: ChainHead | undefined, sealed: ChainHead | undefined): ChainFlaw | null {
  const nextSeq = (before?.seq ?? 0) + 1;
  if (event.seq > nextSeq) return 'number_missing';
  if (event.seq < nextSeq) return 'number_repeated';
  if (event.prev !== (before?.hash ?? firstPrev)) return 'link_broken';
  const hash = hashOrNull(event);
  if (hash === null) return 'malformed';
  if (hash !== event.hash) return 'content_changed';
  return sealed !== undefined && sealed.hash !== event.hash ? 'sealed_head_differs' : null;
}

/** A row whose number or text has no canonical form was not written by this program. */
function hashOrNull(event: StoredEvent): string | null {
  try {
    return storedEventHash(event);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function missingTail(heads: ReadonlyMap<string, ChainHead>, sealed: readonly ChainHead[]): ChainVerdict['firstBad'] {
  for (const head of sealed) {
    const reached = heads.get(head.device)?.seq ?? 0;
    if (reached < head.seq) return { device: head.device, seq: reached + 1, why: 'tail_cut' };
  }
  return undefined;
}

function verdict(seen: Seen, firstBad: ChainVerdict['firstBad']): ChainVerdict {
  const found = { events: seen.events, head: seen.head, heads: [...seen.heads.values()] };
  return firstBad === undefined ? { ok: true, ...found } : { ok: false, ...found, firstBad };
}
