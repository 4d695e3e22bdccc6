import { sealingEvent } from '../../../../db/queries/purchase-note.queries.ts';
import { payoutByUlid, payoutSheetRows, peopleOfDocument } from '../../../../db/queries/settlement.queries.ts';
import { payoutPage, type PayoutPageData } from '../../documents/sheets/payout-page.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { settlementNumber } from '../settlement/numbers.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

/** The payments of a payout. Refuses `payout_unknown`. */
export function payoutPageData(context: QueryContext, payoutId: string): PayoutPageData {
  const { db, station } = context;
  const payout = payoutByUlid.first(db, { ulid: payoutId }) ?? refuse('payout_unknown');
  const people = peopleOfDocument.one(db, { id: payout.id });
  return {
    ...sheetPlace(context, payout.stationCode), number: payout.number, batchNumber: payout.batchNumber, date: payout.businessDate, method: payout.method,
    lines: payoutSheetRows.all(db, { payoutId: payout.id }).map((row) => ({ sequence: row.lineNo, code: row.memberCode, name: row.payeeName, settlementNumber: settlementNumber(station, row) ?? '', bankName: row.bankName, accountMasked: row.accountMasked, amountFen: row.amountFen })),
    preparedByName: people.preparedBy, approvedByName: people.approvedBy ?? '', chain: sealingEvent.first(db, { ulid: payoutId }) ?? null,
  };
}

export function payoutSource(context: QueryContext, payoutId: string): SheetSource {
  const data = payoutPageData(context, payoutId);
  return { subject: data.number, data, ofDocument: true, voidedBy: null, draw: (words, made) => payoutPage(data, words, made) };
}
