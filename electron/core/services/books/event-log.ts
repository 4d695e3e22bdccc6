import { insertRow } from '../../../../db/insert.ts';
import { lastEvent } from '../../../../db/queries/books.queries.ts';
import { storedEvent, firstPrev } from '../../platform/event-hash.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { sealFinishedDay } from '../system/sealing.ts';

/** What an event is about: the digest proves the rows it names. */
export interface EventSubject {
  readonly type: string;
  readonly docType: 'document' | 'transition' | 'master' | 'run' | 'folder';
  /** ULID of a document, `ulid#ordinal` of a transition, `entity:ulid@version` of a master version, ULID of a run. */
  readonly docId: string;
  readonly docHash: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Appends one event to this device's chain inside the running transaction and returns its place. */
export function appendEvent(context: CommandContext, subject: EventSubject): { seq: number; hash: string } {
  const { station, tx, now, user } = context;
  const device = station.device;
  if (!device) throw new Error('an event needs a device');
  const last = lastEvent.first(tx, { device: device.ulid });
  if (last) sealFinishedDay(context, last);
  const event = storedEvent({
    device: device.ulid, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? firstPrev, at: now, clock: station.clockGuard.quality(),
    user: user?.id ?? null, type: subject.type, docType: subject.docType, docId: subject.docId, docHash: subject.docHash, payload: subject.payload,
  });
  insertRow(tx, 'event', {
    device: event.device, seq: event.seq, prev: event.prev, at: event.at, clock: event.clock, user: event.user, type: event.type,
    doc_type: subject.docType, doc_id: subject.docId, doc_hash: subject.docHash, payload: event.payloadText, hash: event.hash,
  });
  context.afterCommit(() => station.clockGuard.noteEvent(now));
  return { seq: event.seq, hash: event.hash };
}
