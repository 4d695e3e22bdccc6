import { sql } from 'kysely';
import { remembered } from '../remembered.ts';
import { command, query, textQuery } from '../sql.ts';

/** 1 for a member who ever had a contract to deliver or a certificate: only then is it worth asking what they say. */
const hasTerms = sql<number>`(EXISTS (SELECT 1 FROM farm_contract f WHERE f.member_id = member.id) OR EXISTS (SELECT 1 FROM member_certificate k WHERE k.member_id = member.id))`;

export const ownerOf = query<{ memberUlid: string }>()((k, slot) =>
  k.selectFrom('member').innerJoin('payee', 'payee.member_id', 'member.id')
    .select(['member.id as memberRowId', 'member.ulid as memberId', 'member.kind', 'member.status', 'member.name', 'payee.id as payeeRowId', 'payee.ulid as payeeId', hasTerms.as('hasTerms')])
    .where('member.ulid', '=', slot('memberUlid')).where('payee.active', '=', 1).orderBy('payee.id').limit(1));

export const productByUlid = remembered('product', query<{ ulid: string }>()((k, slot) => k.selectFrom('product').selectAll().where('ulid', '=', slot('ulid'))), ({ ulid }) => ulid);
export const productById = query<{ id: number }>()((k, slot) => k.selectFrom('product').selectAll().where('id', '=', slot('id')));

/** The scheme in force at a moment: the newest valid version. */
export const schemeInForce = query<{ productId: number; at: number }>()((k, slot) =>
  k.selectFrom('scheme').selectAll().where('product_id', '=', slot('productId')).where('valid_from', '<=', slot('at'))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', slot('at'))])).orderBy('number', 'desc').limit(1));

/** The same without the text of its rules, which is long and never changes. */
export const schemeRowInForce = query<{ productId: number; at: number }>()((k, slot) =>
  k.selectFrom('scheme').select(['id', 'number']).where('product_id', '=', slot('productId')).where('valid_from', '<=', slot('at'))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', slot('at'))])).orderBy('number', 'desc').limit(1));

/** The price in force at a moment: the one with the latest effective time, the later sheet first. */
export const priceInForce = query<{ productId: number; grade: string; at: number }>()((k, slot) =>
  k.selectFrom('price').select(['id', 'ulid', 'price_e4 as priceE4']).where('product_id', '=', slot('productId')).where('grade', '=', slot('grade'))
    .where('quota_part', '=', 'board').where('effective_from', '<=', slot('at')).orderBy('effective_from', 'desc').orderBy('id', 'desc').limit(1));

/** A reading under a ticket that was reversed: the ticket in its place may stand on it, whatever day it is. */
export const reversedReading = query<{ ticket: string; readingId: number }>()((k, slot) =>
  k.selectFrom('document').innerJoin('weighing', 'weighing.document_id', 'document.id').innerJoin('document as reversal', 'reversal.reverses_id', 'document.id')
    .select('document.id').where('document.ulid', '=', slot('ticket'))
    .where((eb) => eb.or([eb('gross_reading_id', '=', slot('readingId')), eb('tare_reading_id', '=', slot('readingId'))])).limit(1));

export const containerByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('container').selectAll().where('ulid', '=', slot('ulid')));
export const storePlace = remembered('place', query<object>()((k) => k.selectFrom('place').select(['id']).orderBy('id').limit(1)), () => 'first');

export const readingByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('reading').selectAll().where('ulid', '=', slot('ulid')));
/** The ticket that already stands on a reading (reversed ones not counted), and the first reading of its load where it was taken more than once. */
export const readingState = textQuery<{ readingId: number }, { number: string | null; load: number | null }>((slot) => sql`
  SELECT (SELECT d.number FROM weighing w JOIN document d ON d.id = w.document_id LEFT JOIN document v ON v.reverses_id = d.id
      WHERE (w.gross_reading_id = ${slot('readingId')} OR w.tare_reading_id = ${slot('readingId')}) AND v.id IS NULL LIMIT 1) AS number,
    coalesce((SELECT a.first_id FROM reading_again a WHERE a.reading_id = ${slot('readingId')}), (SELECT a.first_id FROM reading_again a WHERE a.first_id = ${slot('readingId')} LIMIT 1)) AS load`);
/** The ticket that stands on any reading of a load. */
export const ticketOfLoad = textQuery<{ load: number }, { number: string }>((slot) => sql`
  WITH readings AS (SELECT ${slot('load')} AS id UNION ALL SELECT reading_id FROM reading_again WHERE first_id = ${slot('load')})
  SELECT d.number FROM readings q CROSS JOIN weighing w ON w.gross_reading_id = q.id OR w.tare_reading_id = q.id JOIN document d ON d.id = w.document_id LEFT JOIN document v ON v.reverses_id = d.id
  WHERE v.id IS NULL LIMIT 1`);
export const draftByUlid = query<{ ulid: string }>()((k, slot) => k.selectFrom('draft').selectAll().where('ulid', '=', slot('ulid')));
/** Drafts of this desk, and those that wait in the yard for whichever desk is free. */
export const draftsOfDesk = query<{ desk: string }>()((k, slot) =>
  k.selectFrom('draft').innerJoin('user', 'user.id', 'draft.user_id')
    .select(['draft.ulid as id', 'draft.state', 'draft.label', 'draft.revision', 'draft.updated_at as updatedAt', 'user.name as userName', 'draft.payload'])
    .where((eb) => eb.or([eb('draft.desk_letter', '=', slot('desk')), eb('draft.state', '=', 'yard')])).orderBy('draft.updated_at', 'desc'));
/** What was put aside on a desk goes on under the letter that its folder has now. */
export const handDraftsOn = command<{ from: string; to: string }>()((k, slot) => k.updateTable('draft').set({ desk_letter: slot('to') }).where('desk_letter', '=', slot('from')));
export const putDraft = command<{ ulid: string; desk: string; userId: number; state: string; label: string; payload: string; revision: number; at: number }>()((k, slot) =>
  k.insertInto('draft').values({
    ulid: slot('ulid'), kind: 'ticket', desk_letter: slot('desk'), user_id: slot('userId'), state: slot('state'), label: slot('label'), payload: slot('payload'), revision: slot('revision'), updated_at: slot('at'),
  }).onConflict((oc) => oc.column('ulid').doUpdateSet({
    desk_letter: slot('desk'), user_id: slot('userId'), state: slot('state'), label: slot('label'), payload: slot('payload'), revision: slot('revision'), updated_at: slot('at'),
  }).where('draft.revision', '<', slot('revision'))));
export const dropDraft = command<{ ulid: string }>()((k, slot) => k.deleteFrom('draft').where('ulid', '=', slot('ulid')));
export const draftGone = query<{ ulid: string }>()((k, slot) => k.selectFrom('draft_gone').select('ulid').where('ulid', '=', slot('ulid')));
export const keepDraftGone = command<{ ulid: string; at: number }>()((k, slot) => k.insertInto('draft_gone').values({ ulid: slot('ulid'), at: slot('at') }).onConflict((oc) => oc.doNothing()));
export const ticketOfDraft = query<{ draft: string }>()((k, slot) =>
  k.selectFrom('ticket').crossJoin('document').select('document.number').whereRef('document.id', '=', 'ticket.document_id').where('ticket.draft_ulid', '=', slot('draft')).where('document.reverses_id', 'is', null).limit(1));

/** Adds grams to what lies at a place. */
export const addStock = command<{ lotId: number; placeId: number; owner: 'own' | 'custody'; grams: number }>()((k, slot) =>
  k.insertInto('stock').values({ lot_id: slot('lotId'), place_id: slot('placeId'), owner: slot('owner'), grams: slot('grams'), count: null })
    .onConflict((oc) => oc.columns(['lot_id', 'place_id', 'owner']).doUpdateSet((eb) => ({ grams: eb('stock.grams', '+', slot('grams')) }))));
/** Takes grams away; nothing changes when less lies there. */
export const takeStock = command<{ lotId: number; placeId: number; owner: 'own' | 'custody'; grams: number }>()((k, slot) =>
  k.updateTable('stock').set((eb) => ({ grams: eb('grams', '-', slot('grams')) }))
    .where('lot_id', '=', slot('lotId')).where('place_id', '=', slot('placeId')).where('owner', '=', slot('owner')).where('grams', '>=', slot('grams')));

export const ticketRow = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket').selectAll().where('document_id', '=', slot('documentId')));
export const ownerRows = query<{ documentId: number }>()((k, slot) => k.selectFrom('ticket_owner').selectAll().where('document_id', '=', slot('documentId')).orderBy('owner_no'));
export const payableRows = query<{ documentId: number }>()((k, slot) => k.selectFrom('payable').selectAll().where('document_id', '=', slot('documentId')).orderBy('id'));
export const movementRows = query<{ documentId: number }>()((k, slot) => k.selectFrom('movement').selectAll().where('document_id', '=', slot('documentId')).orderBy('ordinal'));
export const journalRows = query<{ documentId: number }>()((k, slot) => k.selectFrom('journal_line').selectAll().where('document_id', '=', slot('documentId')).orderBy('line_no'));
