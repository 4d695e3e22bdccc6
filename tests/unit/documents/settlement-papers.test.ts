import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { payoutFileName } from '../../../electron/core/documents/payout-sheet.ts';
import { payoutSheetCsv } from '../../../electron/core/documents/payout-sheet-csv.ts';
import { payoutSheetXlsx } from '../../../electron/core/documents/payout-sheet-xlsx.ts';
import { samplePayout } from '../../support/statement-samples.ts';

describe('the payout sheet as a workbook', () => {
  async function sheetOf(data = samplePayout()) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await payoutSheetXlsx(data, 'zh')).buffer as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    if (sheet === undefined) throw new Error('no sheet');
    return sheet;
  }
  const values = (sheet: ExcelJS.Worksheet): unknown[][] => (sheet.getSheetValues() as unknown[][]).slice(1).map((row) => (row ?? []).slice(1));

  it('keeps account numbers whole as text and amounts exact to the fen', async () => {
    const sheet = await sheetOf();
    const rows = values(sheet);
    expect(rows).toContainEqual([1, 'M0012', '张三', '农信社', '6217000000001234567', 2619.24, 'GZ01A-S-2026-000007', '', '']);
    expect(rows).toContainEqual([3, 'M0014', '欧阳建国', '邮储', '0000123400005678', 11346.19, 'GZ01A-S-2026-000009', '旬结, "三"', '']);
    expect(sheet.getCell('E4').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('E4').numFmt).toBe('@');
    expect(sheet.getCell('F4').numFmt).toBe('0.00');
  });

  it('sums in figures and capitals, counts the payments, and has a column to sign', async () => {
    const text = JSON.stringify(values(await sheetOf()));
    expect(text).toContain('合计 3 人次');
    expect(text).toContain('13965.53');
    expect(text).toContain('壹万叁仟玖佰陆拾伍元伍角叁分');
    expect(text).toContain('签名或手印');
  });

  it('takes no name or remark for a formula', async () => {
    const sheet = await sheetOf();
    expect(sheet.getCell('H5').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('H5').value).toBe('=1+1');
  });

  it('in training is a marked sample with accounts of zeros and a name that begins LX-', async () => {
    const data = samplePayout({ training: true });
    const rows = values(await sheetOf(data));
    expect(rows[0]?.[0]).toBe('练习-无效 TRAINING');
    expect(JSON.stringify(rows)).not.toContain('6217');
    expect(JSON.stringify(rows)).toContain('0000000000000000000');
    expect(payoutFileName(data, 'xlsx')).toBe('LX-GZ01A-P-2026-000003_3_13965.53.xlsx');
    expect(payoutFileName(samplePayout(), 'csv')).toBe('GZ01A-P-2026-000003_3_13965.53.csv');
  });
});

describe('the payout sheet as CSV', () => {
  it('reads back the same from GB18030, rare names included', () => {
    const bytes = payoutSheetCsv(samplePayout(), 'zh', 'gb18030');
    const rows = parse(new TextDecoder('gb18030', { fatal: true }).decode(bytes)) as string[][];
    expect(rows[0]).toEqual(['序号', '编号', '收款人', '开户行', '账号', '金额(元)', '结算单号', '备注']);
    expect(rows[1]).toEqual(['1', 'M0012', '张三', '农信社', '6217000000001234567', '2619.24', 'GZ01A-S-2026-000007', '']);
    expect(rows[2]).toEqual(['2', 'M0013', '阿依古丽·𠮷', '', '', '0.10', 'GZ01A-S-2026-000008', '\'=1+1']);
    expect(rows[3]?.[7]).toBe('旬结, "三"');
  });

  it('as UTF-8 begins with its mark, and a training sample with its warning', () => {
    const text = payoutSheetCsv(samplePayout({ training: true }), 'zh', 'utf-8-bom').toString('utf8');
    expect(text.startsWith('\ufeff练习-无效 TRAINING\r\n')).toBe(true);
    expect(text).not.toContain('6217');
    expect(text.split('\r\n')).toHaveLength(6);
  });
});
