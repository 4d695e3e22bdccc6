import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

/** Documents that wait for a second person, the oldest first. */
export const waitingForSecond = textQuery<object, { documentId: string; number: string; op: string; requestedBy: string; dueDate: string; at: number; amountFen: number }>(() => sql`
  SELECT d.ulid AS "documentId", d.number, c.op, u.name AS "requestedBy", c.due_date AS "dueDate", d.posted_at AS at,
    coalesce((SELECT total_fen FROM ticket t WHERE t.document_id = d.id), (SELECT total_fen FROM payout p WHERE p.document_id = d.id),
      (SELECT amount_fen FROM debt b WHERE b.document_id = d.id), (SELECT sum(amount_fen) FROM cash_line l WHERE l.document_id = d.id), 0) AS "amountFen"
  FROM countersign c JOIN document d ON d.id = c.document_id JOIN user u ON u.id = c.requested_by ORDER BY d.id`);
export const countersignOf = query<{ ulid: string }>()((k, slot) =>
  k.selectFrom('countersign').innerJoin('document', 'document.id', 'countersign.document_id')
    .select(['document.id', 'document.ulid', 'document.number', 'document.type', 'countersign.requested_by as requestedBy']).where('document.ulid', '=', slot('ulid')));
export const countersignCount = query<object>()((k) => k.selectFrom('countersign').select((eb) => eb.fn.countAll<number>().as('n')));

/** The newest audit lines; a moment and an outcome narrow the list where they are given. */
export const auditLines = textQuery<{ from: number; outcome: string | null; limit: number }, { id: number; at: number; user: string | null; op: string; outcome: string; code: string | null }>((slot) => sql`
  SELECT a.id, a.at, u.name AS user, a.op, a.outcome, a.code FROM audit a LEFT JOIN user u ON u.id = a.user_id
  WHERE a.at >= ${slot('from')} AND (${slot('outcome')} IS NULL OR a.outcome = ${slot('outcome')}) ORDER BY a.id DESC LIMIT ${slot('limit')}`);

export const lastBackup = query<object>()((k) => k.selectFrom('backup_note').select(['at', 'name']).orderBy('id', 'desc').limit(1));
export const spoolCounts = textQuery<object, { waiting: number; failed: number; unsure: number }>(() => sql`
  SELECT coalesce(sum(state IN ('waiting', 'sending')), 0) AS waiting, coalesce(sum(state = 'failed'), 0) AS failed, coalesce(sum(state = 'unsure'), 0) AS unsure
  FROM print_job WHERE state IN ('waiting', 'sending', 'failed', 'unsure')`);
export const outboxCount = textQuery<object, { n: number }>(() => sql`SELECT count(*) AS n FROM outbox WHERE state <> 'sent'`);

export const devicesBorn = query<object>()((k) => k.selectFrom('device').select(['id', 'ulid', 'desk_letter as deskLetter', 'station_code as stationCode']).orderBy('id'));
export const desksOfStation = query<{ code: string }>()((k, slot) =>
  k.selectFrom('desk').innerJoin('station', 'station.id', 'desk.station_id').select(['desk.letter', 'desk.station_id as stationId']).where('station.code', '=', slot('code')));
export const sealOf = query<{ device: string; seq: number }>()((k, slot) => k.selectFrom('seal').select('id').where('device', '=', slot('device')).where('seq', '=', slot('seq')));
