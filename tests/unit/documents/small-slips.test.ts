import { describe, expect, it } from 'vitest';
import { crateSlip } from '../../../electron/core/documents/crate-slip.ts';
import { queueSlip } from '../../../electron/core/documents/queue-slip.ts';
import { returnSlip } from '../../../electron/core/documents/return-slip.ts';
import type { ReceiptDocument } from '../../../electron/core/documents/receipt-document.ts';

const place = { cooperativeName: '示例合作社', stationName: '示例站', training: false, businessDate: '2026-11-20', at: Date.UTC(2026, 10, 20, 1, 2) };
const member = { code: 'M0004', name: '李秀英', groupName: '大寨组' };
const words = (document: ReceiptDocument): string => JSON.stringify(document.blocks);
const foot = { chainHead: 'ab'.repeat(32), qrText: 'VS2|return' };
const returned = { ...place, number: 'GZ01A-T-2026-000123', member, productName: '辣椒', netGrams: 63_000, returnedGrams: 3_500, returns: [{ grams: 2_000, reason: '有烂的' }, { grams: 1_500, reason: '太小' }], clerkName: '张司磅', ...foot };
const crates = { ...place, number: 'GZ01A-L-2026-000001', member, lines: [{ name: '周转箱', outCount: 0, inCount: 4, depositFen: -2_000, kept: false }], balance: [{ name: '周转箱', count: 6 }], clerkName: '张司磅', approverName: '李会计', ...foot };

describe('the small slips of the yard', () => {
  it('show the number as the figure everybody looks for, and how many wait in front', () => {
    const slip = queueSlip({ ...place, label: 'A012', before: 3 }, 'zh', {});
    expect(slip.blocks).toContainEqual({ kind: 'figure', label: '您的号', value: 'A012', unit: '' });
    expect(words(slip)).toContain('前面还有 3 位');
  });

  it('say what went back, why, and what was taken', () => {
    const slip = words(returnSlip(returned, 'zh', {}));
    for (const part of ['有烂的', '2.00 公斤', '太小', '1.50 公斤', '收下', '59.50 公斤', 'GZ01A-T-2026-000123']) expect(slip).toContain(part);
  });

  it('say what crates moved, which deposit was given back before whom, and what the member has now', () => {
    const slip = words(crateSlip(crates, 'en', {}));
    for (const part of ['Deposit given back', '￥20.00', '李会计', 'Now with you: 周转箱']) expect(slip).toContain(part);
    expect(slip).not.toContain('-￥');
  });

  it('say of a slip that is taken back which one and why, and of lost crates that the deposit is kept', () => {
    const back = words(crateSlip({ ...crates, lines: [{ name: '周转箱', outCount: -10, inCount: 0, depositFen: -5_000, kept: false }], reverses: { number: 'GZ01A-L-2026-000007', reason: '记到别人头上了' } }, 'zh', {}));
    for (const part of ['作废原单', 'GZ01A-L-2026-000007', '记到别人头上了', '-10', '退押金']) expect(back).toContain(part);
    expect(words(crateSlip({ ...crates, lines: [{ name: '周转箱', outCount: 0, inCount: 2, depositFen: -1_000, kept: true }] }, 'zh', {}))).toContain('押金抵丢筐');
    const lost = { name: '周转箱', outCount: 0, inCount: -2, depositFen: 1_000, kept: true };
    expect(words(crateSlip({ ...crates, lines: [lost], reverses: { number: 'X', reason: 'Y' } }, 'zh', {}))).toContain('押金收回');
  });

  it('carry the practice mark in training, and the copy mark on a copy', () => {
    expect([queueSlip({ ...place, training: true, label: 'A1', before: 0 }, 'zh', {}), returnSlip({ ...returned, training: true }, 'zh', {}), crateSlip({ ...crates, training: true }, 'zh', {})].map((slip) => slip.watermark)).toEqual(Array(3).fill('练习-无效'));
    expect(words(returnSlip(returned, 'zh', { copy: { number: 2, at: place.at, byName: '王站长' } }))).toContain('副本 第2次');
  });
});
