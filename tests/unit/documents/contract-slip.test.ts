import { describe, expect, it } from 'vitest';
import { PAPER_58 } from '../../../electron/core/documents/receipt-document.ts';
import { layoutReceipt, lineText } from '../../../electron/core/documents/receipt-layout.ts';
import type { ReceiptLine } from '../../../electron/core/documents/ticket-receipt-data.ts';
import { ticketReceipt } from '../../../electron/core/documents/ticket-receipt.ts';
import { sampleTicket } from '../../support/receipt-samples.ts';

const [plain] = sampleTicket().lines;
const line = (fields: Partial<ReceiptLine>): ReceiptLine => ({ ...(plain as ReceiptLine), tradedUnit: 'kg', deductions: [], ...fields });
const linesOf = (lines: readonly ReceiptLine[], locale: 'zh' | 'en' = 'zh', maskName = false): string[] =>
  layoutReceipt(ticketReceipt(sampleTicket({ lines }), locale, { maskName }), PAPER_58).parts.flatMap((part) => (part.kind === 'line' ? [lineText(part.runs).replace(/\s+/gu, ' ').trim()] : []));

const contract = { number: 'GZ01A-N-2026-000001', boardE4: 26_000, floorE4: 30_000 };

describe('the slip of a delivery that crosses a quota', () => {
  const crossing = [line({ contract: { part: 'inside', ...contract }, priceE4: 30_000, netGrams: 100_000, settlementGrams: 100_000, amountFen: 30_000 }), line({ contract: { part: 'beyond', ...contract }, priceE4: 26_000, netGrams: 50_000, settlementGrams: 50_000, amountFen: 13_000 })];

  it('prints both lines with their part, their weight, and board price beside floor inside the quota alone', () => {
    const lines = linesOf(crossing);
    const inside = lines.indexOf('合同内 GZ01A-N-2026-000001');
    const beyond = lines.indexOf('超出合同 GZ01A-N-2026-000001');
    expect(lines.slice(inside - 1, inside + 5)).toEqual(['一等 ★★★ ￥300.00', '合同内 GZ01A-N-2026-000001', '净重 100.00 公斤 = 200.0 斤', '挂牌价 2.60 元/公斤', '保底价 3.00 元/公斤', '单价 3.00 元/公斤']);
    expect(lines.slice(beyond - 1, beyond + 3)).toEqual(['一等 ★★★ ￥130.00', '超出合同 GZ01A-N-2026-000001', '净重 50.00 公斤 = 100.0 斤', '单价 2.60 元/公斤']);
  });

  it('says in words why a price lies below the floor, where a discount for quality brought it there, and nowhere else', () => {
    const discount = { name: '残次扣价', measured: '2.0', base: '1.0', method: 'step_table', acts: 'price_share', rows: [{ atPct: '1.0', stepPct: '0.5', takes: 200 }], priceBeforeE4: 30_000, priceAfterE4: 28_800 } as const;
    const inside = line({ contract: { part: 'inside', ...contract }, priceE4: 28_800, discounts: [discount] });
    const beyond = line({ contract: { part: 'beyond', ...contract }, priceE4: 24_960, discounts: [{ ...discount, priceBeforeE4: 26_000, priceAfterE4: 24_960 }] });
    const whole = (lines: readonly ReceiptLine[], locale: 'zh' | 'en'): string => linesOf(lines, locale).join(' ').replaceAll(locale === 'zh' ? ' ' : '', '');
    expect(whole([inside], 'zh')).toContain('保底价说的是合格的货；质量不够，扣价从保底价里减');
    expect(whole([inside], 'en')).toContain('The floor price is for goods as the standard asks; the quality discount comes off it');
    for (const lines of [[beyond], crossing]) expect(whole(lines, 'zh')).not.toContain('合格的货');
  });

  it('says the same in English', () => {
    expect(linesOf(crossing, 'en')).toEqual(expect.arrayContaining(['Floor price 3.00 yuan/kg', 'Board price 2.60 yuan/kg']));
  });
});

it('the slip of certified goods shows base, premium and the certificate', () => {
  const lines = linesOf([line({ priceE4: 28_000, premium: { kind: 'green', number: 'LB-01-26010001', baseE4: 26_000, premiumE4: 2_000 } })]);
  const base = lines.indexOf('基价 2.60 元/公斤');
  expect(lines.slice(base, base + 4)).toEqual(['基价 2.60 元/公斤', '绿色食品加价 +0.20 元/公斤', '证书 LB-01-26010001', '单价 2.80 元/公斤']);
});

it('a line of one owner alone names them, masked where names are', () => {
  expect(linesOf([line({ owners: ['李四'] })])).toContain('货主 李四');
  expect(linesOf([line({ owners: ['李四'] })], 'zh', true).join('\n')).not.toContain('李四');
});
