import { command, query } from '../sql.ts';

/** The last event of a device's chain: what the next one points at. */
export const lastEvent = query<{ device: string }>()((k, slot) =>
  k.selectFrom('event').select(['seq', 'hash', 'at']).where('device', '=', slot('device')).orderBy('seq', 'desc').limit(1));

/**
 * When the last event was written, by the order of the chain: after a confirmed correction of the clock an earlier event may carry a
 * later time, and that must not stop the clock again. The newest device that has written anything counts. What was written while the
 * clock was stopped does not: else a wrong clock would be believed after a restart.
 */
export const lastEventMoment = query<object>()((k) =>
  k.selectFrom('event').innerJoin('device', 'device.ulid', 'event.device').select('event.at').where('event.clock', '<>', 'doubtful').orderBy('device.id', 'desc').orderBy('event.seq', 'desc').limit(1));

/** Every device of the folder with its public key, the oldest first. */
export const devicesBegun = query<object>()((k) => k.selectFrom('device').selectAll().orderBy('id'));
export const currentDevice = query<object>()((k) => k.selectFrom('device').selectAll().orderBy('id', 'desc').limit(1));

export const folderRow = query<object>()((k) => k.selectFrom('folder').selectAll());

/** Takes the next number of a desk, kind and year; gap-free because it rolls back with its document. */
export const takeNumber = query<{ desk: string; kind: string; year: number }>()((k, slot) =>
  k.insertInto('number_counter').values({ desk: slot('desk'), kind: slot('kind'), year: slot('year'), last: 1 })
    .onConflict((oc) => oc.columns(['desk', 'kind', 'year']).doUpdateSet((eb) => ({ last: eb('number_counter.last', '+', 1) })))
    .returning('last'));

/** Takes `count` numbers at once and returns the last of them; used by runs with many settlements. */
export const takeNumbers = query<{ desk: string; kind: string; year: number; count: number }>()((k, slot) =>
  k.insertInto('number_counter').values({ desk: slot('desk'), kind: slot('kind'), year: slot('year'), last: slot('count') })
    .onConflict((oc) => oc.columns(['desk', 'kind', 'year']).doUpdateSet((eb) => ({ last: eb('number_counter.last', '+', slot('count')) })))
    .returning('last'));

export const documentByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('document').selectAll().where('ulid', '=', slot('ulid')));
export const documentById = query<{ id: number }>()((k, slot) => k.selectFrom('document').selectAll().where('id', '=', slot('id')));
export const reversalOf = query<{ id: number }>()((k, slot) => k.selectFrom('document').selectAll().where('reverses_id', '=', slot('id')));

/** The document that took the place of another one. */
export const replacementOf = query<{ id: number }>()((k, slot) => k.selectFrom('document').selectAll().where('replaces_id', '=', slot('id')));

export const lastTransition = query<{ documentId: number }>()((k, slot) =>
  k.selectFrom('transition').selectAll().where('document_id', '=', slot('documentId')).orderBy('ordinal', 'desc').limit(1));

export const storedReply = query<{ commandId: string }>()((k, slot) =>
  k.selectFrom('command_log').select(['op', 'input_hash as inputHash', 'reply', 'user_id as userId']).where('command_id', '=', slot('commandId')));

/** Keeps the reply of a command; changes no row where the id is taken. */
export const keepCommand = command<{ commandId: string; op: string; inputHash: string; reply: string; at: number; userId: number | null }>()((k, slot) =>
  k.insertInto('command_log').values({ command_id: slot('commandId'), op: slot('op'), input_hash: slot('inputHash'), reply: slot('reply'), at: slot('at'), user_id: slot('userId') })
    .onConflict((conflict) => conflict.column('command_id').doNothing()));

export const lastMasterVersion = query<{ entity: string; ulid: string }>()((k, slot) =>
  k.selectFrom('master_version').select(['version', 'payload']).where('entity', '=', slot('entity')).where('entity_ulid', '=', slot('ulid')).orderBy('version', 'desc').limit(1));

export const masterVersions = query<{ entity: string; ulid: string }>()((k, slot) =>
  k.selectFrom('master_version').leftJoin('user', 'user.id', 'master_version.user_id')
    .select(['master_version.version', 'master_version.at', 'master_version.payload', 'user.name as userName'])
    .where('entity', '=', slot('entity')).where('entity_ulid', '=', slot('ulid')).orderBy('master_version.version', 'desc'));

export const dropCountersign = command<{ documentId: number }>()((k, slot) => k.deleteFrom('countersign').where('document_id', '=', slot('documentId')));
