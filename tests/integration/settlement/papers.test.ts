import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterEach, expect, test } from 'vitest';
import { approvedBatch, calculatedBatch } from '../../support/batch-steps.ts';
import { givenCash, givenSeller, givenTicket } from '../../support/payables.ts';
import { sessionOf } from '../../support/signed-in.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
afterEach(async () => {
  await station.close();
});

const account = '6217000000001234567';
const sha256 = (base64: string): string => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

async function paidBatch(kind: 'live' | 'training' = 'live') {
  station = await testStation({ kind });
  const accountant = sessionOf(station, 'accountant');
  givenTicket(station, givenSeller(station, 'M0012', { channel: 'bank', account }), [66_813, 456_998]);
  givenTicket(station, givenSeller(station, 'M0013'), [10]);
  const { cashBoxId } = givenCash(station, 1_000);
  const id = await calculatedBatch(station, accountant);
  await approvedBatch(station, accountant, id);
  const bank = await station.must(accountant, 'settlement.pay', { id, method: 'bank', cashBoxId: null }, { approval: station.approval('manager') });
  await station.must(accountant, 'settlement.pay', { id, method: 'cash', cashBoxId }, { approval: station.approval('manager') });
  return { accountant, bank };
}

test('the payout sheet shows accounts only when asked, and every export stands in the audit', async () => {
  const { accountant, bank } = await paidBatch();
  const masked = await station.must(accountant, 'settlement.payoutSheet', { payoutId: bank.payoutId, format: 'csv' });
  const whole = await station.must(accountant, 'settlement.payoutSheet', { payoutId: bank.payoutId, format: 'csv', showAccounts: true });
  expect(masked.name).toBe(`${bank.payoutNumber}_1_5238.11.csv`);
  const [maskedText, wholeText] = [masked, whole].map((sheet) => Buffer.from(sheet.base64, 'base64').toString('utf8'));
  expect(maskedText).toContain('****4567');
  expect(maskedText).not.toContain(account);
  expect(wholeText).toContain(account);
  expect(await station.must(accountant, 'settlement.payoutSheet', { payoutId: bank.payoutId, format: 'csv', showAccounts: true })).toEqual(whole);
  expect(station.core.station.db.file.prepare("SELECT code, count(*) AS n FROM audit WHERE op = 'settlement.payoutSheet' AND outcome = 'ok' GROUP BY code ORDER BY code").all())
    .toEqual([{ code: 'payout_sheet', n: 1 }, { code: 'payout_sheet_accounts', n: 2 }]);
});

test('the workbook holds the payout, and the same bytes come again', async () => {
  const { accountant, bank } = await paidBatch();
  const sheet = await station.must(accountant, 'settlement.payoutSheet', { payoutId: bank.payoutId, format: 'xlsx' });
  expect(sheet.sha256).toBe(sha256(sheet.base64));
  expect(await station.must(accountant, 'settlement.payoutSheet', { payoutId: bank.payoutId, format: 'xlsx' })).toEqual(sheet);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(sheet.base64, 'base64') as never);
  const cells = workbook.worksheets[0]?.getSheetValues().flat().map(String) ?? [];
  for (const piece of ['M0012', '社员M0012', '****4567', 'GZ01A-S-2026-000001', '5238.11']) expect(cells).toContain(piece);
});

test('in training the sheet is a sample: its name begins with LX-, its accounts are zeros', async () => {
  const { accountant, bank } = await paidBatch('training');
  const sheet = await station.must(accountant, 'settlement.payoutSheet', { payoutId: bank.payoutId, format: 'csv', showAccounts: true });
  expect(sheet.name.startsWith('LX-')).toBe(true);
  const text = Buffer.from(sheet.base64, 'base64').toString('utf8');
  expect(text).toContain('练习-无效 TRAINING');
  expect(text).not.toContain(account);
  expect(text).toContain('0000000000000000000');
});
