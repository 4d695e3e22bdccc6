import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postPayoutSheet } from '../../../electron/domain/payout.ts';
import { counts } from '../../support/counts.ts';

const part = fc.record({ partyId: fc.string({ minLength: 1 }), partyKind: fc.constantFrom('member' as const, 'non_member' as const), openItem: fc.constant(null), fen: fc.integer({ min: 0, max: 10_000_000_000 }) });

test('a payout debits each payee once and credits the cash box or the bank with the sum', () => {
  fc.assert(fc.property(fc.array(part, { maxLength: 30 }), fc.constantFrom('cash' as const, 'bank' as const), (parts, method) => {
    const lines = postPayoutSheet(parts, method);
    const paid = parts.filter((each) => each.fen > 0);
    const total = paid.reduce((sum, each) => sum + each.fen, 0);
    expect(lines.filter((line) => line.debitFen > 0).map((line) => [line.partyId, line.debitFen, line.role]))
      .toEqual(paid.map((each) => [each.partyId, each.fen, each.partyKind === 'member' ? 'member_current' : 'other_payable']));
    expect(lines.filter((line) => line.creditFen > 0).map((line) => [line.role, line.partyId, line.creditFen])).toEqual(total === 0 ? [] : [[method, null, total]]);
  }), { numRuns: counts.propertyRuns });
});
