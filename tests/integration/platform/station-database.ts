import { openForWriting } from '../../../db/connection.ts';
import type { WriteConnection } from '../../../db/connection.ts';
import { migrate } from '../../../db/migrate.ts';
import { firstPrev, storedEvent } from '../../../electron/core/platform/event-hash.ts';

/** A database of the newest shape with one device and a short chain, and a table of pairs that always sum to zero. */
export function newStationDatabase(path: string, kind: 'live' | 'training' = 'training'): WriteConnection {
  const db = openForWriting(path);
  migrate(db);
  db.transact(({ file }) => {
    file.prepare('INSERT INTO folder (id, ulid, kind, created_at) VALUES (1, ?, ?, 0)').run('01JFOLDER', kind);
    file.prepare("INSERT INTO device (ulid, station_code, desk_letter, public_key, sealed_key, origin, begun_at) VALUES ('01JDEVICE', 'GZ01', 'A', 'k', 's', 'first', 0)").run();
    file.exec('CREATE TABLE pair (id INTEGER PRIMARY KEY, left_fen INTEGER NOT NULL, right_fen INTEGER NOT NULL) STRICT');
  });
  for (let count = 0; count < 20; count += 1) appendEvent(db);
  return db;
}

/** Appends one event to the chain of the only device. */
export function appendEvent(db: WriteConnection): void {
  db.transact(({ file }) => {
    const last = file.prepare('SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1').get() as { seq: number; hash: string } | undefined;
    const event = storedEvent({
      device: '01JDEVICE', seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? firstPrev, at: 1_790_000_000_000, clock: 'ok', user: null,
      type: 'test', docType: 'folder', docId: '01JFOLDER', docHash: 'ab'.repeat(32), payload: { note: '备份' },
    });
    file.prepare('INSERT INTO event (device, seq, prev, at, clock, user, type, doc_type, doc_id, doc_hash, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(event.device, event.seq, event.prev, event.at, event.clock, event.user, event.type, event.docType, event.docId, event.docHash, event.payloadText, event.hash);
  });
}
