import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boxMissingCharacters, html } from '../../../electron/core/documents/html-page.ts';
import { paperFontCoverage } from '../../../electron/core/documents/paper-pen.ts';
import { payoutFileName } from '../../../electron/core/documents/payout-sheet.ts';
import { payoutSheetCsv } from '../../../electron/core/documents/payout-sheet-csv.ts';
import { payoutSheetXlsx } from '../../../electron/core/documents/payout-sheet-xlsx.ts';
import { priceBoardHtml } from '../../../electron/core/documents/price-board.ts';
import { settlementStatementHtml } from '../../../electron/core/documents/settlement-statement.ts';
import { AWKWARD_TEXTS } from '../../support/awkward-texts.ts';
import { sampleBoard, samplePayout, sampleStatement } from '../../support/statement-samples.ts';

const OPTIONS = { fontBase: 'app://station/fonts/' };

describe('the settlement statement', () => {
  it('shows every line, every recovery, the paid amount in capitals and what is still owed', () => {
    const page = settlementStatementHtml(sampleStatement(), 'zh', OPTIONS);
    for (const text of ['GZ01A-T-2026-000101', '182.55', '365.1', '3.66', '¥668.13', '调价补差', '应付合计 共 3 笔', '¥5238.47', '种苗赊销', '¥592.73', '¥2619.23', '¥2619.24', '贰仟陆佰壹拾玖元贰角肆分', '尚欠余额 <b>¥1407.27</b>', '收款人签名或手印']) {
      expect(page).toContain(text);
    }
    expect(page).not.toContain('class="watermark"');
    expect(settlementStatementHtml(sampleStatement({ training: true }), 'zh', OPTIONS)).toContain('练习-无效');
  });

  it('has nothing but the fonts to load and no script, and no name becomes a tag', () => {
    for (const text of [...AWKWARD_TEXTS, '<script>alert(1)</script>', '<img src=x onerror=1>', '"><b>', '&amp;']) {
      const statement = sampleStatement({ payee: { code: text, name: text, groupName: text, partyKind: 'member' }, cooperativeName: text, preparedByName: text });
      const page = settlementStatementHtml(statement, 'zh', OPTIONS);
      expect(page).not.toMatch(/<script|<img|onerror=1>/);
      expect(page.isWellFormed()).toBe(true);
      expect(page).not.toContain('\u0000');
      expect(page.match(/<h1>/g)).toHaveLength(1);
    }
    expect(html('<a href="x">\'&')).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  });

  it('boxes and reports what the font lacks', () => {
    const covers = paperFontCoverage(join(import.meta.dirname, '../../../resources/fonts'));
    const page = settlementStatementHtml(sampleStatement({ payee: { code: 'M1', name: '𠮷力', partyKind: 'member' } }), 'zh', OPTIONS);
    const boxed = boxMissingCharacters(page, covers);
    expect(boxed.substitutions).toEqual([{ codePoint: 'U+20BB7', how: 'boxed' }]);
    expect(boxed.page).toContain('<span class="box-code">U+20BB7</span>力');
    expect(boxMissingCharacters(settlementStatementHtml(sampleStatement(), 'en', OPTIONS), covers).substitutions).toEqual([]);
  });
});

describe('the price board', () => {
  it('shows the traded unit first and the other beside it', () => {
    const page = priceBoardHtml(sampleBoard(), 'zh', OPTIONS);
    expect(page).toMatch(/<b>1\.83 元\/斤<\/b><br><span class="small">3\.66 元\/公斤/);
    expect(page).toMatch(/<b>160\.00 元\/公斤<\/b><br><span class="small">80\.00 元\/斤/);
    expect(page).toContain('2026-11-22 星期日 08:30 起执行');
  });
});

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
