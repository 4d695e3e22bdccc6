import type { PayoutSheetData } from '../../electron/core/documents/payout-sheet.ts';

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
