import type { PayoutSheetData } from '../../electron/core/documents/payout-sheet.ts';
import type { PriceBoardData } from '../../electron/core/documents/price-board.ts';
import type { SettlementStatementData } from '../../electron/core/documents/settlement-statement.ts';

/** The settlement of example E4 of the rules: 5,238.47 due, 2,619.23 recovered under a cap of one half, 2,619.24 paid, 1,407.27 left. */
export function sampleStatement(over: Partial<SettlementStatementData> = {}): SettlementStatementData {
  return {
    cooperativeName: '紫云县板当镇红芯薯专业合作社', stationName: '板当村服务站', number: 'GZ01A-S-2026-000007', businessDate: '2026-11-22',
    period: { from: '2026-11-11', to: '2026-11-20' },
    payee: { code: 'M0012', name: '张三', groupName: '三组', partyKind: 'member', maskedAccount: '********8888' },
    method: 'bank',
    lines: [
      { ticketNumber: 'GZ01A-T-2026-000101', businessDate: '2026-11-12', productName: '红芯红薯', gradeName: '一等', settlementGrams: 182_550, priceE4: 36_600, amountFen: 66_813 },
      { ticketNumber: 'GZ01A-T-2026-000118', businessDate: '2026-11-16', productName: '干辣椒', gradeName: '二等', settlementGrams: 196_982, priceE4: 232_000, amountFen: 456_998 },
      { ticketNumber: 'GZ01A-T-2026-000060', businessDate: '2026-11-18', productName: '干辣椒', gradeName: '', settlementGrams: null, priceE4: null, amountFen: 36, remark: '调价补差' },
    ],
    recoveries: [
      { name: '种苗赊销', documentNumber: 'GZ01A-V-2026-000003', businessDate: '2026-03-20', openFen: 64_000, recoveredFen: 64_000, leftFen: 0 },
      { name: '化肥赊销', documentNumber: 'GZ01A-V-2026-000009', businessDate: '2026-04-02', openFen: 138_650, recoveredFen: 138_650, leftFen: 0 },
      { name: '现金预支', documentNumber: 'GZ01A-V-2026-000015', businessDate: '2026-05-10', openFen: 200_000, recoveredFen: 59_273, leftFen: 140_727 },
    ],
    otherDeductions: [], capBasisPoints: 5_000, totalFen: 523_847, paidFen: 261_924,
    preparedByName: '王小梅', approvedByName: '赵会计', training: false, chainHead: '3f2a9c0011223344556677889900aabbccddeeff00112233445566778899e9c1',
    ...over,
  };
}

export function samplePayout(over: Partial<PayoutSheetData> = {}): PayoutSheetData {
  return {
    cooperativeName: '紫云县板当镇红芯薯专业合作社', stationName: '板当村服务站', number: 'GZ01A-P-2026-000003', batchNumber: 'GZ01A-B-2026-000002', businessDate: '2026-11-22',
    preparedByName: '王小梅', approvedByName: '赵会计', training: false,
    lines: [
      { sequence: 1, payeeCode: 'M0012', payeeName: '张三', settlementNumber: 'GZ01A-S-2026-000007', method: 'bank', bankName: '农信社', account: '6217000000001234567', amountFen: 261_924, remark: '' },
      { sequence: 2, payeeCode: 'M0013', payeeName: ' 阿依古丽·𠮷 ', settlementNumber: 'GZ01A-S-2026-000008', method: 'cash', bankName: '', account: '', amountFen: 10, remark: '=1+1' },
      { sequence: 3, payeeCode: 'M0014', payeeName: '欧阳建国', settlementNumber: 'GZ01A-S-2026-000009', method: 'bank', bankName: '邮储', account: '0000123400005678', amountFen: 1_134_619, remark: '旬结, "三"' },
    ],
    ...over,
  };
}

export function sampleBoard(over: Partial<PriceBoardData> = {}): PriceBoardData {
  return {
    cooperativeName: '紫云县板当镇红芯薯专业合作社', stationName: '板当村服务站', businessDate: '2026-11-22', effectiveAt: Date.UTC(2026, 10, 22, 0, 30), version: 'v12', training: false,
    products: [
      { name: '红芯红薯', tradedUnit: 'jin', grades: [{ name: '一等', priceE4: 36_600 }, { name: '二等', priceE4: 21_200 }] },
      { name: '茶青', tradedUnit: 'kg', grades: [{ name: '单芽', priceE4: 1_600_000 }] },
    ],
    ...over,
  };
}
