import { expect } from '@playwright/test';
import type { DemoReport } from './checks.ts';
import type { Hand } from './hand.ts';

/** Soil by measure, in tenths of a percent: over the base by two whole steps and a half one that does not count. */
export const soilTenths = 35;
/** The grader decides one grade lower than the measures say, and why. */
export const decided = { proposed: 'G1', grade: 'G2', reason: '实物比测的差' } as const;
/** Who owns the cart, in hundredths of a percent; the last household takes the rest. */
export const households = [
  { name: '吴阿妹', initials: 'wam', share: 5_000, typed: '50' },
  { name: '龙里央', initials: 'lly', share: 3_333, typed: '33.33' },
  { name: '杨昌明', initials: 'ycm', share: 1_667, typed: null },
] as const;

/** Measures the roots: weight, skin, holes, stem, soil, damage; the scheme then proposes a grade. */
async function measure(hand: Hand): Promise<void> {
  await hand.type('200');
  await hand.press('Enter');
  for (const [quality, key] of [['表皮光滑', 'Digit1'], ['虫眼', 'Digit2'], ['粗茎', 'Digit2']] as const) {
    await hand.press(key);
    await expect(hand.page.getByRole('button', { name: quality })).toHaveText(key === 'Digit1' ? '有' : '没有');
    await hand.press('Enter');
  }
  for (const figure of ['3.5', '1']) {
    await hand.type(figure);
    await hand.press('Enter');
  }
  await hand.see('按标准是');
}

/** The measures propose, soil is deducted, and the grader decides otherwise with a reason. Ends at the slip on the screen. */
export async function grade(hand: Hand, report: DemoReport): Promise<void> {
  await measure(hand);
  await hand.picture('graded');
  report.step('measured; the scheme proposes the grade and takes off for soil');
  report.shows('a deduction for soil, in whole steps over the base');
  await hand.press('Digit2', 'Enter');
  const dialog = hand.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await hand.press('Digit3');
  await expect(dialog.getByRole('radio', { name: decided.reason })).toBeChecked();
  await hand.picture('override');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-step="confirm"]')).toBeVisible();
  report.step('the grader decides one grade lower and says why');
  report.shows('a grade decided otherwise than proposed, with the reason on slip and ticket');
}

/** One cart of three households: shares in percent, the grams and the money of each beside them. */
export async function shareCart(hand: Hand, report: DemoReport): Promise<void> {
  await hand.press('F4');
  const dialog = hand.page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (const household of households.slice(1)) {
    await hand.type(household.initials);
    await expect(dialog.getByText('按 Enter 加上')).toContainText(household.name);
    await hand.press('Enter');
    await expect(dialog.getByRole('textbox', { name: household.name })).toBeVisible();
  }
  await hand.press('NumpadMultiply', 'Enter');
  for (const { typed } of households) {
    if (typed === null) continue;
    await hand.type(typed);
    await hand.press('Enter');
  }
  await expect(dialog.locator('[data-role="own-part"]')).toHaveCount(households.length);
  await expect(dialog.getByRole('status').filter({ hasText: '正好分完' })).toBeVisible();
  await hand.picture('shared');
  await hand.press('NumpadAdd');
  await expect(dialog).toHaveCount(0);
  report.step('the cart is shared between three households');
  report.shows('one cart of three households split to the gram and the fen');
}
