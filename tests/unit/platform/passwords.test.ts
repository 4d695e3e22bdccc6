import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPin, pinDelayMs, pinProblem, pinWaitMs, standardCost, verifyPin } from '../../../electron/core/platform/passwords.ts';

const cheap = { logN: 4, r: 8, p: 1 };

describe('PINs', () => {
  it('only the right PIN opens, and the same PIN is stored differently each time', async () => {
    await fc.assert(fc.asyncProperty(fc.stringMatching(/^\d{4,8}$/), fc.stringMatching(/^\d{4,8}$/), async (pin, other) => {
      const stored = await hashPin(pin, cheap);
      expect(stored).not.toContain(pin.padStart(9, '$'));
      expect(stored).not.toBe(await hashPin(pin, cheap));
      expect(await verifyPin(pin, stored)).toBe(true);
      expect(await verifyPin(other, stored)).toBe(pin === other);
    }), { numRuns: 50 });
  });

  it('the standard cost is carried in the stored text and takes real time', async () => {
    const stored = await hashPin('2580', standardCost);
    expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verifyPin('2580', stored)).toBe(true);
  });

  it('full-width digits from a Chinese input method mean the same PIN', async () => {
    expect(await verifyPin('２５８０', await hashPin('2580', cheap))).toBe(true);
    expect(pinProblem('２５８０')).toBeNull();
  });

  it('a damaged stored text, or one that asks for absurd cost, never matches', async () => {
    const stored = await hashPin('2580', cheap);
    const broken = ['', 'x', stored.slice(0, -1), stored.replace('ln=4', 'ln=5'), stored.replace('ln=4', 'ln=40'), stored.replace('ln=4', 'ln=0')];
    for (const text of broken) expect(await verifyPin('2580', text)).toBe(false);
  });

  it('a PIN has 4 to 8 digits, is not one digit repeated and does not count up or down', () => {
    const problems = {
      '12a4': 'pin_not_digits', '123': 'pin_too_short', '': 'pin_too_short', '135792468': 'pin_too_long', '0000': 'pin_all_equal',
      '77777777': 'pin_all_equal', '1234': 'pin_in_a_row', '4321': 'pin_in_a_row', '7890': 'pin_in_a_row', '3210': 'pin_in_a_row',
    };
    for (const [pin, problem] of Object.entries(problems)) expect(pinProblem(pin)).toBe(problem);
    for (const pin of ['2580', '1212', '19680815', '1235']) expect(pinProblem(pin)).toBeNull();
  });

  it('four failures cost nothing, the fifth costs half a minute, and the wait grows up to half an hour', () => {
    expect([0, 1, 4].map(pinDelayMs)).toEqual([0, 0, 0]);
    expect([5, 6, 7].map(pinDelayMs)).toEqual([30_000, 60_000, 120_000]);
    fc.assert(fc.property(fc.nat(100_000), (failures) => {
      expect(pinDelayMs(failures + 1)).toBeGreaterThanOrEqual(pinDelayMs(failures));
      expect(pinDelayMs(failures)).toBeLessThanOrEqual(30 * 60_000);
    }));
  });

  it('the wait runs out, and a clock set back does not lock a clerk out for years', () => {
    expect(pinWaitMs(5, 1_000_000, 1_010_000)).toBe(20_000);
    expect(pinWaitMs(5, 1_000_000, 1_030_000)).toBe(0);
    expect(pinWaitMs(5, 1_000_000, 0)).toBe(30_000);
    expect(pinWaitMs(2, 1_000_000, 1_000_000)).toBe(0);
  });
});
