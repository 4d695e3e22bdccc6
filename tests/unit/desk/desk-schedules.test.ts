import { describe, expect, it } from 'vitest';
import { computeIntake } from '../../../electron/domain/intake.ts';
import type { PriceSchedules } from '../../../electron/domain/price-schedule.ts';
import { nextPriceOf } from '../../../renderer/features/ticket/desk/model/desk-goods.ts';
import { previewOf } from '../../../renderer/features/ticket/desk/model/desk-preview.ts';
import { ticketInput } from '../../../renderer/features/ticket/desk/model/ticket-input.ts';
import { lineKey } from '../../../renderer/features/ticket/desk/model/desk-lines.ts';
import { after, chilli, goods, id, li, weighed, zhang } from './desk-sample.ts';

const graded = after(...weighed, { type: 'gradeChosen', grade: 'G2' });
const shared = { ...graded, owners: [{ ...zhang, share: 1 }, { ...li, share: 1 }] };
const contract = { contractId: id(500), ownerId: zhang.memberId, grade: null, floorE4: 180_000, leftGrams: 10_000 };
const premium = { ownerId: li.memberId, certificateId: id(501), kind: 'organic' as const, number: 'YJ-1', premiumId: id(502), premiumE4: 10_000 };
const schedules: PriceSchedules = { contracts: [contract], premiums: [premium] };

describe('the desk with a contract and a certificate', () => {
  it('shows the lines that core will post, and sends their sum as the amount it saw', () => {
    const preview = previewOf(shared, goods, null, schedules);
    expect(preview.computed?.lines.map((line) => [line.quotaPart, line.netGrams, line.priceE4, line.amountFen])).toEqual([['inside', 10_000, 180_000, 18_000], ['beyond', 11_875, 160_000, 19_000], ['none', 21_875, 170_000, 37_188]]);
    expect(ticketInput(shared, preview, null)?.expectedTotalFen).toBe(74_188);
    expect(preview.computed).toEqual(computeIntake({
      productId: chilli.id, mode: chilli.mode, resolutionGrams: chilli.resolutionGrams, lossToleranceBp: chilli.lossToleranceBp, weighings: preview.baskets.map((basket) => ({ grossGrams: basket.gross, tare: { method: 'typed', grams: basket.tare } })), returnedGrams: 0, sortingLossGrams: 0,
      parts: [{ grade: 'G2', netGrams: null, priceE4: 160_000, priceId: null, deductions: [] }], owners: [zhang, li].map(({ memberId, kind }) => ({ memberId, payeeId: memberId, partyKind: kind, share: 1 })), schedules,
    }));
  });

  it('knows every line apart', () => {
    const lines = previewOf(shared, goods, null, schedules).computed?.lines ?? [];
    expect(new Set(lines.map(lineKey)).size).toBe(3);
  });

  it('prices at the board alone while the terms are not known', () => {
    expect(previewOf(shared, goods).computed?.lines).toHaveLength(1);
  });
});

describe('the next price', () => {
  const row = (grade: string, priceE4: number, effectiveFrom: number) => ({ productId: chilli.id, grade, quotaPart: 'board' as const, priceE4, effectiveFrom, sheetNumber: 'P', priceId: id(9) });
  it('is the first change of the grade, and of any grade while none is decided', () => {
    const coming = { ...goods, next: [row('G1', 190_000, 900), row('G2', 150_000, 700)] };
    expect(nextPriceOf(coming, chilli.id, 'G1')?.priceE4).toBe(190_000);
    expect(nextPriceOf(coming, chilli.id, null)?.effectiveFrom).toBe(700);
    expect(nextPriceOf(coming, chilli.id, 'G3')).toBeNull();
  });

  it('is nothing where the price stays the same', () => {
    expect(nextPriceOf({ ...goods, next: [row('G1', 200_000, 900)] }, chilli.id, 'G1')).toBeNull();
  });
});
