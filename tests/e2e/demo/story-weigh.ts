import type { DemoReport } from './checks.ts';
import type { DemoScale } from './demo-scale.ts';
import type { Hand } from './hand.ts';
import { expect } from '@playwright/test';
import { households } from './story-decide.ts';

/** What lies in the two baskets, grams; the scale shows steps of 50 g. */
export const basketGrams = [23_450, 22_100] as const;
export const basketTareGrams = 900;
export const netGrams = basketGrams[0] + basketGrams[1] - 2 * basketTareGrams;
/** Who brings the cart: 吴阿妹 of 苗岭组, with sweet potatoes of her own and of two neighbours. */
const [seller] = households;

export async function shows(hand: Hand, kilograms: string): Promise<void> {
  await expect(hand.page.locator('[data-kind="live"][data-state="good"]')).toContainText(kilograms, { timeout: 20_000 });
}

/** The scale misbehaves as real ones do; none of it becomes a weight. */
async function troubles(hand: Hand, scale: DemoScale, report: DemoReport): Promise<void> {
  scale.fault('unstable', true);
  scale.put(basketGrams[0]);
  await hand.page.waitForTimeout(1_500);
  await hand.press('NumpadAdd');
  await hand.page.waitForTimeout(400);
  await hand.picture('weigh-unstable');
  report.step('the basket swings: the desk waits for a stable weight');
  scale.fault('unstable', false);
  scale.fault('overload', true);
  await hand.page.waitForTimeout(2_500);
  await hand.picture('weigh-overload');
  report.step('overload: no digits, no weight');
  scale.fault('overload', false);
  scale.fault('noise', true);
  await hand.page.waitForTimeout(2_500);
  await hand.picture('weigh-noise');
  scale.fault('noise', false);
  report.step('noise on the line: spoilt frames are thrown away, the count of equal ones begins again');
  report.shows('a swinging basket, an overload and a noisy line that never became a weight');
}

/** Who, what, weigh: all on the numpad but for the name. Ends at the grades. */
export async function weigh(hand: Hand, scale: DemoScale, report: DemoReport): Promise<void> {
  await hand.go('/intake');
  await expect(hand.page.locator('[data-step="who"]')).toBeVisible();
  await hand.picture('who-empty');
  await hand.type(seller.initials);
  await hand.see(seller.name);
  await hand.picture('who');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-step="what"]')).toBeVisible();
  await hand.picture('what');
  await hand.page.getByText('紫云红芯红薯').first().click();
  if (await hand.page.locator('[data-step="what"]').isVisible()) await hand.press('Enter');
  await expect(hand.page.locator('[data-step="weigh"]')).toBeVisible();
  report.step('who and what are chosen; the live weight comes from the serial line');
  await troubles(hand, scale, report);
  await shows(hand, '23.45');
  await hand.picture('weigh-stable');
  await take(hand, 1);
  scale.remove();
  await hand.page.waitForTimeout(2_500);
  scale.put(basketGrams[1]);
  await shows(hand, '22.10');
  await take(hand, 2);
  await hand.press('NumpadMultiply');
  await hand.picture('tare');
  await tareByContainer(hand);
  await hand.picture('weighed');
  report.step('two baskets are taken, the bamboo baskets are tared');
  await hand.press('Enter');
  await expect(hand.page.locator('[data-step="grade"]')).toBeVisible();
  await hand.picture('grade');
}

/** Presses `+` until the basket is taken: the weight may need another moment to be sure. */
export async function take(hand: Hand, basket: number): Promise<void> {
  await expect(async () => {
    await hand.press('NumpadAdd');
    await expect(hand.page.getByText(`第 ${basket} 筐记下了`).first()).toBeVisible({ timeout: 700 });
  }).toPass({ timeout: 20_000 });
}

/** Bamboo baskets, one each, for the baskets taken and those to come. */
async function tareByContainer(hand: Hand): Promise<void> {
  await hand.page.getByRole('dialog').getByText('竹篓').first().click();
  await hand.press('Enter');
  await hand.page.waitForTimeout(300);
  await hand.press('Digit3', 'Enter');
  await expect(hand.page.getByRole('dialog')).toBeHidden();
}

/** Reads the slip on the screen, posts, and waits until slip and label have left for the printers. */
export async function confirmAndPost(hand: Hand, report: DemoReport, papers: { slips(): number; labels(): number }): Promise<void> {
  await hand.picture('confirm');
  await hand.press('Enter');
  await hand.see('已记账');
  await expect.poll(() => Math.min(papers.slips(), papers.labels()), { timeout: 20_000 }).toBeGreaterThan(0);
  await hand.picture('posted');
  report.step('posted; slip and label are on their way to the printers');
  report.shows('two baskets weighed, tared and posted; the slip and the label as the printers received them');
}
