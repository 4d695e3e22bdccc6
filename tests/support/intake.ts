import { insertRow } from '../../db/insert.ts';
import type { InputOf, OutputOf } from '../../electron/contract/operations.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import type { TestStation } from './station.ts';

/** A reading as core's own scale service would have written it; for tests that are not about the scale. */
export function givenReading(station: Pick<TestStation, 'core'>, grams: number, net: 0 | 1 | null = null): { kind: 'reading'; readingId: string; grams: number } {
  const { db, ids, clock, device } = station.core.station;
  const ulid = ids.ulid();
  const value = `${Math.floor(grams / 1000)}.${String(grams % 1000).padStart(3, '0')}`;
  db.transact((tx) => insertRow(tx, 'reading', {
    ulid, scale_id: 'scale-1', scale_name: '台秤', port: 'test', protocol: 'yaohua-tf0', raw: JSON.stringify(['02 2B 30 30 30 37 38 36 32 31 30 03']), value, unit: 'kg', grams, sub_gram: 0,
    stable_rule: 'repeat-5-800ms', net, at: clock.now(), monotonic: clock.monotonic(), clock: 'ok', device: device?.ulid ?? '', simulated: 1,
  }));
  return { kind: 'reading', readingId: ulid, grams };
}

/** Adds a member with the least that is needed. */
export const givenMember = (station: TestStation, session: Session, name: string, kind: 'member' | 'non_member' = 'member'): Promise<OutputOf<'member.quickAdd'>> =>
  station.must(session, 'member.quickAdd', { name, nickname: null, houseGroup: '一组', kind, phone: null, acceptDuplicate: true });

/** Sweet potatoes of grade `S1` style: the first product and grade whose scheme lets a person decide. */
export async function givenGoods(station: TestStation, session: Session, code = 'SWPO-ZY'): Promise<{ productId: string; grades: string[]; priceE4: ReadonlyMap<string, number> }> {
  const product = (await station.must(session, 'product.list', {})).rows.find((candidate) => candidate.code === code);
  if (!product?.scheme) throw new Error(`no product ${code}`);
  const board = await station.must(session, 'price.board', {});
  const priceE4 = new Map(board.rows.filter((price) => price.productId === product.id).map((price) => [price.grade, price.priceE4]));
  return { productId: product.id, grades: product.scheme.definition.grades.map((grade) => grade.id), priceE4 };
}

/** The input of a plain ticket: one owner, one grade decided by hand. */
export function plainTicket(station: TestStation, ticket: { memberId: string; productId: string; grade: string; grossGrams: number; tareGrams: number; totalFen: number }): InputOf<'ticket.post'> {
  return {
    draftId: station.core.station.ids.ulid(), owners: [{ memberId: ticket.memberId, share: 1 }], productId: ticket.productId,
    baskets: [{ gross: givenReading(station, ticket.grossGrams), tare: ticket.tareGrams === 0 ? { kind: 'none' } : givenReading(station, ticket.tareGrams) }],
    returnedGrams: 0, sortingLossGrams: 0, measures: [], parts: [{ grade: ticket.grade, netGrams: null, overrideReason: '手工定级', deductions: [] }], paperNo: null, note: null, expectedTotalFen: ticket.totalFen,
  };
}
