import type { InputOf, OutputOf } from '../../electron/contract/operations.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import type { Basket } from '../../electron/contract/ticket.ts';
import { givenReading } from './intake.ts';
import type { TestStation } from './station.ts';

export type TicketForm = InputOf<'ticket.post'>;
export type PartForm = TicketForm['parts'][number];

/** One basket by the scale: gross, and tare weighed empty unless it is nothing. */
export const scaled = (station: TestStation, grossGrams: number, tareGrams = 0): Basket =>
  ({ gross: givenReading(station, grossGrams), tare: tareGrams === 0 ? { kind: 'none' } : givenReading(station, tareGrams) });

export const typed = (grossGrams: number, reason = '秤坏了'): Basket => ({ gross: { kind: 'typed', grams: grossGrams, reason }, tare: { kind: 'none' } });

export const part = (grade: string, fields: Partial<PartForm> = {}): PartForm => ({ grade, netGrams: null, overrideReason: '按样品', deductions: [], ...fields });

/** A ticket with everything given but a draft id; owners default to nobody. */
export const ticketForm = (station: TestStation, fields: Partial<TicketForm> & Pick<TicketForm, 'productId' | 'owners' | 'baskets' | 'parts' | 'expectedTotalFen'>): TicketForm =>
  ({ draftId: station.core.station.ids.ulid(), returnedGrams: 0, sortingLossGrams: 0, measures: [], paperNo: null, note: null, ...fields });

/** Publishes prices of one product, valid from now. */
export async function publish(station: TestStation, productId: string, prices: Readonly<Record<string, number>>, manager?: Session): Promise<OutputOf<'price.publish'>> {
  station.clock.forward(1_000);
  return station.must(manager ?? await station.as('manager'), 'price.publish', { note: null, rows: Object.entries(prices).map(([grade, priceE4]) => ({ productId, grade, priceE4 })) });
}

export async function productOf(station: TestStation, session: Session, code: string): Promise<OutputOf<'product.list'>['rows'][number]> {
  const product = (await station.must(session, 'product.list', {})).rows.find((candidate) => candidate.code === code);
  if (!product) throw new Error(`no product ${code}`);
  return product;
}

/** The form in which an office person saves a product, as it stands. */
export function productForm(product: OutputOf<'product.list'>['rows'][number]): InputOf<'product.save'> {
  const { id, version, nameZh, nameEn, mode, cycle, tradedUnit, resolutionGrams, lossToleranceBp, active } = product;
  return { id, expectedVersion: version, nameZh, nameEn, mode, cycle, tradedUnit, resolutionGrams, lossToleranceBp, active };
}

export const refusedWith = (code: string, params: object = {}): object => ({ ok: false, refusal: { code, params } });
