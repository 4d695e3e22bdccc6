import type { Page } from '@playwright/test';

/** Moves the cursor with the Tab key alone until what is called so has it. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`the Tab key never comes to ${name}`);
}
