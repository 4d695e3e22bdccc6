import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { premiumOf } from '../../../electron/domain/certified-premium.ts';
import type { OwnerPremium } from '../../../electron/domain/certified-premium.ts';
import type { QuotaContract } from '../../../electron/domain/farm-contract.ts';
import { checkContract, isInWindow, leftOfQuota, takeFromQuotas, windowsMeet } from '../../../electron/domain/farm-contract.ts';
import { computeIntake } from '../../../electron/domain/intake.ts';
import type { Intake } from '../../../electron/domain/intake.ts';
import { allocate } from '../../../electron/domain/allocate.ts';
import { counts } from '../../support/counts.ts';
import { total } from './amounts.ts';
import { expectRefusal } from './refusals.ts';

const contract = (fields: Partial<QuotaContract> = {}): QuotaContract => ({ contractId: 'N-1', ownerId: 'zhang', grade: null, floorE4: 30_000, leftGrams: 100_000, ...fields });
const premium = (fields: Partial<OwnerPremium> = {}): OwnerPremium => ({ ownerId: 'zhang', certificateId: 'c-1', kind: 'green', number: 'LB-1', premiumId: 'p-1', premiumE4: 2_000, ...fields });

const intake = (fields: Partial<Intake> & { readonly grams?: number } = {}): Intake => ({
  productId: 'SWPO-ZY', mode: 'outright', resolutionGrams: 10, lossToleranceBp: 0, weighings: [{ grossGrams: fields.grams ?? 150_000, tare: { method: 'none' } }], returnedGrams: 0, sortingLossGrams: 0,
  parts: [{ grade: 'G1', netGrams: null, priceE4: 26_000, priceId: 'v-1', deductions: [] }],
  owners: [{ memberId: 'zhang', payeeId: 'zhang', partyKind: 'member', share: 1 }], ...fields,
});
const shown = (ticket: ReturnType<typeof computeIntake>) => ticket.lines.map((line) => [line.quotaPart, line.netGrams, line.priceE4, line.amountFen, line.payables.map((part) => part.ownerId).join('+')]);

describe('a delivery under a contract', () => {
  it('that crosses the quota is 100 kg at the floor of 3.00 and 50 kg at the board price of 2.60', () => {
    const ticket = computeIntake(intake({ schedules: { contracts: [contract()], premiums: [] } }));
    expect(shown(ticket)).toEqual([['inside', 100_000, 30_000, 30_000, 'zhang'], ['beyond', 50_000, 26_000, 13_000, 'zhang']]);
    expect(ticket.amountFen).toBe(43_000);
    expect(ticket.lines.map((line) => line.terms?.contract)).toEqual([{ contractId: 'N-1', floorE4: 30_000 }, { contractId: 'N-1', floorE4: 30_000 }]);
  });

  it('gets the board price inside the quota where it stands above the floor', () => {
    const dear = { grade: 'G1', netGrams: null, priceE4: 34_500, priceId: 'v-1', deductions: [] };
    expect(shown(computeIntake(intake({ parts: [dear], schedules: { contracts: [contract()], premiums: [] } })))).toEqual([['inside', 100_000, 34_500, 34_500, 'zhang'], ['beyond', 50_000, 34_500, 17_250, 'zhang']]);
  });

  it('is one line at the board price once the quota is full, named as beyond the contract; one for another grade has no say', () => {
    const full = computeIntake(intake({ schedules: { contracts: [contract({ leftGrams: 0 })], premiums: [] } }));
    expect(shown(full)).toEqual([['beyond', 150_000, 26_000, 39_000, 'zhang']]);
    expect(full.lines[0]?.terms).toMatchObject({ boardE4: 26_000, baseE4: 26_000, contract: { contractId: 'N-1', floorE4: 30_000 } });
    const other = computeIntake(intake({ schedules: { contracts: [contract({ grade: 'G2', leftGrams: 0 })], premiums: [] } }));
    expect(shown(other)).toEqual([['none', 150_000, 26_000, 39_000, 'zhang']]);
  });

  it('is beyond the contract it filled; of several that were full before, beyond the one for the very grade', () => {
    const beyondOf = (...contracts: QuotaContract[]) => computeIntake(intake({ schedules: { contracts, premiums: [] } })).lines.filter((line) => line.quotaPart === 'beyond').map((line) => line.terms?.contract?.contractId);
    expect(beyondOf(contract({ contractId: 'any', leftGrams: 0 }), contract({ contractId: 'G1 only', grade: 'G1', leftGrams: 0 }))).toEqual(['G1 only']);
    expect(beyondOf(contract({ contractId: 'any' }), contract({ contractId: 'G1 only', grade: 'G1', leftGrams: 0 }))).toEqual(['any']);
  });

  it('of two grades uses the quota once', () => {
    const parts = [{ grade: 'G1', netGrams: 80_000, priceE4: 26_000, priceId: 'v-1', deductions: [] }, { grade: 'G2', netGrams: null, priceE4: 20_000, priceId: 'v-2', deductions: [] }];
    const ticket = computeIntake(intake({ parts, schedules: { contracts: [contract()], premiums: [] } }));
    expect(ticket.lines.map((line) => [line.index, line.gradeId, line.quotaPart, line.netGrams])).toEqual([[0, 'G1', 'inside', 80_000], [1, 'G2', 'inside', 20_000], [1, 'G2', 'beyond', 50_000]]);
  });

  it('fills a contract for the very grade first', () => {
    const contracts = [contract({ contractId: 'any' }), contract({ contractId: 'G1 only', grade: 'G1', floorE4: 40_000, leftGrams: 30_000 })];
    expect(takeFromQuotas(140_000, contracts).map((slice) => [slice.contractId, slice.grams])).toEqual([['G1 only', 30_000], ['any', 100_000], [null, 10_000]]);
  });

  it('is discounted for its quality after floor and premium: the floor is promised for goods as the standard asks', () => {
    const discounts = [{ factor: 'mould', measuredPct: '3', basePct: '2', acts: 'price_share', method: 'step_table', tiers: [{ overPct: '2', stepPct: '1', perStep: 1_000 }] } as const];
    const ticket = computeIntake(intake({ parts: [{ grade: 'G1', netGrams: null, priceE4: 26_000, priceId: 'v-1', deductions: [], discounts }], schedules: { contracts: [contract()], premiums: [premium()] } }));
    expect(ticket.lines.map((line) => [line.terms?.baseE4, line.priceE4])).toEqual([[30_000, 28_800], [26_000, 25_200]]);
  });

  it('takes its deductions line by line', () => {
    const deductions = [{ factor: 'moisture', method: 'step_table', measuredPct: '15.0', basePct: '14.0', stepPct: '0.5', perStepBp: 100 } as const];
    const ticket = computeIntake(intake({ parts: [{ grade: 'G1', netGrams: null, priceE4: 26_000, priceId: 'v-1', deductions }], schedules: { contracts: [contract()], premiums: [] } }));
    expect(ticket.lines.map((line) => [line.netGrams, line.settlementGrams])).toEqual([[100_000, 98_000], [50_000, 49_000]]);
  });
});

describe('certified goods', () => {
  it('get base and premium, inside and beyond a quota', () => {
    const ticket = computeIntake(intake({ schedules: { contracts: [contract()], premiums: [premium()] } }));
    expect(ticket.lines.map((line) => [line.priceE4, line.terms?.boardE4, line.terms?.baseE4, line.terms?.premium?.premiumE4])).toEqual([[32_000, 26_000, 30_000, 2_000], [28_000, 26_000, 26_000, 2_000]]);
  });

  it('with several certificates get the highest premium, never the sum', () => {
    expect(premiumOf('zhang', [premium(), premium({ certificateId: 'c-2', premiumE4: 5_000 }), premium({ ownerId: 'li', premiumE4: 9_000 }), premium({ certificateId: 'c-3', premiumE4: 5_000 })])?.certificateId).toBe('c-2');
    expect(premiumOf('zhang', [premium({ premiumE4: 0 })])).toBeNull();
  });
});

describe('owners with different price schedules', () => {
  const owners = ['zhang', 'li', 'zhao'].map((memberId) => ({ memberId, payeeId: memberId, partyKind: 'member' as const, share: 1 }));

  it('have lines of their own, the others share one', () => {
    const ticket = computeIntake(intake({ owners, schedules: { contracts: [contract({ ownerId: 'li', leftGrams: 20_000 })], premiums: [] } }));
    expect(shown(ticket)).toEqual([['none', 100_000, 26_000, 26_000, 'zhang+zhao'], ['inside', 20_000, 30_000, 6_000, 'li'], ['beyond', 30_000, 26_000, 7_800, 'li']]);
    expect(ticket.owners.map((owner) => [owner.ownerId, owner.netGrams, owner.amountFen])).toEqual([['zhang', 50_000, 13_000], ['li', 50_000, 13_800], ['zhao', 50_000, 13_000]]);
  });

  it('stay one line, split as ever, where nobody has another schedule', () => {
    expect(computeIntake(intake({ grams: 100_001, owners }))).toEqual(computeIntake(intake({ grams: 100_001, owners, schedules: { contracts: [contract({ ownerId: 'stranger' })], premiums: [] } })));
  });

  it('are refused like any others when a share is nothing', () => {
    expectRefusal(() => computeIntake(intake({ owners: owners.map((owner) => ({ ...owner, share: 0 })), schedules: { contracts: [contract()], premiums: [] } })), 'owner_shares_invalid');
  });
});

describe('what is signed', () => {
  const terms = { validFrom: '2026-06-01', validTo: '2026-11-30', quotaGrams: 1_000_000, floorE4: 30_000 };
  it('holds from the first day to the last', () => {
    expect(['2026-05-31', '2026-06-01', '2026-11-30', '2026-12-01'].map((day) => isInWindow(terms, day))).toEqual([false, true, true, false]);
  });

  it('meets another window that shares a single day', () => {
    expect(windowsMeet(terms, { validFrom: '2026-11-30', validTo: '2027-01-01' })).toBe(true);
    expect(windowsMeet(terms, { validFrom: '2026-12-01', validTo: '2027-01-01' })).toBe(false);
  });

  it.each([
    ['window_reversed', { ...terms, validTo: '2026-05-31' }, 0], ['quota_missing', { ...terms, quotaGrams: 0 }, 0], ['floor_missing', { ...terms, floorE4: 0 }, 0], ['quota_below_delivered', terms, 1_000_001],
  ] as const)('is refused with %s', (code, wrong, delivered) => {
    expectRefusal(() => checkContract(wrong, delivered), code);
  });

  it('may be a quota that is full to the gram', () => {
    expect(() => checkContract(terms, 1_000_000)).not.toThrow();
    expect([leftOfQuota(1_000_000, 1_000_000), leftOfQuota(1_000_000, 1_000_001)]).toEqual([0, 0]);
  });
});

const grams = fc.integer({ min: 1, max: 5_000_000 });
const anyPrice = fc.integer({ min: 0, max: 900_000 });
const anyContract = fc.record({ owner: fc.integer({ min: 0, max: 3 }), grade: fc.constantFrom('G1', 'G2', null), floorE4: fc.integer({ min: 1, max: 900_000 }), leftGrams: fc.integer({ min: 0, max: 3_000_000 }) });
const anyDelivery = fc.record({
  net: grams, weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), prices: fc.tuple(anyPrice, anyPrice, anyPrice), shares: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 4 }),
  contracts: fc.array(anyContract, { maxLength: 5 }), premiums: fc.array(fc.record({ owner: fc.integer({ min: 0, max: 3 }), premiumE4: fc.integer({ min: 0, max: 50_000 }) }), { maxLength: 3 }),
}).map(({ net, weights, prices, shares, contracts, premiums }) => {
  const parts = allocate(net, weights).map((netGrams, index) => ({ grade: `G${index + 1}`, netGrams, priceE4: prices[index] ?? 0, priceId: `v-${index}`, deductions: [] }));
  return {
    ...intake({ grams: net }), parts,
    owners: shares.map((share, index) => ({ memberId: `o${index}`, payeeId: `o${index}`, partyKind: 'member' as const, share })),
    schedules: {
      contracts: contracts.map((each, index) => contract({ contractId: `N-${index}`, ownerId: `o${each.owner}`, grade: each.grade, floorE4: each.floorE4, leftGrams: each.leftGrams })),
      premiums: premiums.map((each, index) => premium({ certificateId: `c-${index}`, ownerId: `o${each.owner}`, premiumE4: each.premiumE4 })),
    },
  };
}).filter(({ parts }) => parts.every((part) => part.netGrams > 0));

describe('any delivery', () => {
  it('keeps every gram of every grade and of every owner, and every fen of every line', () => {
    fc.assert(fc.property(anyDelivery, (delivery) => {
      const ticket = computeIntake(delivery);
      delivery.parts.forEach((part, index) => {
        const lines = ticket.lines.filter((line) => line.index === index);
        expect(total(lines.map((line) => line.netGrams))).toBe(part.netGrams);
        const own = allocate(part.netGrams, delivery.owners.map(({ share }) => share));
        delivery.owners.forEach(({ memberId }, place) => expect(total(lines.flatMap((line) => line.payables).filter((each) => each.ownerId === memberId).map((each) => each.netGrams))).toBe(own[place]));
      });
      for (const line of ticket.lines) expect(total(line.payables.map((each) => each.amountFen))).toBe(line.amountFen);
      for (const sums of [ticket.lines, ticket.owners]) expect(total(sums.map((each) => each.amountFen))).toBe(ticket.amountFen);
    }), { numRuns: counts.propertyRuns });
  });

  it('never takes more than the quota has left, and never pays less than the floor inside it', () => {
    fc.assert(fc.property(anyDelivery, (delivery) => {
      const { lines } = computeIntake(delivery);
      for (const { contractId, ownerId, grade, leftGrams, floorE4 } of delivery.schedules.contracts) {
        const inside = lines.filter((line) => line.quotaPart === 'inside' && line.terms?.contract?.contractId === contractId);
        expect(total(inside.map((line) => line.netGrams))).toBeLessThanOrEqual(leftGrams);
        for (const line of inside) {
          expect(line.terms?.baseE4).toBeGreaterThanOrEqual(floorE4);
          expect(line.payables.map((each) => each.ownerId)).toEqual([ownerId]);
          expect([line.gradeId, null]).toContain(grade);
        }
      }
      for (const line of lines) {
        expect(line.priceE4).toBeGreaterThanOrEqual(delivery.parts[line.index]?.priceE4 ?? 0);
        if (line.terms !== null) expect(line.priceE4).toBe(line.terms.baseE4 + (line.terms.premium?.premiumE4 ?? 0));
      }
    }), { numRuns: counts.propertyRuns });
  });

  it('leaves no gram at the board price while the owner has room under a contract', () => {
    fc.assert(fc.property(anyDelivery, (delivery) => {
      const { lines } = computeIntake(delivery);
      const used = (id: string): number => total(lines.filter((line) => line.quotaPart === 'inside' && line.terms?.contract?.contractId === id).map((line) => line.netGrams));
      for (const line of lines.filter(({ quotaPart }) => quotaPart !== 'inside')) {
        const owners = new Set(line.payables.filter((each) => each.netGrams > 0).map((each) => each.ownerId));
        for (const each of delivery.schedules.contracts) if (owners.has(each.ownerId) && (each.grade === null || each.grade === line.gradeId)) expect(used(each.contractId)).toBe(each.leftGrams);
      }
    }), { numRuns: counts.propertyRuns });
  });
});
