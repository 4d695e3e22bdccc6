import { expect, it } from 'vitest';
import { correctionSlip, type CorrectedFigures } from '../../../electron/core/documents/correction-slip.ts';

const before: CorrectedFigures = {
  number: 'GZ01A-T-2026-000123', businessDate: '2026-11-21', memberName: '张三', productName: '红芯红薯', gradeNames: '一等', grossGrams: 46_050, tareGrams: 1_800, netGrams: 44_250, settlementGrams: 43_805, totalFen: 24_794,
  schemeVersion: '红薯等级 1', priceVersion: 'GZ01A-J-2026-000001',
};
const after: CorrectedFigures = { ...before, number: 'GZ01A-T-2026-000125', netGrams: 43_750, settlementGrams: 43_310, totalFen: 24_513, priceVersion: 'GZ01A-J-2026-000002' };

it('a correction slip says every weight in jin below its kilograms, and by which standard and prices both postings were made', () => {
  const slip = correctionSlip({
    cooperativeName: '示例合作社', stationName: '示例站', training: false, businessDate: '2026-11-21', at: 0, member: { code: 'M0001', name: '张三' }, before, after,
    reversal: { number: 'GZ01A-T-2026-000124', reason: '称错', byName: '王小梅', approverName: '赵会计' }, clerkName: '王小梅', chainHead: '', qrText: '',
  }, 'zh', {});
  const tables = slip.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  expect(tables).toContainEqual([['44.25', '43.75', '-0.50'], ['88.5', '87.5', '-1.0']]);
  expect(tables).toContainEqual([['43.805', '43.31', '-0.495'], ['87.61', '86.62', '-0.99']]);
  const pairs = slip.blocks.flatMap((block) => (block.kind === 'pair' ? [`${block.label}${block.value}`] : []));
  expect(pairs).toEqual(expect.arrayContaining(['标准 红薯等级 1', '价单 原 GZ01A-J-2026-000001', '  现 GZ01A-J-2026-000002']));
});
