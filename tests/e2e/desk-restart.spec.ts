import { expect, test } from '@playwright/test';
import { readAddress } from '../../electron/core/platform/local-address.ts';
import { OfficeWindow } from './office-window.ts';

test('core starts anew in the middle of a ticket: after the PIN the desk stands as it was, its scale on it', async () => {
  const office = await OfficeWindow.openTraining();
  const { page } = office;
  try {
    await office.go('/intake');
    await expect(page.locator('[data-step="who"]')).toBeVisible();
    await page.keyboard.type('wam');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-step="what"]')).toBeVisible();
    await page.getByText('紫云红芯红薯').first().click();
    await page.keyboard.press('Enter');
    const live = page.locator('[data-kind="live"] output');
    await expect(live).toHaveText(/^0/u);
    const core = await readAddress(office.data);
    if (core === null) throw new Error('no core runs in this folder');
    process.kill(core.pid, 'SIGKILL');
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 30_000 });
    await page.keyboard.type('2580');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('[data-step="weigh"]')).toBeVisible();
    await expect(live).toHaveText(/^0/u);
  } finally {
    await office.close();
  }
});
