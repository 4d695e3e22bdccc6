import type { BusinessDate } from '../../domain/business-date.ts';
import type { Fen } from '../../domain/money.ts';
import { sumFen, yuanText } from '../../domain/money.ts';

/** One payment of the sheet. Account and name stand as the bank wants them; they leave the program only in this file. */
export interface PayoutLine {
  readonly sequence: number;
  readonly payeeCode: string;
  readonly payeeName: string;
  readonly settlementNumber: string;
  readonly method: 'cash' | 'bank';
  readonly bankName: string;
  /** Digits as text, never a number; empty for cash. */
  readonly account: string;
  readonly amountFen: Fen;
  readonly remark: string;
}

/** The payout sheet (发放表) of a settlement batch. */
export interface PayoutSheetData {
  readonly cooperativeName: string;
  readonly stationName: string;
  readonly number: string;
  readonly batchNumber: string;
  readonly businessDate: BusinessDate;
  readonly preparedByName: string;
  readonly approvedByName: string;
  readonly training: boolean;
  readonly lines: readonly PayoutLine[];
}

/** The sum of the lines in fen. */
export function payoutTotalFen(data: PayoutSheetData): Fen {
  return sumFen(data.lines.map((line) => line.amountFen));
}

/** In training an account is only zeros, so that no sample can ever move money. */
export function payoutAccount(data: PayoutSheetData, line: PayoutLine): string {
  return data.training ? line.account.replace(/[^\s]/g, '0') : line.account;
}

/** Banks refuse names with blanks at the ends or control characters inside. */
export function payoutName(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
}

/** Name of the file: number, count and total, so that nobody mixes two sheets up; samples begin with `LX-`. */
export function payoutFileName(data: PayoutSheetData, extension: 'xlsx' | 'csv'): string {
  const plain = `${data.number}_${data.lines.length}_${yuanText(payoutTotalFen(data))}`.replace(/[^\w.-]/g, '_');
  return `${data.training && !plain.startsWith('LX-') ? 'LX-' : ''}${plain}.${extension}`;
}

/** First row of a training sample, in both languages whoever opens it. */
export const TRAINING_ROW = '练习-无效 TRAINING';
