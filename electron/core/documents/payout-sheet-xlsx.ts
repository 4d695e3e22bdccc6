import type { Worksheet } from 'exceljs';
import { amountWords } from '../../domain/amount-words.ts';
import type { Fen } from '../../domain/money.ts';
import { yuanText } from '../../domain/money.ts';
import { paperText, type PaperLocale, type PaperText } from './paper-text.ts';
import { dateWithWeekday, moneyText } from './paper-values.ts';
import { payoutAccount, payoutName, payoutTotalFen, TRAINING_ROW, type PayoutLine, type PayoutSheetData } from './payout-sheet.ts';

const COLUMN_WIDTHS = [6, 12, 14, 18, 24, 14, 24, 18, 18] as const;
const AMOUNT_COLUMN = 6;
const THIN = { style: 'thin' } as const;

/**
 * The payout sheet as a workbook: accounts and numbers as text cells (a spreadsheet would cut their digits), amounts as numbers of exactly
 * two decimals, count and total in figures and capitals, a column to sign in. The same data gives the same cells.
 */
export async function payoutSheetXlsx(data: PayoutSheetData, locale: PaperLocale): Promise<Buffer> {
  const text = paperText(locale);
  // Loaded when the first sheet is made: it is large, and core starts without it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(text('payoutTitle'), { pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } });
  COLUMN_WIDTHS.forEach((width, at) => { sheet.getColumn(at + 1).width = width; });
  addHead(sheet, data, text);
  const headRow = sheet.addRow([text('sequence'), text('memberCode'), text('payee'), text('bankName'), text('account'), text('amountYuan'), text('settlementNumber'), text('remark'), text('signature')]);
  headRow.font = { bold: true };
  headRow.eachCell((cell) => { cell.border = { top: THIN, left: THIN, bottom: THIN, right: THIN }; });
  sheet.pageSetup.printTitlesRow = `${headRow.number}:${headRow.number}`;
  for (const line of data.lines) addLine(sheet, data, line, text);
  addTotal(sheet, data, text);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addHead(sheet: Worksheet, data: PayoutSheetData, text: PaperText): void {
  if (data.training) {
    const warning = sheet.addRow([TRAINING_ROW]);
    warning.font = { bold: true, size: 18, color: { argb: 'FFC00000' } };
  }
  const title = sheet.addRow([`${data.cooperativeName} ${text('payoutTitle')}`]);
  title.font = { bold: true, size: 16 };
  sheet.addRow([`${data.stationName}   ${text('number')} ${data.number}   ${text('batch')} ${data.batchNumber}   ${dateWithWeekday(data.businessDate, text)}`]);
}

function addLine(sheet: Worksheet, data: PayoutSheetData, line: PayoutLine, text: PaperText): void {
  const account = line.method === 'cash' ? text('cash') : payoutAccount(data, line);
  const added = sheet.addRow([line.sequence, line.payeeCode, payoutName(line.payeeName), line.bankName, account, exactAmount(line.amountFen), line.settlementNumber, line.remark, '']);
  added.height = 30;
  added.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.border = { top: THIN, left: THIN, bottom: THIN, right: THIN };
    cell.alignment = { vertical: 'middle', wrapText: true, ...(column === AMOUNT_COLUMN ? { horizontal: 'right' } : {}) };
    if (column !== 1) cell.numFmt = column === AMOUNT_COLUMN ? '0.00' : '@';
  });
}

/** A workbook holds numbers in binary; the shortest decimal of the value is the amount itself as long as it has at most 15 digits. Beyond that it stays text. */
function exactAmount(fen: Fen): number | string {
  const yuan = yuanText(fen);
  return yuan.replace(/\D/g, '').length <= 15 ? Number(yuan) : yuan;
}

function addTotal(sheet: Worksheet, data: PayoutSheetData, text: PaperText): void {
  const total = payoutTotalFen(data);
  const row = sheet.addRow([text('payoutTotal', { count: data.lines.length }), '', '', '', '', exactAmount(total)]);
  row.font = { bold: true };
  row.getCell(AMOUNT_COLUMN).numFmt = '0.00';
  sheet.addRow([`${text('inWords')} ${amountWords(total)}   ${moneyText(total)}`]).font = { bold: true };
  sheet.addRow([]);
  sheet.addRow([`${text('preparedBy')} ${data.preparedByName}      ${text('approvedBy')} ${data.approvedByName}      ${text('handedOutBy')} ____________`]);
}
