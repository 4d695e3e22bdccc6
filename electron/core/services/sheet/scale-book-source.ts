import { headBefore } from '../../../../db/queries/day-sheet.queries.ts';
import { bookEntries, lastBookEntries } from '../../../../db/queries/scale-book.queries.ts';
import type { BookEntryRow } from '../../../contract/scale-book.ts';
import type { SheetOrder } from '../../../contract/sheet.ts';
import { addDays, startOfDay } from '../../../domain/business-date.ts';
import { scaleBookPage, type PageCertificate, type ScaleBookPageData } from '../../documents/sheets/scale-book-page.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { bookStateOn, toBookRow } from '../scale-book/book.ts';
import { scaleProfiles } from '../scale-profiles.ts';
import { checkPeriod } from './period.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

const dayMs = 86_400_000;
/** More than a year of checks, several a day. */
const mostEntries = 5_000;

type BookOrder = Extract<SheetOrder, { kind: 'scale_book' }>;

function certificate(row: BookEntryRow): PageCertificate {
  return { number: row.number, certificateNo: row.certificateNo ?? '', issuedBy: row.issuedBy ?? '', accuracyClass: row.accuracyClass ?? '', verifiedOn: row.verifiedOn ?? '', dueOn: row.dueOn ?? '', by: row.by };
}

/** The book of one scale over a period. Refuses `scale_unknown` where neither the settings nor the book know it. */
export function scaleBookData(context: QueryContext, { scaleId, from, to }: Omit<BookOrder, 'kind' | 'language'>): ScaleBookPageData {
  const { db, station } = context;
  const rows = bookEntries.all(db, { scaleId, kind: null, from, to, limit: mostEntries, offset: 0 }).map(toBookRow).toReversed();
  const earlier = lastBookEntries.all(db, { scaleId, day: addDays(from, -1) }).filter(({ kind }) => kind === 'certificate').map(toBookRow);
  const profile = scaleProfiles(db, station.kind).find((candidate) => candidate.id === scaleId);
  const state = bookStateOn(db, scaleId, to);
  return {
    ...sheetPlace(context), scaleId, scaleName: profile?.name ?? rows.at(-1)?.scaleName ?? refuse('scale_unknown'), intervalGrams: profile?.intervalGrams ?? null, capacityGrams: profile?.capacityGrams ?? null, from, to,
    entries: rows.map(({ number, kind, at, by, approvedBy, reason, nominalGrams, shownGrams, errorGrams, toleranceGrams, typed, passed }) => ({ number, kind, at, by, approvedBy, reason, nominalGrams, shownGrams, errorGrams, toleranceGrams, typed, passed })),
    certificates: [...earlier, ...rows.filter(({ kind }) => kind === 'certificate')].map(certificate), dueOn: state.dueOn, daysLeft: state.daysLeft,
    chain: headBefore.first(db, { device: station.device?.ulid ?? '', before: startOfDay(to) + dayMs }) ?? null,
  };
}

export function scaleBookSource(context: QueryContext, order: BookOrder): SheetSource {
  checkPeriod(context, order);
  const data = scaleBookData(context, order);
  return { subject: `${order.scaleId} ${order.from} ${order.to}`, data, ofDocument: false, voidedBy: null, draw: (words, made) => scaleBookPage(data, words, made) };
}
