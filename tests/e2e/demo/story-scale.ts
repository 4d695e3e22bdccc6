import { expect } from '@playwright/test';
import type { DemoReport } from './checks.ts';
import type { DemoScale } from './demo-scale.ts';
import type { Hand } from './hand.ts';

/** What lies on the platform while the scale is looked for, and the known weight that proves it; grams. */
const loadGrams = 12_350;
export const knownGrams = 20_000;
export const scaleName = '门口台秤';

/** The practice scale goes; a real one on a serial line takes its place. */
async function begin(hand: Hand): Promise<void> {
  await hand.go('/devices');
  await expect(hand.page.getByRole('heading', { level: 1, name: '秤' })).toBeVisible();
  await hand.click('去掉');
  await hand.see('插好秤的线');
  await hand.press('F2');
  await expect(hand.page.getByRole('heading', { level: 1, name: '接一台秤' })).toBeVisible();
}

async function listen(hand: Hand, path: string): Promise<void> {
  await hand.page.getByLabel('怎么接').click();
  await hand.page.getByTitle('串口线').click();
  await hand.page.getByLabel('哪个口').fill(path);
  await hand.press('Tab');
  await hand.click('开始听');
  await expect(hand.page.getByText(/正在听/u).first()).toBeVisible();
  await hand.picture('scale-listening');
  await expect(hand.page.getByText('12.35').first()).toBeVisible({ timeout: 20_000 });
}

/**
 * Finds the scale as a manager would: listen on the port, compare with what the display shows, try a known weight, name it. Answers
 * with what the screen of the scales says it weighs in the end.
 */
export async function findScale(hand: Hand, scale: DemoScale, report: DemoReport): Promise<string> {
  scale.put(loadGrams);
  await begin(hand);
  await listen(hand, scale.path);
  await hand.page.getByLabel('秤上显示多少？').fill('12.35');
  await hand.see('和秤上一样');
  await hand.picture('scale-compared');
  report.step('the wizard hears the scale, and the person sees the same figure on its display');
  await hand.press('Enter');
  await hand.see('合 12.35 公斤');
  scale.put(knownGrams);
  await hand.page.getByLabel('知道的重量').fill('20');
  await hand.see('对了：20.00 公斤，读到 20.00 公斤。');
  await hand.picture('scale-proved');
  await hand.press('Enter');
  await hand.page.getByLabel('名称').fill(scaleName);
  await hand.page.getByLabel('最大称量').fill('300');
  await hand.page.getByLabel('分度值').fill('0.05');
  await hand.press('Enter');
  const card = hand.page.locator('section').filter({ has: hand.page.getByRole('heading', { name: scaleName }) }).last();
  await expect(card.getByText('正常发数')).toBeVisible({ timeout: 10_000 });
  await expect(card.getByText('20.00')).toBeVisible({ timeout: 10_000 });
  await expect(card.getByText('稳定')).toBeVisible({ timeout: 10_000 });
  await expect(hand.page.getByRole('banner').getByText('秤断开')).toHaveCount(0, { timeout: 10_000 });
  await hand.picture('scale-saved');
  const shown = await card.getByRole('status').textContent();
  scale.remove();
  report.step('a known weight reads right; the scale is named and saved');
  report.shows('a scale found by the wizard on a serial line and proved with a known weight');
  return shown ?? '';
}
