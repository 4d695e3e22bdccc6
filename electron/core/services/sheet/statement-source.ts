import type { ReadHandle } from '../../../../db/connection.ts';
import { sealingEvent } from '../../../../db/queries/purchase-note.queries.ts';
import type { SettlementHead } from '../../../../db/queries/settlement.queries.ts';
import { accountOfPayee, linesOfSettlement, peopleOfDocument, recoveriesOfSettlement, recoveryCap, runUlid } from '../../../../db/queries/settlement.queries.ts';
import { statementSheet, type StatementData, type StatementLine } from '../../documents/sheets/statement-sheet.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { findSettlement } from '../settlement/look-back.ts';
import { settlementNumber } from '../settlement/numbers.ts';
import { gradeNamed } from './grade-name.ts';
import { sheetPlace, type SheetSource } from './sheet-source.ts';

const linesOf = (db: ReadHandle, settlementId: number): StatementLine[] => linesOfSettlement.all(db, { settlementId }).map((line) => ({
  ticketNumber: line.ticketNumber, date: line.businessDate, product: { nameZh: line.productNameZh, nameEn: line.productNameEn }, grade: gradeNamed(line.grade, line.schemeDefinition), settlementGrams: line.settlementGrams,
  amountFen: line.amountFen, kind: line.kind as StatementLine['kind'], priceE4: line.priceE4, priceSheet: line.priceSheet, schemeNumber: line.schemeNumber,
}));

/** The statement of a settlement as stored rows give it. Refuses one that has no number yet (`settlement_not_posted`). */
function statementData(context: QueryContext, row: SettlementHead): StatementData {
  const { db, station } = context;
  const number = settlementNumber(station, row) ?? refuse('settlement_not_posted');
  const batch = recoveryCap.one(db, { batchId: row.batchRowId });
  const people = peopleOfDocument.one(db, { id: row.batchRowId });
  return {
    ...sheetPlace(context, row.stationCode ?? ''), number, date: row.postedDate ?? '', from: batch.dateFrom, to: batch.dateTo,
    payee: { code: row.memberCode, name: row.payeeName, houseGroup: row.houseGroup, partyKind: row.partyKind, accountMasked: row.channel === 'bank' ? accountOfPayee.first(db, { payeeId: row.payeeId })?.masked ?? null : null },
    method: row.channel, lines: linesOf(db, row.id),
    recoveries: recoveriesOfSettlement.all(db, { settlementId: row.id }).map((debt) => ({ kind: debt.kind, goods: debt.goods, number: debt.number, date: debt.businessDate, openFen: debt.amountFen + debt.leftFen, recoveredFen: debt.amountFen, leftFen: debt.leftFen })),
    capBasisPoints: batch.capBp, totalFen: row.grossFen, paidFen: row.paidFen, preparedByName: people.preparedBy, approvedByName: people.approvedBy ?? '',
    chain: sealingEvent.first(db, { ulid: runUlid.one(db, { id: row.runId }).ulid }) ?? null,
  };
}

/** The statement of a settlement; one whose amount was released since says so. Refuses `settlement_unknown` and `settlement_not_posted`. */
export function statementSource(context: QueryContext, settlementId: string): SheetSource {
  const row = findSettlement(context.db, settlementId);
  const data = statementData(context, row);
  return { subject: data.number, data, ofDocument: true, voidedBy: row.released === 1 ? row.payoutNumber : null, draw: (words, made) => statementSheet(data, words, made) };
}
