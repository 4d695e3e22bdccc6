import { signedCode, type CodeKind } from '../../electron/core/documents/signed-code.ts';
import type { TicketReceiptData } from '../../electron/core/documents/ticket-receipt-data.ts';
import { createSigningKey } from '../../electron/core/platform/signing.ts';

/** One key for all samples, so that a code read back can be checked. */
export const sampleKey = createSigningKey();
export const sampleHead = '3f2a9c0011223344556677889900aabbccddeeff00112233445566778899e9c1';

/** A code as long as a real one. */
export const signedSample = (kind: CodeKind, grams: number, fen: number): string =>
  signedCode({ kind, number: 'GZ01A-T-2026-000123', businessDate: '2026-11-22', memberCode: 'M0012', grams, fen, chainHead: sampleHead }, sampleKey);

/** A ticket with two baskets, one of them typed, and one graded line with a deduction for water. */
export function sampleTicket(over: Partial<TicketReceiptData> = {}): TicketReceiptData {
  return {
    cooperativeName: '紫云县板当镇红芯薯专业合作社',
    stationName: '板当村服务站',
    stationPhone: '0851-3523 4567',
    number: 'GZ01A-T-2026-000123',
    businessDate: '2026-11-22',
    postedAt: Date.UTC(2026, 10, 22, 6, 5),
    training: false,
    member: { code: 'M0012', name: '张三', groupName: '三组', partyKind: 'member' },
    owners: [],
    productName: '红芯红薯',
    baskets: [
      { sequence: 1, grossGrams: 23450, tareGrams: 900, netGrams: 22550, tareMethod: 'container', typed: false },
      { sequence: 2, grossGrams: 22100, tareGrams: 900, netGrams: 21200, tareMethod: 'typed', typed: true },
    ],
    netGrams: 43750,
    returnedGrams: 0,
    sortingLossGrams: 0,
    lines: [{
      productName: '红芯红薯', gradeName: '一等', gradeRank: 1, gradeCount: 3, gradeOverridden: false, schemeName: '红芯薯分级', schemeVersion: 'v3', priceVersion: 'v12',
      priceE4: 56600, tradedUnit: 'jin', netGrams: 43750, deductions: [{ name: '扣水', measured: '14.6', base: '14.0', method: 'step_table', rows: [{ atPct: '14.0', stepPct: '0.5', takes: 100 }], takenGrams: 440 }], discounts: [], inTurn: false, termsVersion: null, settlementGrams: 43310, amountFen: 24513,
    }],
    totalFen: 24513,
    clerkName: '王小梅',
    graderName: '李国强',
    chainHead: sampleHead,
    qrText: signedSample('ticket', 43_750, 24_513),
    ...over,
  };
}
