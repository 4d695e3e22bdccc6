import type { ReadHandle } from '../../../../db/connection.ts';
import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { SettlementHead, SettlementLineView } from '../../../../db/queries/settlement.queries.ts';
import { accountOfPayee, linesOfSettlement, peopleOfDocument, recoveriesOfSettlement, recoveryCap, runEventHash, runUlid } from '../../../../db/queries/settlement.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { LAYOUT_VERSIONS } from '../../documents/layout-versions.ts';
import { paperText } from '../../documents/paper-text.ts';
import type { SettlementStatementData, StatementLine, StatementRecovery } from '../../documents/settlement-statement.ts';
import { settlementStatementHtml } from '../../documents/settlement-statement.ts';
import { asFault } from '../../rpc/outcome.ts';
import { Fault } from '../../platform/fault.ts';
import type { QueryContext, TaskContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { givePaper } from './kept-papers.ts';
import { findSettlement } from './look-back.ts';
import { settlementNumber } from './numbers.ts';

/** Where the printing window of the shell serves the product's fonts. */
const fontBase = 'app://print/fonts/';
const text = paperText('zh');

function gradeName(line: SettlementLineView): string {
  const scheme = line.schemeDefinition === null ? null : JSON.parse(line.schemeDefinition) as { grades?: ReadonlyArray<{ id: string; nameZh: string }> };
  return scheme?.grades?.find((grade) => grade.id === line.grade)?.nameZh ?? line.grade;
}

const statementLine = (line: SettlementLineView): StatementLine => ({
  ticketNumber: line.ticketNumber, businessDate: line.businessDate, productName: line.productNameZh, gradeName: gradeName(line),
  settlementGrams: line.settlementGrams, priceE4: line.priceE4, amountFen: line.amountFen,
});

function recoveries(db: ReadHandle, settlementId: number): StatementRecovery[] {
  return recoveriesOfSettlement.all(db, { settlementId }).map((row) => ({
    name: row.goods ?? text(row.kind === 'cash_advance' ? 'voucherCashAdvance' : 'voucherInputCredit'), documentNumber: row.number, businessDate: row.businessDate,
    openFen: row.amountFen + row.leftFen, recoveredFen: row.amountFen, leftFen: row.leftFen,
  }));
}

/** The statement as stored rows give it; only a posted settlement has a number to print. */
function statementData({ db, station }: Pick<QueryContext, 'db' | 'station'>, row: SettlementHead): SettlementStatementData {
  const number = settlementNumber(station, row) ?? refuse('settlement_not_posted');
  const batch = recoveryCap.one(db, { batchId: row.batchRowId });
  const people = peopleOfDocument.one(db, { id: row.batchRowId });
  const masked = row.channel === 'bank' ? accountOfPayee.first(db, { payeeId: row.payeeId })?.masked : undefined;
  return {
    cooperativeName: cooperativeName.first(db, {})?.name ?? '', stationName: stationRow.first(db, { code: row.stationCode ?? '' })?.name ?? '', number, businessDate: row.postedDate ?? '',
    period: { from: batch.dateFrom, to: batch.dateTo },
    payee: { code: row.memberCode, name: row.payeeName, partyKind: row.partyKind, ...(row.houseGroup === null ? {} : { groupName: row.houseGroup }), ...(masked === undefined ? {} : { maskedAccount: masked }) },
    method: row.channel, lines: linesOfSettlement.all(db, { settlementId: row.id }).map(statementLine), recoveries: recoveries(db, row.id), otherDeductions: [], capBasisPoints: batch.capBp,
    totalFen: row.grossFen, paidFen: row.paidFen, preparedByName: people.preparedBy, approvedByName: people.approvedBy ?? '', training: station.kind === 'training',
    chainHead: runEventHash.first(db, { runUlid: runUlid.one(db, { id: row.runId }).ulid })?.hash ?? '',
  };
}

async function drawPdf({ station }: TaskContext, html: string): Promise<Uint8Array> {
  try {
    return await station.host.htmlToPdf(html, { paper: 'A4', preferCssPageSize: true });
  } catch (error) {
    throw asFault(error) ?? new Fault('window_missing', {}, error);
  }
}

/** The statement (结算单) as a page for a printer of the system. Refuses `settlement_unknown`, `settlement_not_posted`. */
export const statementPage = (context: Pick<QueryContext, 'db' | 'station'>, settlementUlid: string): string =>
  settlementStatementHtml(statementData(context, findSettlement(context.db, settlementUlid)), 'zh', { fontBase });

/** The statement (结算单) as PDF: drawn once, the same bytes ever after. Refuses `settlement_unknown`, `settlement_not_posted`; fault `window_missing` where nobody can draw. */
export async function giveStatement(context: TaskContext, input: { readonly id: string }): Promise<OutputOf<'settlement.statement'>> {
  const row = findSettlement(context.db, input.id);
  const data = statementData(context, row);
  const order = { documentId: null, settlementId: row.id, paper: 'statement', format: 'pdf', layout: LAYOUT_VERSIONS.settlementStatement, op: 'settlement.statement' } as const;
  const { bytes, sha256, first } = await givePaper(context, order, () => drawPdf(context, settlementStatementHtml(data, 'zh', { fontBase })));
  return { pdf: bytes.toString('base64'), sha256, first };
}
