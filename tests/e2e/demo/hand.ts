import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { DemoReport } from './checks.ts';

/** The person at the desk: looks, types, takes pictures. */
export class Hand {
  readonly page: Page;
  readonly #report: DemoReport;
  readonly #folder: string;
  #pictures = 0;

  constructor(page: Page, report: DemoReport, folder: string) {
    this.page = page;
    this.#report = report;
    this.#folder = folder;
  }

  get pictures(): number {
    return this.#pictures;
  }

  /** A picture of the screen as it stands, numbered in the order of the story. */
  async picture(name: string): Promise<void> {
    this.#pictures += 1;
    await this.page.waitForTimeout(250);
    await this.page.screenshot({ path: join(this.#folder, `${String(this.#pictures).padStart(2, '0')}-${name}.png`) });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 40 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async click(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
  }

  async see(text: string | RegExp, seconds = 15): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible({ timeout: seconds * 1000 });
  }

  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => { window.location.hash = hash; }, path);
  }

  async signIn(name: string, pin: string): Promise<void> {
    await this.click(new RegExp(name, 'u'));
    await this.type(pin);
    await this.press('Enter');
    await expect(this.page.locator('nav').first()).toBeVisible();
    this.#report.step(`${name} signs in`);
  }

  /** The second person agrees in place. Where only one may, the cursor stands in the PIN already. */
  async approve(name: string, pin: string): Promise<void> {
    const dialog = this.page.getByRole('dialog').last();
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText(name).first()).toBeVisible();
    await this.type(pin);
    await this.press('Enter');
    await expect(dialog).toBeHidden({ timeout: 15_000 });
    this.#report.step(`${name} agrees`);
  }
}
