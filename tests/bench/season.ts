import type { TestStation } from '../support/station.ts';
import { addSeller, inTransaction } from '../support/payables.ts';

/** The day every seeded ticket was posted on. */
export const seasonDay = '2026-11-20';
const basketGrams = 23_450;
const priceE4 = 38_000;
/** 23.45 kg at 3.80 yuan. */
const amountFen = 8_911;

/** Members with payees and their tickets as plain rows: what a season leaves for a settlement, without the hours of weighing. */
export function seedSeason(station: TestStation, members: number, tickets: number): void {
  const sellers = inTransaction(station, (context) => Array.from({ length: members }, (_, index) => addSeller(context, `B${String(index + 1).padStart(5, '0')}`)));
  const { file } = station.core.station.db;
  const { ids, device } = station.core.station;
  const one = (table: string): number => (file.prepare(`SELECT min(id) AS id FROM ${table}`).get() as { id: number }).id;
  const [product, price, user] = [one('product'), one('price'), one('user')];
  const first = (file.prepare('SELECT max(id) AS id FROM document').get() as { id: number }).id + 1;
  const document = file.prepare(`INSERT INTO document (id, ulid, type, number, reverses_id, replaces_id, station_code, desk_letter, device, business_date, posted_at, clock, posted_by, approved_by, reason)
    VALUES (?, ?, 'ticket', ?, NULL, NULL, 'GZ01', 'B', '${device?.ulid ?? ''}', '${seasonDay}', ?, 'ok', ${user}, NULL, NULL)`);
  const ticket = file.prepare(`INSERT INTO ticket (document_id, draft_ulid, product_id, scheme_id, mode, party_kind, gross_g, tare_g, net_g, returned_g, sorting_loss_g, settlement_g, total_fen, typed, overridden, baskets, paper_no, note)
    VALUES (?, ?, ${product}, NULL, 'outright', 'member', ${basketGrams}, 0, ${basketGrams}, 0, 0, ${basketGrams}, ${amountFen}, 0, 0, 1, NULL, NULL)`);
  const owner = file.prepare("INSERT INTO ticket_owner (document_id, owner_no, member_id, payee_id, party_kind, share) VALUES (?, 1, ?, ?, 'member', 1)");
  const line = file.prepare(`INSERT INTO ticket_line (document_id, line_no, product_id, grade, proposed_grade, proposal, override_reason, graded_by, price_id, quota_part, mode, net_g, deduction_bp, settlement_g, price_e4, amount_fen, lot_id)
    VALUES (?, 1, ${product}, 'A', NULL, 'none', NULL, ${user}, ${price}, 'board', 'outright', ${basketGrams}, 0, ${basketGrams}, ${priceE4}, ${amountFen}, NULL)`);
  const payable = file.prepare(`INSERT INTO payable (ulid, document_id, line_no, owner_no, kind, payee_id, member_id, party_kind, product_id, business_date, settlement_g, amount_fen)
    VALUES (?, ?, 1, 1, 'line', ?, ?, 'member', ${product}, '${seasonDay}', ${basketGrams}, ${amountFen})`);
  file.exec('BEGIN IMMEDIATE');
  for (let index = 0; index < tickets; index += 1) {
    const id = first + index;
    const seller = sellers[index % members];
    if (!seller) throw new Error('a ticket without its seller');
    document.run(id, ids.ulid(), `GZ01B-T-2026-${String(index + 1).padStart(6, '0')}`, station.clock.now());
    ticket.run(id, ids.ulid());
    owner.run(id, seller.rowId, seller.payeeRowId);
    line.run(id);
    payable.run(ids.ulid(), id, seller.payeeRowId, seller.rowId);
  }
  file.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
}
