import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { yuanText } from '../../domain/money.ts';
import { paperText, type PaperLocale } from './paper-text.ts';
import { payoutAccount, payoutName, TRAINING_ROW, type PayoutSheetData } from './payout-sheet.ts';

export type CsvEncoding = 'gb18030' | 'utf-8-bom';

/**
 * The payout sheet as CSV for a bank: one line a payment, amounts as exact text with two decimals, lines end CR LF.
 * GB18030 holds every Chinese character (four bytes where needed); the other form is UTF-8 with its mark, which spreadsheets open rightly.
 */
export function payoutSheetCsv(data: PayoutSheetData, locale: PaperLocale, encoding: CsvEncoding): Buffer {
  const text = paperText(locale);
  const header = [text('sequence'), text('memberCode'), text('payee'), text('bankName'), text('account'), text('amountYuan'), text('settlementNumber'), text('remark')];
  const rows = data.lines.map((line) => [
    String(line.sequence), plainCell(line.payeeCode), plainCell(payoutName(line.payeeName)), plainCell(line.bankName), payoutAccount(data, line), yuanText(line.amountFen), line.settlementNumber, plainCell(line.remark),
  ]);
  const csv = stringify([...(data.training ? [[TRAINING_ROW]] : []), header, ...rows], { record_delimiter: '\r\n' });
  return encoding === 'gb18030' ? iconv.encode(csv, 'gb18030') : Buffer.from(`\ufeff${csv}`, 'utf8');
}

/** A spreadsheet takes a text that begins with `= + - @` for a formula; a name or remark never is one. Line breaks inside become blanks. */
function plainCell(text: string): string {
  const oneLine = text.replace(/[\p{Cc}]/gu, ' ');
  return /^\s*[=+\-@]/.test(oneLine) ? `'${oneLine}` : oneLine;
}
