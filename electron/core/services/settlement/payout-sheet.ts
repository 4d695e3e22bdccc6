import { cooperativeName, stationRow } from '../../../../db/queries/station.queries.ts';
import type { PayoutHead, PayoutSheetRow } from '../../../../db/queries/settlement.queries.ts';
import { payoutByUlid, payoutSheetRows, peopleOfDocument } from '../../../../db/queries/settlement.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import { LAYOUT_VERSIONS } from '../../documents/layout-versions.ts';
import type { PayoutLine, PayoutSheetData } from '../../documents/payout-sheet.ts';
import { payoutFileName } from '../../documents/payout-sheet.ts';
import { Fault } from '../../platform/fault.ts';
import type { QueryContext, TaskContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { givePaper } from './kept-papers.ts';
import { settlementNumber } from './numbers.ts';

type Showing = 'whole' | 'masked';

function account({ station }: Pick<QueryContext, 'station'>, row: PayoutSheetRow, showing: Showing): string {
  if (row.accountSealed === null || row.accountUlid === null) return '';
  if (showing === 'masked') return row.accountMasked ?? '';
  const fields = station.keys?.fields;
  if (!fields) throw new Fault('key_missing');
  return fields.openText('account', row.accountSealed, row.accountUlid);
}

function sheetData(context: QueryContext, payout: PayoutHead, showing: Showing): PayoutSheetData {
  const { db, station } = context;
  const people = peopleOfDocument.one(db, { id: payout.id });
  const lines = payoutSheetRows.all(db, { payoutId: payout.id }).map((row): PayoutLine => ({
    sequence: row.lineNo, payeeCode: row.memberCode, payeeName: row.payeeName, settlementNumber: settlementNumber(station, row) ?? '', method: payout.method,
    bankName: row.bankName ?? '', account: account(context, row, showing), amountFen: row.amountFen, remark: '',
  }));
  return {
    cooperativeName: cooperativeName.first(db, {})?.name ?? '', stationName: stationRow.first(db, { code: payout.stationCode })?.name ?? '', number: payout.number, batchNumber: payout.batchNumber,
    businessDate: payout.businessDate, preparedByName: people.preparedBy, approvedByName: people.approvedBy ?? '', training: station.kind === 'training', lines,
  };
}

/**
 * The payout sheet (发放表) as a workbook or as CSV (UTF-8 with its mark), kept at its first export. Account numbers are masked unless
 * asked for; every export is in the audit. In training the file is a sample: its name begins with LX-, its accounts are zeros.
 */
export async function givePayoutSheet(context: TaskContext, input: ParsedInputOf<'settlement.payoutSheet'>): Promise<OutputOf<'settlement.payoutSheet'>> {
  const payout = payoutByUlid.first(context.db, { ulid: input.payoutId }) ?? refuse('payout_unknown');
  const data = sheetData(context, payout, input.showAccounts ? 'whole' : 'masked');
  const order = {
    documentId: payout.id, settlementId: null, paper: input.showAccounts ? 'payout_sheet_accounts' : 'payout_sheet', format: input.format, layout: LAYOUT_VERSIONS.payoutSheet, op: 'settlement.payoutSheet',
  } as const;
  const make = async (): Promise<Uint8Array> => (input.format === 'csv'
    ? (await import('../../documents/payout-sheet-csv.ts')).payoutSheetCsv(data, 'zh', 'utf-8-bom')
    : await context.station.live.workers.run('settlement.payoutWorkbook', { data, locale: 'zh' }));
  const { bytes, sha256 } = await givePaper(context, order, make);
  return { name: payoutFileName(data, input.format), base64: bytes.toString('base64'), sha256 };
}
