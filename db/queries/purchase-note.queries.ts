import { sql } from 'kysely';
import { query, textQuery } from '../sql.ts';

export interface NoteSellerRow {
  ownerNo: number; name: string; code: string; houseGroup: string | null; partyKind: 'member' | 'non_member'; ownGrown: number; residentMasked: string | null; phoneMasked: string | null;
  channel: 'cash' | 'bank'; accountMasked: string | null;
}
/** The owners of a ticket with what a purchase note says of a seller; numbers only as they are masked. */
export const noteSellers = textQuery<{ documentId: number }, NoteSellerRow>((slot) => sql`
  SELECT o.owner_no AS ownerNo, m.name, m.code, m.house_group AS houseGroup, o.party_kind AS partyKind, m.own_grown AS ownGrown, m.resident_masked AS residentMasked, m.phone_masked AS phoneMasked, y.channel,
    (SELECT a.account_masked FROM payee_account a WHERE a.payee_id = y.id AND a.active = 1 ORDER BY a.id DESC LIMIT 1) AS accountMasked
  FROM ticket_owner o JOIN member m ON m.id = o.member_id JOIN payee y ON y.id = o.payee_id WHERE o.document_id = ${slot('documentId')} ORDER BY o.owner_no`);

export interface NoteLineRow { ownerNo: number; grade: string; settlementGrams: number; priceE4: number; amountFen: number; priceSheet: string }
/** The priced lines of a ticket as they were split among its owners, with the price sheet of each. */
export const noteLines = textQuery<{ documentId: number }, NoteLineRow>((slot) => sql`
  SELECT y.owner_no AS ownerNo, l.grade, y.settlement_g AS settlementGrams, l.price_e4 AS priceE4, y.amount_fen AS amountFen, sheet.number AS priceSheet
  FROM payable y JOIN ticket_line l ON l.document_id = y.document_id AND l.line_no = y.line_no JOIN price p ON p.id = l.price_id JOIN document sheet ON sheet.id = p.document_id
  WHERE y.document_id = ${slot('documentId')} AND y.kind = 'line' ORDER BY y.line_no, y.owner_no`);

/** The event a document was sealed with. */
export const sealingEvent = query<{ ulid: string }>()((k, slot) => k.selectFrom('event').select(['seq', 'hash as head']).where('doc_id', '=', slot('ulid')).orderBy('seq').limit(1));

/** The same for a document known by its number. */
export const sealingEventOfNumber = query<{ number: string }>()((k, slot) =>
  k.selectFrom('document').innerJoin('event', 'event.doc_id', 'document.ulid').select(['event.seq', 'event.hash as head']).where('document.number', '=', slot('number')).orderBy('event.seq').limit(1));

export const cooperativeFacts = query<object>()((k) => k.selectFrom('cooperative').select(['credit_code as creditCode', 'phone']).orderBy('id').limit(1));
