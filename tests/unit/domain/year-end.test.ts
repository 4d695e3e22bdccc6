import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { YearEndInput } from '../../../electron/domain/year-end.ts';
import { distributeSurplus, minimumPoolFen } from '../../../electron/domain/year-end.ts';
import { fen, total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const account = fc.record({
  volumeFen: fc.integer({ min: 0, max: 50_000_000 }),
  capitalFen: fc.integer({ min: 1, max: 5_000_000 }),
  reserveShareFen: fc.integer({ min: 0, max: 500_000 }),
  subsidyShareFen: fc.integer({ min: 0, max: 500_000 }),
});
const anyYear: fc.Arbitrary<YearEndInput> = fc.record({
  surplusFen: fen,
  lossPart: fc.integer({ min: 0, max: 100 }),
  reserveBp: fc.integer({ min: 0, max: 10_000 }),
  patronageBp: fc.integer({ min: 6_000, max: 10_000 }),
  accounts: fc.array(account, { minLength: 1, maxLength: 20 }).filter((list) => list.some(({ volumeFen }) => volumeFen > 0)),
}).map(({ surplusFen, lossPart, reserveBp, patronageBp, accounts }) => ({
  surplusFen,
  earlierLossFen: Math.floor(surplusFen / 100) * lossPart,
  reserveBp,
  patronageBp,
  legalFloorBp: 6_000,
  members: accounts.map((member, index) => ({ ...member, no: String(index + 1) })),
}));

const small: YearEndInput = {
  surplusFen: 10_002, earlierLossFen: 0, reserveBp: 0, patronageBp: 6_000, legalFloorBp: 6_000,
  members: [{ no: '1', volumeFen: 1, capitalFen: 1, reserveShareFen: 0, subsidyShareFen: 0 }],
};

describe('the distribution of a year', () => {
  it('is complete: loss, reserve and the two pools are the surplus, and each pool is its parts', () => {
    fc.assert(fc.property(anyYear, (year) => {
      const result = distributeSurplus(year);
      expect(year.earlierLossFen + result.reserveFen + result.patronagePoolFen + result.residualPoolFen).toBe(year.surplusFen);
      expect(total(result.members.map(({ refundFen }) => refundFen))).toBe(result.patronagePoolFen);
      expect(total(result.members.map(({ residualFen }) => residualFen))).toBe(result.residualPoolFen);
      expect(total(result.members.map(({ reserveQuantifiedFen }) => reserveQuantifiedFen))).toBe(result.reserveFen);
    }));
  });

  it('never gives the patronage pool less than the law, not even half a fen', () => {
    fc.assert(fc.property(anyYear, (year) => {
      const { patronagePoolFen, legalFloorFen, distributableFen } = distributeSurplus(year);
      expect(patronagePoolFen).toBeGreaterThanOrEqual(legalFloorFen);
      expect(BigInt(patronagePoolFen) * 10_000n >= BigInt(distributableFen) * 6_000n).toBe(true);
    }));
    expect(distributeSurplus(small)).toMatchObject({ distributableFen: 10_002, patronagePoolFen: 6_002, residualPoolFen: 4_000 });
    expect(minimumPoolFen(10_000, 6_000)).toBe(6_000);
  });

  it('gives no refund without volume', () => {
    fc.assert(fc.property(anyYear, (year) => {
      distributeSurplus(year).members.forEach(({ refundFen, reserveQuantifiedFen }, index) => {
        if (year.members[index]?.volumeFen === 0) expect([refundFen, reserveQuantifiedFen]).toEqual([0, 0]);
      });
    }));
  });

  it('gives the larger volume at least as much, and equal volumes the odd fen to the lower number', () => {
    const twins = small.members.flatMap((member) => [member, { ...member, no: '2' }]);
    const result = distributeSurplus({ ...small, surplusFen: 10_001, patronageBp: 10_000, members: twins });
    expect(result.members.map(({ refundFen }) => refundFen)).toEqual([5_001, 5_000]);
  });

  it('needs no capital when nothing is left for it', () => {
    const members = small.members.map((member) => ({ ...member, capitalFen: 0 }));
    expect(distributeSurplus({ ...small, patronageBp: 10_000, members }).residualPoolFen).toBe(0);
    expectRefusal(() => distributeSurplus({ ...small, members }), 'no_capital', 'members');
  });

  it('is refused for what the law or the books do not allow', () => {
    const refuse = (change: Partial<YearEndInput>, code: string, field: string): void => {
      expectRefusal(() => distributeSurplus({ ...small, ...change }), code, field);
    };
    refuse({ patronageBp: 5_999 }, 'below_legal_floor', 'patronage_bp');
    refuse({ earlierLossFen: 10_003 }, 'loss_above_surplus', 'earlier_loss_fen');
    refuse({ members: [] }, 'no_volume', 'members');
    refuse({ members: [...small.members, ...small.members] }, 'duplicate_member', 'members');
    refuse({ reserveBp: 10_001 }, 'rate_out_of_range', 'reserve_bp');
    refuse({ surplusFen: -1 }, 'negative', 'surplus_fen');
    refuse({ members: small.members.map((member) => ({ ...member, capitalFen: -1 })) }, 'negative', 'members[0].capital_fen');
  });
});
