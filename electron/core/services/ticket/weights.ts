import { draftByUlid, readingByUlid, readingState, reversedReading, ticketOfLoad } from '../../../../db/queries/ticket.queries.ts';
import { mayRole } from '../../../contract/permission.ts';
import type { Basket, TicketInput } from '../../../contract/ticket.ts';
import { businessDate } from '../../../domain/business-date.ts';
import type { Weighing } from '../../../domain/weighing.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { signedIn } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { passScales } from '../scale-book/gate.ts';
import { readingsHeld } from './drafts.ts';
import { findContainer } from './masters-of-ticket.ts';

type ReadingRow = NonNullable<ReturnType<typeof readingByUlid.first>>;

/** A basket with its proof: the readings behind it, or who typed it and why. */
export interface ProvenBasket {
  readonly weighing: Weighing;
  readonly gross: ReadingRow | null;
  readonly tare: ReadingRow | null;
  readonly containerRowId: number | null;
  readonly containerCount: number;
  readonly tareMethod: 'none' | 'container' | 'weighed' | 'typed';
  readonly typedReason: string | null;
}

const inYard = (payload: string): boolean => {
  const yard = (JSON.parse(payload) as { readonly yard?: unknown }).yard;
  return typeof yard === 'object' && yard !== null;
};

/** The draft a weight belongs to, and the reversed ticket whose place it takes. */
type Entered = Pick<TicketInput, 'draftId' | 'corrects'>;

/**
 * A reading of another day belongs to a draft that was put aside here, or stood on the reversed ticket that is corrected now; otherwise it
 * would be a weight somebody kept for later. Refuses `reading_too_old`.
 */
function checkAge(context: CommandContext, { draftId, corrects }: Entered, reading: ReadingRow): void {
  const day = businessDate(reading.at);
  if (day === context.businessDate) return;
  if (corrects !== undefined && reversedReading.first(context.tx, { ticket: corrects, readingId: reading.id })) return;
  const draft = draftByUlid.first(context.tx, { ulid: draftId });
  // A ticket in the yard belongs to every desk of the folder, and to the one a restored folder becomes overnight.
  const isHere = draft !== undefined && (draft.desk_letter === context.station.device?.deskLetter || inYard(draft.payload));
  const isHeldHere = isHere && readingsHeld(draft.payload).has(reading.ulid);
  if (!isHeldHere) refuse('reading_too_old', { day });
}

/** One load counts once, however often it was taken while it stood: neither on another ticket nor twice on this one. */
function passLoad(context: CommandContext, reading: ReadingRow, load: number, loads: Set<number>): void {
  if (loads.has(load) || ticketOfLoad.first(context.tx, { load })) refuse('reading_again', { grams: reading.grams });
  loads.add(load);
}

/** A weight comes from core's own reading; the figure the page sends along must be the same, and a reading serves one ticket only. */
function findReading(context: CommandContext, entered: Entered, source: { readonly readingId: string; readonly grams: number }, loads: Set<number>): ReadingRow {
  const reading = readingByUlid.first(context.tx, { ulid: source.readingId }) ?? refuse('reading_unknown');
  if (reading.grams !== source.grams) refuse('weight_differs', { scale: reading.grams, sent: source.grams });
  const { number, load } = readingState.one(context.tx, { readingId: reading.id });
  if (number !== null) refuse('reading_used', { number });
  if (load !== null) passLoad(context, reading, load, loads);
  checkAge(context, entered, reading);
  return reading;
}

function proveBasket(context: CommandContext, entered: Entered, basket: Basket, loads: Set<number>): ProvenBasket {
  const { gross, tare } = basket;
  const grossReading = gross.kind === 'reading' ? findReading(context, entered, gross, loads) : null;
  const tareReading = tare.kind === 'reading' ? findReading(context, entered, tare, loads) : null;
  // A scale that shows net has taken its tare off already; a second tare would cheat the member. Of an empty container it shows too little, which would cheat the buyer.
  if ((grossReading?.net === 1 && tare.kind !== 'none') || tareReading?.net === 1) refuse('tare_twice');
  const container = tare.kind === 'container' ? findContainer(context.tx, tare.containerId) : null;
  const reasons = [gross, tare].flatMap((source) => (source.kind === 'typed' ? [source.reason] : []));
  const typedReason = reasons.length === 0 ? null : [...new Set(reasons)].join('; ');
  const weighing: Weighing = {
    grossGrams: gross.grams,
    tare: tare.kind === 'none' ? { method: 'none' }
      : tare.kind === 'container' ? { method: 'container', containers: [{ tareGrams: container?.tare_g ?? 0, count: tare.count }] }
      : { method: tare.kind === 'reading' ? 'weighed' : 'typed', grams: tare.grams },
  };
  return {
    weighing, gross: grossReading, tare: tareReading, containerRowId: container?.id ?? null, containerCount: tare.kind === 'container' ? tare.count : 0,
    tareMethod: tare.kind === 'reading' ? 'weighed' : tare.kind, typedReason,
  };
}

function passScalesOf(context: CommandContext, proven: readonly ProvenBasket[]): void {
  const gross = proven.flatMap((basket) => basket.gross ?? []);
  passScales(context, context.tx, { goods: gross, all: [...gross, ...proven.flatMap((basket) => basket.tare ?? [])] });
}

/** Looks up and checks the proof of every basket of the ticket that was entered as this draft. A typed weight needs the right to type one. */
export function proveBaskets(context: CommandContext, entered: Entered, baskets: readonly Basket[]): ProvenBasket[] {
  const loads = new Set<number>();
  const proven = baskets.map((basket) => proveBasket(context, entered, basket, loads));
  const readings = proven.flatMap((basket) => [basket.gross?.id, basket.tare?.id]).filter((id) => id !== undefined);
  if (new Set(readings).size !== readings.length) refuse('reading_used', { number: '' });
  passScalesOf(context, proven);
  const isTyped = proven.some((basket) => basket.typedReason !== null);
  if (isTyped && !mayRole(signedIn(context).role, 'ticket.typed_weight')) refuse('typed_weight_not_permitted');
  return proven;
}
