import type { InputOf } from '../../../electron/contract/operations.ts';
import { startOfDay, type BusinessDate } from '../../../electron/domain/business-date.ts';
import type { PriceSchedules } from '../../../electron/domain/price-schedule.ts';
import { boardOnly } from '../../../electron/domain/price-schedule.ts';
import { momentOfTime } from '../product/price-sheet.ts';
import type { DeskGoods } from '../ticket/desk/model/desk-goods.ts';
import { previewOf, typedGrams, type DeskPreview } from '../ticket/desk/model/desk-preview.ts';
import { newDeskState, type Basket, type DeskState } from '../ticket/desk/model/desk-state.ts';
import { ticketInput } from '../ticket/desk/model/ticket-input.ts';

/** One weighing as it stands on the page: gross, and what is taken off, typed or as containers. */
export interface PaperLine {
  readonly gross: string;
  readonly tare: string;
  readonly containerId: string | null;
  readonly count: string;
}

/** One entry of the paper book as it is typed; everything that the desk knows too lies in the desk's own draft. */
export interface PaperEntry {
  readonly page: string;
  readonly day: BusinessDate | null;
  /** `0830` or `8:30`. */
  readonly time: string;
  /** Why the page comes so late, where it is older than the station allows. */
  readonly late: string;
  readonly lines: readonly PaperLine[];
  readonly desk: DeskState;
}

export const emptyLine: PaperLine = { gross: '', tare: '', containerId: null, count: '1' };

export const newPaperEntry = (draftId: string, day: BusinessDate): PaperEntry => ({ page: '', day, time: '', late: '', lines: [emptyLine], desk: newDeskState(draftId) });

/** When the page was written (UTC epoch ms); null while day or time is missing. */
export const writtenAtOf = ({ day, time }: Pick<PaperEntry, 'day' | 'time'>): number | null => (day === null ? null : momentOfTime(startOfDay(day), time));

/** A line as a basket of typed weights; null while it cannot be read or weighs nothing. */
function basketOf({ gross, tare, containerId, count }: PaperLine, reason: string): Basket | null {
  const grams = typedGrams(gross);
  const tareGrams = typedGrams(tare);
  if (grams === null || grams <= 0 || tareGrams === null) return null;
  const weighed: Basket['gross'] = { kind: 'typed', grams, reason };
  if (containerId !== null) return /^[1-9]\d{0,2}$/u.test(count.trim()) && Number(count) <= 200 ? { gross: weighed, tare: { kind: 'container', containerId, count: Number(count) } } : null;
  if (tareGrams >= grams) return null;
  return { gross: weighed, tare: tareGrams === 0 ? { kind: 'none' } : { kind: 'typed', grams: tareGrams, reason } };
}

/** The draft with the page's weights in it; `isWhole` is false while one of the lines cannot be read. The reason is the same for all: it stands in the paper book. */
export function deskOfPaper({ page, lines, desk }: PaperEntry, reason: string): { readonly state: DeskState; readonly isWhole: boolean } {
  const baskets = lines.map((line) => basketOf(line, reason));
  const known = baskets.filter((basket) => basket !== null);
  return { state: { ...desk, baskets: known, paperNo: page.trim() === '' ? null : page.trim(), overrideReason: reason, returnReason: desk.returnReason ?? reason }, isWhole: known.length === baskets.length };
}

/** What the page comes to, computed as the desk computes it: with prices, terms, contracts and certificates of its time in `goods` and `schedules`. */
export const previewOfPaper = (entry: PaperEntry, goods: DeskGoods, reason: string, schedules: PriceSchedules = boardOnly): DeskPreview => previewOf(deskOfPaper(entry, reason).state, goods, null, schedules);

/** The page as it is sent to core; null while it is not whole. */
export function ticketOfPaper(entry: PaperEntry, preview: DeskPreview, reason: string): InputOf<'ticket.post'> | null {
  const writtenAt = writtenAtOf(entry);
  const { state, isWhole } = deskOfPaper(entry, reason);
  if (writtenAt === null || !isWhole || state.paperNo === null) return null;
  const input = ticketInput(state, preview, null);
  return input === null ? null : { ...input, writtenAt, lateReason: entry.late.trim() === '' ? null : entry.late.trim() };
}

/** The number after this one, so that the next line needs no typing: `12-3` gives `12-4`, `007` gives `008`. */
export function nextPage(page: string): string {
  const match = /^(.*?)(\d{1,9})$/u.exec(page.trim());
  return match === null ? '' : `${match[1] ?? ''}${String(Number(match[2]) + 1).padStart(match[2]?.length ?? 0, '0')}`;
}
