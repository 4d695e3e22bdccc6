import { sql } from 'kysely';
import type { ReadHandle } from '../connection.ts';
import { query, textQuery } from '../sql.ts';

/** The events of one device behind a place of its chain, in order, in the shape the chain is hashed in. */
export const eventsOfDevice = query<{ device: string; after: number }>()((k, slot) =>
  k.selectFrom('event')
    .select(['device', 'seq', 'prev', 'at', 'clock', 'user', 'type', 'doc_type as docType', 'doc_id as docId', 'doc_hash as docHash', 'payload as payloadText', 'hash'])
    .where('device', '=', slot('device')).where('seq', '>', slot('after')).orderBy('seq'));

interface EventOfDocument { device: string; seq: number; prev: string; at: number; clock: string; user: string | null; type: string; docType: string; docId: string; docHash: string; payloadText: string; hash: string }
/** The events of a document and of its later states, in the shape the chain is hashed in. */
export const eventsOfDocument = textQuery<{ ulid: string }, EventOfDocument>((slot) => sql`
  SELECT device, seq, prev, at, clock, user, type, doc_type AS docType, doc_id AS docId, doc_hash AS docHash, payload AS payloadText, hash FROM event
  WHERE doc_id >= ${slot('ulid')} AND doc_id < ${slot('ulid')} || '$' ORDER BY device, seq`);

/** Every device that has a row or an event, the oldest first; `publicKey` is null where only events name it. */
export const devicesMet = textQuery<object, { device: string; publicKey: string | null }>(() => sql`
  SELECT ulid AS device, public_key AS "publicKey" FROM (SELECT id, ulid, public_key FROM device
    UNION ALL SELECT 1000000000 AS id, e.device, NULL FROM (SELECT DISTINCT device FROM event) AS e WHERE e.device NOT IN (SELECT ulid FROM device))
  ORDER BY id, ulid`);

export const sealsMade = query<object>()((k) => k.selectFrom('seal').select(['device', 'seq', 'hash', 'at', 'business_date as day', 'signature']).orderBy('device').orderBy('seq'));
export const eventHashAt = query<{ device: string; seq: number }>()((k, slot) => k.selectFrom('event').select(['hash', 'type']).where('device', '=', slot('device')).where('seq', '=', slot('seq')));

/** Where a device's life ended because a later one took over: nothing behind that place belongs to the folder any more. */
export const successions = query<object>()((k) =>
  k.selectFrom('incarnation').innerJoin('document', 'document.id', 'incarnation.document_id')
    .select(['incarnation.device', 'previous_device as previousDevice', 'previous_seq as previousSeq', 'previous_hash as previousHash', 'cause', 'document.number', 'document.ulid', 'document.posted_at as at']).orderBy('document.id'));

export const documentsOfBooks = query<object>()((k) =>
  k.selectFrom('document').leftJoin('document as original', 'original.id', 'document.reverses_id')
    .select(['document.id', 'document.ulid', 'document.type', 'document.number', 'document.desk_letter as deskLetter', 'original.number as originalNumber']).orderBy('document.id'));

export const eventsAbout = query<{ docId: string }>()((k, slot) =>
  k.selectFrom('event').select(['device', 'seq', 'at', 'user', 'type', 'doc_type as docType', 'doc_hash as docHash', 'payload']).where('doc_id', '=', slot('docId')).orderBy('device').orderBy('seq'));

export const laterTransitions = query<object>()((k) =>
  k.selectFrom('transition').innerJoin('document', 'document.id', 'transition.document_id')
    .select(['document.ulid', 'document.number', 'transition.document_id', 'ordinal', 'state', 'at', 'user_id', 'transition.approved_by', 'transition.reason'])
    .where('ordinal', '>', 1).orderBy('transition.document_id').orderBy('ordinal'));

export const transitionGaps = textQuery<object, { number: string }>(() => sql`
  SELECT d.number FROM document d LEFT JOIN transition t ON t.document_id = d.id
  GROUP BY d.id HAVING count(t.id) <> coalesce(max(t.ordinal), 0) OR count(t.id) = 0`);

export const masterVersionsMade = query<object>()((k) => k.selectFrom('master_version').leftJoin('user', 'user.id', 'master_version.user_id').select(['entity', 'entity_ulid as ulid', 'master_version.version', 'at', 'user_id as userRow', 'user.ulid as user', 'payload']).orderBy('master_version.id'));

/** The last version of each record of one kind of master data. */
export const lastVersions = query<{ entity: string }>()((k, slot) =>
  k.selectFrom('master_version').select((eb) => ['entity_ulid as ulid', 'payload', eb.fn.max('version').as('version')]).where('entity', '=', slot('entity')).groupBy('entity_ulid'));

const transitionParts = sql`substr(e.doc_id, 1, 26)`;
/** Events whose row is not there, with the words for what they are about. */
export const eventsWithoutRow = textQuery<object, { device: string; seq: number; docType: string; docId: string; payload: string }>(() => sql`
  SELECT e.device, e.seq, e.doc_type AS "docType", e.doc_id AS "docId", e.payload FROM event e
  WHERE (e.doc_type = 'document' AND NOT EXISTS (SELECT 1 FROM document d WHERE d.ulid = e.doc_id))
     OR (e.doc_type = 'transition' AND NOT EXISTS (SELECT 1 FROM document d JOIN transition t ON t.document_id = d.id
           WHERE d.ulid = ${transitionParts} AND t.ordinal = CAST(substr(e.doc_id, 28) AS INTEGER)))
     OR (e.doc_type = 'master' AND NOT EXISTS (SELECT 1 FROM master_version m WHERE m.entity = substr(e.doc_id, 1, instr(e.doc_id, ':') - 1)
           AND m.entity_ulid = substr(e.doc_id, instr(e.doc_id, ':') + 1, 26) AND m.version = CAST(substr(e.doc_id, instr(e.doc_id, '@') + 1) AS INTEGER)))
     OR (e.doc_type = 'run' AND NOT EXISTS (SELECT 1 FROM settlement_run r JOIN run_posted p ON p.run_id = r.id WHERE r.ulid = e.doc_id))
  ORDER BY e.device, e.seq`);

/** Rows of a table that hang on a document whose type has no such rows, so that no digest covers them. */
export function rowsOutsideDocuments(db: ReadHandle, table: string, types: readonly string[]): Array<{ number: string }> {
  const list = types.map((type) => `'${type}'`).join();
  return db.file.prepare(`SELECT DISTINCT d.number FROM "${table}" t JOIN document d ON d.id = t.document_id WHERE d.type NOT IN (${list}) LIMIT 20`).all() as Array<{ number: string }>;
}

/** The current row of every record of one kind of master data. */
export function currentRows(db: ReadHandle, table: string): IterableIterator<Record<string, unknown> & { ulid: string }> {
  return db.file.prepare(`SELECT * FROM "${table}" ORDER BY id`).iterate() as IterableIterator<Record<string, unknown> & { ulid: string }>;
}

export const eventCount = query<object>()((k) => k.selectFrom('event').select((eb) => eb.fn.countAll<number>().as('n')));
