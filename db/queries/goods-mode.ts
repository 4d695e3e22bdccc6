import { sql } from 'kysely';

/**
 * How the goods of a payable (row `p`) were taken: as its ticket says, or for money released from a settlement as its batch says; what
 * belongs to neither is the cooperative's own.
 */
export const modeOfGoods = sql`coalesce((SELECT t.mode FROM ticket t WHERE t.document_id = p.document_id),
    (SELECT b.mode FROM settlement_release e JOIN settlement_batch b ON b.document_id = e.batch_id WHERE e.document_id = p.document_id), 'outright')`;
