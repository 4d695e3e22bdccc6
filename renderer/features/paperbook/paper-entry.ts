import type { PriceRow, Product } from '../../../electron/contract/product.ts';
import type { InputOf } from '../../../electron/contract/operations.ts';
import { startOfDay, type BusinessDate } from '../../../electron/domain/business-date.ts';
import { computeIntake } from '../../../electron/domain/intake.ts';
import { parseKilograms, type Grams } from '../../../electron/domain/mass.ts';
import type { PriceSchedules } from '../../../electron/domain/price-schedule.ts';
import { boardOnly } from '../../../electron/domain/price-schedule.ts';
import { RuleError } from '../../../electron/domain/rule-error.ts';
import type { TicketComputation } from '../../../electron/domain/ticket.ts';

/** One line of the paper book as it is typed. */
export interface PaperEntry {
  readonly page: string;
  readonly day: BusinessDate | null;
  /** `0830` or `8:30`. */
  readonly time: string;
  readonly memberId: string | null;
  readonly productId: string | null;
  readonly grade: string | null;
  readonly gross: string;
  readonly tare: string;
  /** Why the page comes so late, where it is older than the station allows. */
  readonly late: string;
}

/** Minutes since midnight of a written time; null while it is none. */
export function minutesOf(time: string): number | null {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/u.exec(time.trim());
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** When the page was written (UTC epoch ms); null while day or time is missing. */
export function writtenAtOf({ day, time }: PaperEntry): number | null {
  const minutes = minutesOf(time);
  return day === null || minutes === null ? null : startOfDay(day) + minutes * 60_000;
}

function weightsOf({ gross, tare }: PaperEntry): { readonly gross: Grams; readonly tare: Grams } | null {
  const grossGrams = parseKilograms(gross);
  const tareGrams = tare.trim() === '' ? 0 : parseKilograms(tare);
  return grossGrams === null || tareGrams === null || grossGrams <= 0 || tareGrams < 0 || tareGrams >= grossGrams ? null : { gross: grossGrams, tare: tareGrams };
}

/** What the line comes to at the price of its time, by the contract and the certificate of its day; null while something is missing or a rule stands in the way. */
export function previewOfPaper(entry: PaperEntry, product: Product | null, prices: readonly PriceRow[], schedules: PriceSchedules = boardOnly): TicketComputation | null {
  const weights = weightsOf(entry);
  const price = prices.find((row) => row.productId === entry.productId && row.grade === entry.grade && row.quotaPart === 'board');
  if (product === null || entry.memberId === null || entry.grade === null || weights === null || price === undefined) return null;
  try {
    return computeIntake({
      productId: product.id, mode: product.mode, resolutionGrams: product.resolutionGrams, lossToleranceBp: product.lossToleranceBp, returnedGrams: 0, sortingLossGrams: 0,
      weighings: [{ grossGrams: weights.gross, tare: weights.tare === 0 ? { method: 'none' } : { method: 'typed', grams: weights.tare } }],
      parts: [{ grade: entry.grade, netGrams: null, priceE4: price.priceE4, priceId: price.priceId, deductions: [] }],
      owners: [{ memberId: entry.memberId, payeeId: entry.memberId, partyKind: 'member', share: 1 }],
      schedules,
    });
  } catch (error) {
    if (error instanceof RuleError) return null;
    throw error;
  }
}

/** The line as it is sent to core; null while it is not whole. The reason is the same for every weight: it stands in the paper book. */
export function ticketOfPaper(entry: PaperEntry, computed: TicketComputation | null, draftId: string, reason: string): InputOf<'ticket.post'> | null {
  const writtenAt = writtenAtOf(entry);
  const weights = weightsOf(entry);
  const { memberId, productId, grade } = entry;
  if (computed === null || writtenAt === null || weights === null || memberId === null || productId === null || grade === null || entry.page.trim() === '') return null;
  return {
    draftId, owners: [{ memberId, share: 1 }], productId, returnedGrams: 0, sortingLossGrams: 0, measures: [], note: null, paperNo: entry.page.trim(), writtenAt, expectedTotalFen: computed.amountFen, lateReason: entry.late.trim() === '' ? null : entry.late.trim(),
    baskets: [{ gross: { kind: 'typed', grams: weights.gross, reason }, tare: weights.tare === 0 ? { kind: 'none' } : { kind: 'typed', grams: weights.tare, reason } }],
    parts: [{ grade, netGrams: null, overrideReason: reason, deductions: [] }],
  };
}

/** The number after this one, so that the next line needs no typing: `12-3` gives `12-4`, `007` gives `008`. */
export function nextPage(page: string): string {
  const match = /^(.*?)(\d{1,9})$/u.exec(page.trim());
  return match === null ? '' : `${match[1] ?? ''}${String(Number(match[2]) + 1).padStart(match[2]?.length ?? 0, '0')}`;
}
